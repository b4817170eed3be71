import { figures } from './figures.ts'
import { textOfLine, type Line } from './line.ts'
import { isContentsLine } from './contents-line.ts'

/** Lines below each other that are all rows of cells, or none of them. */
export type Stretch = { lines: Line[]; isRows: boolean }

/** Wide gaps part the line of a table into as many cells at least; a name and a figure are enough. */
const leastCells = 3

/** Rows further apart, in sizes, do not belong together. */
const widestPitch = 3.5

/** The lines of a region in stretches. A single row is one by chance, and a line like others. */
export function stretchesOf(lines: readonly Line[]): Stretch[] {
  const stretches: Stretch[] = []
  for (let at = 0; at < lines.length;) {
    const end = endOfRows(lines, at)
    const isRows = end - at > 1
    const next = isRows ? lines.slice(at, end) : [lines[at]!]
    const before = stretches.at(-1)
    if (!isRows && before?.isRows === false) before.lines.push(...next)
    else stretches.push({ lines: next, isRows })
    at += next.length
  }
  return stretches
}

/** Where the rows that begin at a line end; what has two cells between two rows is one, too. */
function endOfRows(lines: readonly Line[], start: number): number {
  let end = start
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at]!
    if (at > start && line.baseline - lines[at - 1]!.baseline > widestPitch * line.size) break
    if (isRow(line)) end = at + 1
    else if (at === start || line.cells.length < 2) break
  }
  return end
}

function isRow(line: Line): boolean {
  if (isContentsLine(textOfLine(line))) return false
  if (line.cells.length >= leastCells) return true
  return line.cells.length === 2 && figures.test(textOfLine(line.cells[1]!))
}
