import type { Block, Mark, Span } from '../../model/content.ts'
import type { Piece } from '../piece.ts'

/** `by` stands in a text from now on for what is in `span`. */
export type Edit = { span: Span; by: string }

/** A piece after edits, in order and apart from each other, and where places of its text have moved to. */
export type Edited = { piece: Piece; moved: (span: Span) => Span }

/** Makes the edits in a piece's text; its block and marks keep their words, and a mark without any left is gone. */
export function editPiece(piece: Piece, edits: readonly Edit[]): Edited {
  const texts: string[] = []
  // Where each place of the old text is in the new one.
  const places = new Int32Array(piece.text.length + 1)
  let at = 0
  let length = 0
  for (const { span, by } of edits) {
    texts.push(piece.text.slice(at, span.start), by)
    for (; at < span.start; at += 1) places[at] = length++
    for (; at < span.end; at += 1) places[at] = length
    length += by.length
  }
  for (; at <= piece.text.length; at += 1) places[at] = length++
  texts.push(piece.text.slice(edits.at(-1)?.span.end ?? 0))
  const moved = ({ start, end }: Span): Span => ({ start: places[start] ?? 0, end: places[end] ?? 0 })
  const marks = piece.marks
    .map((mark): Mark => ({ ...mark, span: moved(mark.span) }))
    .filter(({ span }) => span.start < span.end)
  return { piece: { text: texts.join(''), marks, block: movedBlock(piece.block, moved) }, moved }
}

/** Markdown's parser makes no datelines. */
function movedBlock(block: Block, moved: Edited['moved']): Block {
  const span = moved(block.span)
  return block.kind === 'table'
    ? { ...block, span, rows: block.rows.map((row) => row.map(moved)) }
    : { ...block, span }
}
