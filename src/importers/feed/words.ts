import { contentOfHtml } from '../html/content-of-html.ts'

/** A text as a feed gives it. */
export type Words = { kind: 'plain' | 'html'; text: string }

/** What is HTML, says so; or is full of it. */
export function wordsOf(text: string | undefined, type?: string): Words | null {
  if (text === undefined || text.trim() === '') return null
  if (type === undefined) return { kind: looksLikeHtml(text) ? 'html' : 'plain', text }
  if (/html/i.test(type)) return { kind: 'html', text }
  return /^text/i.test(type) ? { kind: 'plain', text } : null // a picture in base64, a program
}

/** A title: of tags only those that set words, since a headline may well be about a `<video>`. */
export function titleOf(text: string | undefined, type?: string): Words | null {
  if (type !== undefined) return wordsOf(text, type)
  const words = wordsOf(text)
  const isSet = /<(?:em|i|b|strong|code|span|a|br|cite|q|u|su[bp]|small|tt|font)\b[^>]*>|&#?\w+;/i
  return words === null ? null : { kind: isSet.test(words.text) ? 'html' : 'plain', text: words.text }
}

/** Plain text, with an empty line between paragraphs. */
export function textOf({ kind, text }: Words, url: string | null): string {
  return kind === 'html' ? contentOfHtml(text, { url }).text.trim() : text.trim()
}

/** All of it in one line; null where there is nothing. */
export function lineOf(words: Words): string | null {
  return textOf(words, null).replace(/\s+/g, ' ').trim() || null
}

export function htmlOf({ kind, text }: Words): string {
  return kind === 'html'
    ? text
    : text
        .trim()
        .split(/\n\s*\n/)
        .map(paragraph)
        .join('\n')
}

function paragraph(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<p>${escaped.replace(/\s*\n\s*/g, '<br>')}</p>`
}

function looksLikeHtml(text: string): boolean {
  return /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:#\d+|#x[\da-f]+|[a-z]\w{1,20});/i.test(text)
}
