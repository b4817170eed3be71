import type { Content, Span } from '../../src/model/content.ts'
import { isGraphemeLimit } from '../../src/text/grapheme-span.ts'

/** UTF-16 units that are searched at a stretch: one to three milliseconds' work. */
const sliceLength = 50_000

/**
 * The places of what a pattern finds in the text, in order, a slice of whole blocks after the other; no find goes from one
 * block into the next. Who goes through them may do something else in between.
 */
export function* findHits(
  { text, blocks }: Pick<Content, 'text' | 'blocks'>,
  pattern: RegExp,
): Generator<Span[]> {
  let hits: Span[] = []
  let from = 0
  for (const { span } of blocks) {
    for (const { index, 0: found } of text.slice(span.start, span.end).matchAll(pattern)) {
      const hit = { start: span.start + index, end: span.start + index + found.length }
      if (isGraphemeLimit(text, hit.start) && isGraphemeLimit(text, hit.end)) hits.push(hit)
    }
    if (span.end - from < sliceLength) continue
    yield hits
    hits = []
    from = span.end
  }
  yield hits
}
