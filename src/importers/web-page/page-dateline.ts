import type { Block } from '../../model/content.ts'
import { isoDateOf } from '../../wire/dates.ts'
import { findOpening } from '../../wire/opening.ts'
import type { Piece } from '../piece.ts'
import { datelineBlock } from '../story-facts.ts'

/** An article whose dateline, if it has one, is known as such, and the facts that the dateline gives. */
export type WithDateline = {
  pieces: Piece[]
  place: string | null
  agency: string | null
  published: string | null
  yearIsAssumed: boolean
}

/** `reference` is an ISO time near the story's, for a dateline without a year; null where none is known. */
export function withDateline(pieces: Piece[], reference: string | null): WithDateline {
  const opening = findOpening(pieces.filter(isParagraph).map(({ text }) => text))
  const at = pieces.filter(isParagraph)[opening.above.length]
  const { dateline } = opening
  // A dateline in the middle of a paragraph is the beginning of a text within the text.
  if (dateline === null || at === undefined || at.text !== opening.below[0])
    return { pieces, place: null, agency: null, published: null, yearIsAssumed: false }
  const words = (span: { start: number; end: number } | null): string | null =>
    span === null ? null : at.text.slice(span.start, span.end)
  const { day } = dateline
  const block: Block = datelineBlock(dateline, at.block.span)
  return {
    pieces: pieces.map((piece) => (piece === at ? { ...piece, block } : piece)),
    place: words(dateline.place),
    agency: words(dateline.agency),
    published: day === null || (day.year ?? reference) === null ? null : isoDateOf(day, reference ?? ''),
    yearIsAssumed: day !== null && day.year === null,
  }
}

function isParagraph({ block, text }: Piece): boolean {
  return block.kind === 'paragraph' && text !== ''
}
