import type { Passage } from '../errors.ts'
import type { Span } from '../model/content.ts'
import { graphemeAround } from './grapheme-span.ts'

/** UTF-16 units on either side: enough to tell two places apart on one line of a terminal. */
const reach = 40

/**
 * What stands before and after a span, for a person who has to choose between several: at most 40 units each, whole
 * words where the script has spaces, line breaks as spaces. Put together with the words they read on as in the text.
 */
export function surroundings(text: string, span: Span): Omit<Passage, 'span'> {
  const from = Math.max(0, span.start - reach)
  const to = Math.min(text.length, span.end + reach)
  const before = text.slice(from === 0 ? 0 : wordStart(text, from, span.start), span.start)
  const after = text.slice(span.end, to === text.length ? to : wordEnd(text, to, span.end))
  return { before: onOneLine(before).trimStart(), after: onOneLine(after).trimEnd() }
}

/** The first word that begins at `from` or later; where no space comes before `limit`, the first grapheme. */
function wordStart(text: string, from: number, limit: number): number {
  const gap = text.slice(from - 1, limit).search(/\s\S/)
  return gap === -1 ? graphemeAround(text, from).end : from + gap
}

/** The end of the last word that ends at `to` or earlier; where no space comes after `limit`, of the last grapheme. */
function wordEnd(text: string, to: number, limit: number): number {
  const gap = text.slice(limit, to + 1).search(/\S\s+\S*$/)
  return gap === -1 ? graphemeAround(text, to).start : limit + gap + 1
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
