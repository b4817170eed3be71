import type { Content, Span } from '../model/content.ts'
import type { Selector } from '../model/selector.ts'
import { graphemeAround } from './grapheme-span.ts'

/** UTF-16 units of context on either side: what Obsidian's clipper keeps; Hypothesis keeps 32. */
const contextLength = 64

/**
 * What a note keeps to find its place again: `anchor(content, describe(content, span, version))` is `span`. The span must
 * not be empty; the contexts are shorter at the ends of the text and where a grapheme would be cut.
 */
export function describe(
  { text, blocks }: Pick<Content, 'text' | 'blocks'>,
  span: Span,
  version: number,
): Selector {
  const from = graphemeAround(text, Math.max(0, span.start - contextLength)).end
  const to = graphemeAround(text, Math.min(text.length, span.end + contextLength)).start
  const block = blocks.findLastIndex((candidate) => candidate.span.start <= span.start)
  return {
    version,
    exact: text.slice(span.start, span.end),
    prefix: text.slice(from, span.start),
    suffix: text.slice(span.end, to),
    start: span.start,
    block: block === -1 ? null : block,
  }
}
