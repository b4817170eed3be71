import type { Mark, Span } from '../../model/content.ts'
import type { Element } from '../../markup/tree.ts'
import { childElements, childrenNamed, firstNamed, textOf } from '../../markup/walk.ts'
import type { Piece } from '../piece.ts'
import { moved, type Inline } from './inline.ts'

/** A cell may span any number of columns; tables that are read have some tens. */
const mostColumns = 100

/** What stands in a cell of a table of data is shorter: figures, names, a sentence or three. */
const longestCell = 600

/** In a cell, these say that the table arranges a page. */
const arranging = ['table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'blockquote', 'figure', 'hr', 'form']

/** Whether a table holds data, and not the columns of a page or newsletter. */
export function isDataTable(table: Element): boolean {
  if (/^(?:presentation|none)$/i.test(table.attributes.get('role') ?? '')) return false
  const rows = rowsOf(table).map(cellsOf)
  const cells = rows.flat()
  if (rows.length < 2 && !cells.some(({ name }) => name === 'th')) return false
  if (Math.max(0, ...rows.map((row) => row.length)) < 2) return false
  if (firstNamed(table, 'table') !== null) return false
  if (cells.some(({ name }) => name === 'th') || firstNamed(table, 'thead', 'caption') !== null) return true
  return !cells.some(
    (cell) => firstNamed(cell, ...arranging, 'img') !== null || textOf(cell).length > longestCell,
  )
}

/** Cells are parted by tabs and rows by line feeds, so that the text of a table pastes into a spreadsheet. */
export function tablePiece(table: Element, read: (cell: Element) => Inline): Piece | null {
  let text = ''
  const marks: Mark[] = []
  const rows = gridOf(rowsOf(table)).map((row, rowIndex) =>
    row.map((cell, cellIndex): Span => {
      if (cellIndex > 0) text += '\t'
      else if (rowIndex > 0) text += '\n'
      const start = text.length
      const inline = cell === null ? { text: '', marks: [] } : read(cell)
      text += inline.text
      for (const mark of inline.marks) marks.push({ ...mark, span: moved(mark.span, start) })
      return { start, end: text.length }
    }),
  )
  if (text.trim() === '') return null
  return { text, marks, block: { kind: 'table', span: { start: 0, end: text.length }, rows } }
}

/** Heads come first and feet last, wherever they stand. */
function rowsOf(table: Element): Element[] {
  const parts = ['thead', 'tbody', 'tfoot'].map((name) => childrenNamed(table, name))
  const [head = [], body = [], foot = []] = parts
  return [...head, ...body, ...foot]
    .flatMap((part) => childrenNamed(part, 'tr'))
    .filter((row) => cellsOf(row).length > 0)
}

function cellsOf(row: Element): Element[] {
  return childElements(row).filter(({ name }) => name === 'td' || name === 'th')
}

/** The cells by rows and columns; where one spans several, the others are empty (null). */
function gridOf(rows: readonly Element[]): Array<Array<Element | null>> {
  const grid: Array<Array<Element | null>> = rows.map(() => [])
  for (const [index, row] of rows.entries()) {
    let column = 0
    for (const cell of cellsOf(row)) {
      while (grid[index]![column] !== undefined) column += 1
      if (column >= mostColumns) break
      occupy(grid, cell, { row: index, column })
    }
  }
  const columns = Math.max(0, ...grid.map((row) => row.length))
  return grid.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? null))
}

function occupy(
  grid: Array<Array<Element | null>>,
  cell: Element,
  at: { row: number; column: number },
): void {
  const lastRow = Math.min(at.row + spanOf(cell, 'rowspan'), grid.length)
  const lastColumn = Math.min(at.column + spanOf(cell, 'colspan'), mostColumns)
  for (let row = at.row; row < lastRow; row += 1)
    for (let column = at.column; column < lastColumn; column += 1) grid[row]![column] ??= null
  grid[at.row]![at.column] = cell
}

function spanOf(cell: Element, name: string): number {
  const span = Number.parseInt(cell.attributes.get(name) ?? '', 10)
  return span > 0 ? span : 1
}
