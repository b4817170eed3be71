/** `slug` is without the number of words that may follow it: `BC-Tides` of `BC-Tides,130`. */
export function readSlug(raw: string): string | null {
  if (raw.length > 80) return null
  const line = raw.replace(/[<=\s]+$/, '').trim()
  if (/\s/.test(line)) return null
  const match =
    // ANPA: category and cycle, as in `BC-Tides,130` and `PM-Iran-Talks`.
    /^(?:[ABP]M|BC)-[\p{L}\p{N}_.-]+(?:-[\p{L}\p{N}_.-]+)*/u.exec(line) ??
    // dpa: `Britain/harbours/`
    /^[\p{L}\p{N}-]+(?:\/[\p{L}\p{N}-]*)+$/u.exec(line) ??
    // AFP and Reuters: `Iran-nuclear-politics,lead`, `IRAN-NUCLEAR`
    /^\p{L}[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+){1,6}(?=$|,)/u.exec(line)
  return match?.[0] ?? null
}

/** The line of numbers in front of a story: `bsd0123 4 pl 150 dpa 0456`, or ANPA's `a0123----- r a BC-Tides`. */
export function isServiceLine(line: string): boolean {
  return line.length < 80 && /^[a-z]{1,4}\d{3,5}[\s-]+\S{1,6}\s+\S{1,4}\s/.test(line)
}
