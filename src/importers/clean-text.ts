/** The paragraphs of a plain text, parted by empty lines; the ends of their other lines are meant. */
export function paragraphsOf(text: string | null): string[] {
  return (clean(text) ?? '')
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .trim()
        .split('\n')
        .map((line) => line.trim())
        .join('\n'),
    )
    .filter((paragraph) => paragraph !== '')
}

/** Without what is no character of a text; null where nothing is left. */
export function clean(text: string | null): string | null {
  const cleaned = (text ?? '')
    .replace(/\r\n?|\u2028/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .replace(/(?![\n\t])\p{Cc}|\u{feff}/gu, '')
    .replace(/\p{Surrogate}/gu, '\u{fffd}')
    .trim()
  return cleaned === '' ? null : cleaned
}

/** The beginning of a text, at most so many UTF-16 units, and no half of a character at its end. */
export function cutTo(text: string, length: number): string {
  return text.slice(0, length).replace(/\p{Surrogate}$/u, '')
}
