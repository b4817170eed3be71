import type { Table } from 'mdast'
import type { Piece } from '../piece.ts'
import { inlineOf, type Definitions, type Inline } from './inline.ts'

/** Cells are parted by tabs and rows by line feeds, so that the text of a table pastes into a spreadsheet. */
export function tablePiece(table: Table, definitions: Definitions): Piece {
  const piece: Inline = { text: '', marks: [] }
  const rows = table.children.map((row, rowIndex) =>
    row.children.map((cell, cellIndex) => {
      if (cellIndex > 0) piece.text += '\t'
      else if (rowIndex > 0) piece.text += '\n'
      const start = piece.text.length
      const inline = inlineOf(cell.children, definitions)
      piece.text += inline.text
      for (const mark of inline.marks) {
        piece.marks.push({ ...mark, span: { start: mark.span.start + start, end: mark.span.end + start } })
      }
      return { start, end: piece.text.length }
    }),
  )
  return { ...piece, block: { kind: 'table', span: { start: 0, end: piece.text.length }, rows } }
}
