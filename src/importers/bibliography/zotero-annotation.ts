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

const link = String.raw`\(\[((?:[^\]\\]|\\.)*)\]\((zotero:\/\/[^\s)]*)\)\)`

/** What was quoted, where it is from, and what was written about it. */
const annotation = new RegExp(String.raw`^([^]*?)\s*${link}(?:\s*${link})?\s*([^]*)$`)

const quotation = /^[“„"«‹「『‟‘][^]*["”“»›」』’]$/

/** Reads a paragraph of a note; null for one that the writer wrote without marking anything. */
export function readZoteroAnnotation(paragraph: string): ZoteroAnnotation | null {
  const [, words = '', label = '', first = '', , second = '', comment = ''] = annotation.exec(paragraph) ?? []
  if (first === '') return null
  const quoted = plain(words)
  if (quoted !== '' && !quotation.test(quoted)) return null
  const addresses = `${first} ${second}`
  return {
    id: /[?&]annotation=(\w+)/.exec(addresses)?.[1] ?? null,
    quote: quoted === '' ? null : quoted.slice(1, -1).trim(),
    comment: comment.trim(),
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
