import type { Mark, Span } from '../../model/content.ts'
import { faceMarks } from './face-marks.ts'
import { figures } from './figures.ts'
import { isMostlyRightToLeft, type Line } from './line.ts'
import type { Paragraph } from './paragraphs.ts'
import { verbatimOf, type Passage } from './passage.ts'
import { pieceOf, type Context, type PagePiece } from './read-group.ts'

/** Fewer rows may stand below each other by chance. */
const leastRows = 3

/** A word and a figure beside each other may be of two columns of text. */
const leastColumns = 3

/** As many rows must have all the columns; a cell left empty here and there is no reason against a table. */
const leastWhole = 0.6

/** Between two columns is at least this much, in sizes. */
const leastGap = 0.5

/**
 * A table of rows whose cells stand below each other, under a row of names; null where that is in doubt: then their lines say
 * more than wrong columns would.
 */
export function tableOf({ page, lines }: Paragraph, { habit }: Context): PagePiece | null {
  if (lines.length < leastRows || !hasNames(lines) || standsBesideText(lines)) return null
  const columns = columnsOf(lines)
  const rows = columns === null ? [] : lines.map((line) => rowOf(line, columns))
  if (columns === null || !rows.every((row) => row !== null)) return null
  const whole: Passage = { text: '', places: [] }
  const marks: Mark[] = []
  const spans = rows.map((row, i) =>
    row.map((cell, column): Span => {
      if (i + column > 0) whole.text += column === 0 ? '\n' : '\t'
      const start = whole.text.length
      const { text, places } = cell === null ? { text: '', places: [] } : verbatimOf([{ ...cell, page }])
      whole.text += text
      whole.places.push(...places.map((place) => ({ ...place, ...shifted(place, start) })))
      for (const mark of faceMarks(text, places, { usual: habit, isHeading: i === 0 }))
        marks.push({ ...mark, span: shifted(mark.span, start) })
      return { start, end: whole.text.length }
    }),
  )
  const span = { start: 0, end: whole.text.length }
  return pieceOf({ ...whole, marks }, { kind: 'table', page, rows: spans, span })
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}

/** The first row names what the columns hold: it has no figures but years, and the rows under it have some. */
function hasNames([first, ...rows]: readonly Line[]): boolean {
  const texts = (line: Line): string[] => line.cells.map((cell) => cell.runs.map((run) => run.text).join(''))
  const areNames = texts(first!).every((text) => /\p{L}/u.test(text) || /^(?:1[89]|20)\d\d$/.test(text))
  return areNames && rows.every((row) => texts(row).some((text) => figures.test(text)))
}

/** Longer than this, in characters, a cell that goes on with a small letter is the line of a text beside the table. */
const longestCell = 20

function standsBesideText(lines: readonly Line[]): boolean {
  const textual = lines.filter((line) =>
    line.cells.some((cell) => cell.length > longestCell && /^\p{Ll}/u.test(cell.runs[0]!.text)),
  )
  return textual.length > lines.length / 4
}

/** From where to where cells stand, in reading direction. */
type Column = { start: number; end: number }

/** Those of the rows that have as many cells as most; null where they do not stand below each other. */
function columnsOf(lines: readonly Line[]): Column[] | null {
  const count = mostCommon(lines.map((line) => line.cells.length))
  const whole = lines.filter((line) => line.cells.length === count)
  if (count < leastColumns || whole.length < leastWhole * lines.length) return null
  const columns = Array.from({ length: count }, (_, i) => {
    const cells = whole.map((line) => extentOf(line.cells[i]!, line))
    return { start: Math.min(...cells.map((c) => c.start)), end: Math.max(...cells.map((c) => c.end)) }
  })
  const gap = leastGap * lines[0]!.size
  return columns.every((column, i) => i === 0 || column.start - columns[i - 1]!.end >= gap) ? columns : null
}

function mostCommon(numbers: readonly number[]): number {
  const count = (number: number): number => numbers.filter((other) => other === number).length
  return numbers.reduce((best, number) => (count(number) > count(best) ? number : best))
}

function extentOf({ left, right }: Line, line: Line): Column {
  return isMostlyRightToLeft(line.runs) ? { start: -right, end: -left } : { start: left, end: right }
}

/** The cells of a line by columns, with null for an empty one; null where one is in no column, in two, or not alone in its own. */
function rowOf(line: Line, columns: readonly Column[]): (Line | null)[] | null {
  const row: (Line | null)[] = columns.map(() => null)
  for (const cell of line.cells) {
    const { start, end } = extentOf(cell, line)
    const under = columns.flatMap((column, i) => (start < column.end && end > column.start ? [i] : []))
    const [at] = under
    if (at === undefined || under.length > 1 || row[at] !== null) return null
    row[at] = cell
  }
  return row
}
