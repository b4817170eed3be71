/** `Mara Ellison` of `Ellison, Mara`, as catalogues have it; `Martin Luther King Jr.` of `King, Martin Luther, Jr.`. */
export function inSpokenOrder(name: string): string {
  const [family = '', given = '', ...rest] = name.split(',').map((part) => part.trim())
  return [given, family, ...rest].filter((part) => part !== '').join(' ')
}

/** Several names as one line; null for none. */
export function namesLine(names: readonly string[]): string | null {
  const written = names.map((name) => name.replace(/\s+/g, ' ').trim()).filter((name) => name !== '')
  return written.length === 0 ? null : [...new Set(written)].join(', ')
}
