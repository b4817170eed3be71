import type { Direction } from '../../model/content.ts'
import { directionOfLines, joinedRow, rowsOf, type Line } from './line.ts'

/** Lines one above the other, with nothing beside them. */
export type Region = Line[]

/** A page of more pieces is a drawing or a list; columns are not looked for in it. */
const mostPieces = 4000

/** Columns in columns in columns are deeper than any page. */
const mostCuts = 6

/**
 * The regions of a page in reading order. Columns are found where several pieces of lines begin at the same place and nothing
 * crosses the space before it: first what stands above them, then column by column, then what stands below.
 */
export function regionsOf(pieces: readonly Line[]): Region[] {
  if (pieces.length === 0) return []
  return cut(pieces, directionOfLines(pieces), pieces.length > mostPieces ? 0 : mostCuts)
}

function cut(pieces: readonly Line[], direction: Direction, cutsLeft: number): Region[] {
  if (pieces.length === 0) return []
  const band = cutsLeft > 0 ? widestBand(rowsOf(pieces)) : null
  if (band === null) return [rowsOf(pieces).map((row) => joinedRow(row, direction))]
  const { above, left, right, below } = band
  const columns = direction === 'rtl' ? [right, left] : [left, right]
  return [above, ...columns, below].flatMap((part) => cut(part, direction, cutsLeft - 1))
}

/** Neighbouring rows that are parted at one place, with the pieces above and below them. */
type Band = { above: Line[]; left: Line[]; right: Line[]; below: Line[] }

function widestBand(rows: readonly Line[][]): Band | null {
  let best: Band | null = null
  for (const edge of edgesOf(rows.flat())) {
    for (const band of bandsAt(rows, edge)) {
      const isLarger = best === null || sizeOf(band) > sizeOf(best)
      if (isLarger && isOfColumns(band)) best = band
    }
  }
  return best
}

function sizeOf({ left, right }: Band): number {
  return Math.min(left.length, right.length)
}

/** Fewer lines than this that begin at the same place are chance. */
const leastLines = 3

/** The places, in whole points, where several pieces begin; the first of them all has nothing before it. */
function edgesOf(pieces: readonly Line[]): number[] {
  const counts = new Map<number, number>()
  for (const { left } of pieces) counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + 1)
  const near = (edge: number): number =>
    [edge - 1, edge, edge + 1].reduce((sum, place) => sum + (counts.get(place) ?? 0), 0)
  const edges = [...counts.keys()].filter((edge) => near(edge) >= leastLines)
  const first = pieces.reduce((min, piece) => Math.min(min, piece.left), Infinity)
  return edges.filter((edge) => edge > first + 2)
}

/** What crosses a place by less than this, in points, does not cross it: letters lean out, and edges are rounded. */
const slack = 2

function bandsAt(rows: readonly Line[][], edge: number): Band[] {
  const bands: Band[] = []
  let from = 0
  const close = (to: number): void => {
    const inside = rows.slice(from, to).flat()
    bands.push({
      above: rows.slice(0, from).flat(),
      left: inside.filter((piece) => piece.left < edge - slack),
      right: inside.filter((piece) => piece.left >= edge - slack),
      below: rows.slice(to).flat(),
    })
    from = to + 1
  }
  rows.forEach((row, i) => {
    if (!row.some((piece) => piece.left < edge - slack && piece.right > edge + slack)) return
    close(i)
  })
  close(rows.length)
  return bands
}

/** Narrower than this, in characters, a column is one of a table, or of the numbers of a list. */
const leastCharacters = 12

/** In a column most lines reach over most of its width, in a table few do. */
const leastFill = 0.6

/**
 * Columns stand beside each other and are made of lines. Where one of them is a drawing or a program, the page itself tells: it
 * sets columns one after the other, and tables row by row.
 */
function isOfColumns({ left, right }: Band): boolean {
  const sides = [left, right]
  if (sides.some((side) => side.length < leastLines) || overlap(left, right) < 0.5) return false
  return sides.every(isOfText) || (sides.some(isOfText) && isSetApart(left, right))
}

function isOfText(column: readonly Line[]): boolean {
  return median(column.map((piece) => piece.length)) >= leastCharacters && isFilled(column)
}

/** Of so many steps from one piece to the next, one may lead to the other side. */
const stepsPerTurn = 5

function isSetApart(left: readonly Line[], right: readonly Line[]): boolean {
  const order = [
    ...left.map((piece) => ({ piece, side: 0 })),
    ...right.map((piece) => ({ piece, side: 1 })),
  ].sort((a, b) => a.piece.runs[0]!.order - b.piece.runs[0]!.order)
  const turns = order.filter(({ side }, i) => i > 0 && order[i - 1]!.side !== side).length
  return turns <= Math.max(1, order.length / stepsPerTurn)
}

function isFilled(column: readonly Line[]): boolean {
  const left = column.reduce((min, piece) => Math.min(min, piece.left), Infinity)
  const right = column.reduce((max, piece) => Math.max(max, piece.right), -Infinity)
  return median(column.map((piece) => piece.right - piece.left)) >= leastFill * (right - left)
}

/** How much of the shorter of two columns has the other beside it. */
function overlap(a: readonly Line[], b: readonly Line[]): number {
  const [topA, endA] = extent(a)
  const [topB, endB] = extent(b)
  const shared = Math.min(endA, endB) - Math.max(topA, topB)
  return shared / Math.max(1, Math.min(endA - topA, endB - topB))
}

function extent(pieces: readonly Line[]): [top: number, end: number] {
  const baselines = pieces.map((piece) => piece.baseline)
  return [baselines.reduce((a, b) => Math.min(a, b)), baselines.reduce((a, b) => Math.max(a, b))]
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
