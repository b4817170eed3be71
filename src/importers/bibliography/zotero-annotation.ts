/** A passage of a PDF that was marked in Zotero, as its notes quote it. */
export type ZoteroAnnotation = {
  /** Zotero's own name for it. */
  id: string | null
  /** Null for a comment on no words. */
  quote: string | null
  comment: string
  /** `Ellison, 2026`. */
  source: string
  page: number | null
}

/** `([Ellison, 2026, p. 3](zotero://…))`; a citation is a line at most. */
const link = String.raw`\(\[((?:[^\]\\]|\\.){0,500})\]\((zotero:\/\/[^\s)]*)\)\)`
const links = new RegExp(String.raw`${link}(?:\s*${link})?`, 'y')

const quotation = /^[“„"«‹「『‟‘][^]*["”“»›」』’]$/

/** Reads a paragraph of a note; null for one that the writer wrote without marking anything. */
export function readZoteroAnnotation(paragraph: string): ZoteroAnnotation | null {
  links.lastIndex = Math.max(0, paragraph.lastIndexOf('([', paragraph.indexOf('](zotero://')))
  const quoted = plain(paragraph.slice(0, links.lastIndex))
  const [all, label = '', first = '', , second = ''] = links.exec(paragraph) ?? []
  if (all === undefined || (quoted !== '' && !quotation.test(quoted))) return null
  const addresses = `${first} ${second}`
  return {
    id: /[?&]annotation=(\w+)/.exec(addresses)?.[1] ?? null,
    quote: quoted === '' ? null : quoted.slice(1, -1).trim(),
    comment: paragraph.slice(links.lastIndex).trim(),
    source: plain(label).replace(/,\s*\p{L}+\.?\s*[\dIVXLCivxlc–-]+$/u, ''),
    page: Number(/[?&]page=(\d+)/.exec(addresses)?.[1] ?? 0) || null,
  }
}

/** Without what Markdown escapes, and the colours that Zotero may write as HTML. */
function plain(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
