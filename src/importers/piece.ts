import { currentFormat } from '../model/format.ts'
import type { Block, Content, Furniture, Mark, Span } from '../model/content.ts'

/** A block on its own: its spans and those of its marks count from the start of its own text. */
export type Piece = { block: Block; text: string; marks: Mark[] }

/** Joins pieces to a content; pieces without text (rules) take no room in it. */
export function contentOfPieces(pieces: readonly Piece[], furniture: Furniture[]): Content {
  const texts: string[] = []
  const blocks: Block[] = []
  const marks: Mark[] = []
  let end = 0
  for (const piece of pieces) {
    const start = piece.text === '' || texts.length === 0 ? end : end + 2
    blocks.push(shiftBlock(piece.block, start))
    for (const mark of piece.marks) marks.push({ ...mark, span: shift(mark.span, start) })
    if (piece.text !== '') texts.push(piece.text)
    end = start + piece.text.length
  }
  return { format: currentFormat, text: texts.join('\n\n'), blocks, marks, furniture }
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by }
}

function shiftBlock(block: Block, by: number): Block {
  const span = shift(block.span, by)
  if (block.kind === 'table') {
    return { ...block, span, rows: block.rows.map((row) => row.map((cell) => shift(cell, by))) }
  }
  if (block.kind !== 'dateline') return { ...block, span }
  const orNull = (part: Span | null): Span | null => (part === null ? null : shift(part, by))
  const { lead, place, date, agency } = block
  return {
    ...block,
    span,
    lead: shift(lead, by),
    place: orNull(place),
    date: orNull(date),
    agency: orNull(agency),
  }
}
