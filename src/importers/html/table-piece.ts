import type { Mark, Span } from '../../model/content.ts'
import type { Element } from '../../markup/tree.ts'
import { childElements, childrenNamed, firstNamed, textOf } from '../../markup/walk.ts'
import type { Piece } from '../piece.ts'
import { moved, type Inline } from './inline.ts'

/** A cell may say that it spans any number of columns or rows; in tables that are read it is some tens. */
const widestSpan = 100

/** A table may have so many places for each of its cells, and a small one some more. */
const mostForACell = 20
const fewestCells = 2000

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
  const spans = spansOf(rows.flatMap(cellsOf))
  for (const [index, row] of rows.entries()) {
    let column = 0
    for (const cell of cellsOf(row)) {
      while (grid[index]![column] !== undefined) column += 1
      const { across, down } = spans.get(cell) ?? single
      for (const under of grid.slice(index, index + down))
        for (let at = column; at < column + across; at += 1) under[at] ??= null
      grid[index]![column] = cell
    }
  }
  // What lies under no cell but wide ones is no column.
  const columns = Math.max(0, ...grid.map((row) => row.findLastIndex((cell) => cell !== null) + 1))
  return grid.map((row) => Array.from(row.slice(0, columns), (cell) => cell ?? null))
}

type Spans = { across: number; down: number }

const single: Spans = { across: 1, down: 1 }

/** How many columns and rows each cell takes; one for all where a table would become far larger than what is in it. */
function spansOf(cells: readonly Element[]): Map<Element, Spans> {
  const spans = new Map(
    cells.map((cell) => [cell, { across: spanOf(cell, 'colspan'), down: spanOf(cell, 'rowspan') }]),
  )
  let area = 0
  for (const { across, down } of spans.values()) area += across * down
  return area <= fewestCells + mostForACell * cells.length ? spans : new Map()
}

function spanOf(cell: Element, name: string): number {
  const span = Number.parseInt(cell.attributes.get(name) ?? '', 10)
  return span > 0 ? Math.min(span, widestSpan) : 1
}
