const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['hellip', '…'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['laquo', '«'],
  ['raquo', '»'],
])

/** A line that a service keeps as HTML, with the characters that are meant: numbers, and the names that are in use there. */
export function plainOf(line: string | null): string | null {
  return line?.replace(/&(#?)(x?[\da-z]{1,7});/gi, characterOf) ?? null
}

function characterOf(written: string, hash: string, name: string): string {
  if (hash === '') return named.get(name.toLowerCase()) ?? written
  const code = /^x/i.test(name) ? Number.parseInt(name.slice(1), 16) : Number(name)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written
}

/** A plain text as HTML: its paragraphs, and the ends of lines in them. */
export function htmlOf(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const paragraphs = escaped.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')
  return paragraphs.map((paragraph) => `<p>${paragraph.trim().replaceAll('\n', '<br>')}</p>`).join('')
}
