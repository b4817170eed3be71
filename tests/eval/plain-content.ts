import type { Content, Span } from '../../src/model/content.ts'

export type PlainContent = Pick<Content, 'text' | 'blocks'>

/** Where the paragraphs of a text are: an empty line stands between two. */
export function paragraphsOf(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const paragraph of text.split('\n\n')) {
    spans.push({ start, end: start + paragraph.length })
    start += paragraph.length + 2
  }
  return spans
}

/** A text as content whose blocks are its paragraphs. */
export function plainContent(text: string): PlainContent {
  return { text, blocks: paragraphsOf(text).map((span) => ({ kind: 'paragraph', span })) }
}
