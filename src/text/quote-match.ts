import type { Span } from '../model/content.ts'
import { isGraphemeLimit } from './grapheme-span.ts'
import { occurrences } from './occurrences.ts'
import { castBy, castShadow } from './shadow.ts'

/**
 * All places of a quotation that a person typed, in order, on grapheme limits and not overlapping. Where the text does
 * not have it as typed, it is sought with quotation marks, dashes, white space and Unicode form folded; case counts.
 */
export function findQuote(text: string, quote: string): Span[] {
  const words = quote.trim()
  const exact = occurrences(text, words)
  return withoutOverlaps(exact.length > 0 ? exact : foldedOccurrences(text, words))
}

function foldedOccurrences(text: string, words: string): Span[] {
  const shadow = castShadow(text)
  return occurrences(shadow.text, castShadow(words).text.trim()).flatMap((stretch) => {
    const span = castBy(shadow, stretch)
    return span && isGraphemeLimit(text, span.start) && isGraphemeLimit(text, span.end) ? [span] : []
  })
}

function withoutOverlaps(spans: Span[]): Span[] {
  const kept: Span[] = []
  for (const span of spans) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span)
  }
  return kept
}
