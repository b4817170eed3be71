import type { CarriedNote } from '../entry.ts'
import type { Content } from '../../model/content.ts'
import { trimSpan } from '../../text/grapheme-span.ts'
import type { MarkedPiece } from './highlights.ts'

/** More of its words than tell one highlight of a text from another. */
const keyLength = 200

/** The highlights of an article's pieces, and of what was `taken` from it as its headline or credit, as notes. */
export function markNotes(
  pieces: readonly MarkedPiece[],
  content: Content,
  taken: readonly MarkedPiece[],
): CarriedNote[] {
  const seen = new Map<string, number>()
  const noteOf = (exact: string, comment: string, start?: number): CarriedNote => {
    const words = exact.slice(0, keyLength)
    const times = (seen.get(words) ?? 0) + 1
    seen.set(words, times)
    const key = times === 1 ? words : `${words} (${times})`
    const quote = start === undefined ? { exact } : { exact, start }
    return { key, quote, body: comment, color: 'yellow', tags: [], createdAt: null }
  }
  const placed = pieces.flatMap(({ text, highlights }, index) =>
    highlights.map(({ span, comment }) => {
      const words = trimSpan(text, span)
      const at = content.blocks[index]?.span.start ?? 0
      return noteOf(text.slice(words.start, words.end), comment, at + words.start)
    }),
  )
  const others = taken.flatMap(({ text, highlights }) =>
    highlights.map(({ span, comment }) => noteOf(text.slice(span.start, span.end), comment)),
  )
  return [...placed, ...others].filter(({ quote }) => quote?.exact !== '')
}
