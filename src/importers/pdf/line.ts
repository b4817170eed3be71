import type { Direction } from '../../model/content.ts'
import { rightToLeft } from './right-to-left.ts'
import type { Run } from './run.ts'

/** Runs that stand beside each other on one baseline, in the order in which they are read. */
export type Line = {
  runs: Run[]
  left: number
  right: number
  baseline: number
  /** That of most of its letters. */
  size: number
  font: string
  /** How many characters it has. */
  length: number
  /** What wide gaps part it into, in reading order; none where nothing does. */
  cells: Line[]
}

/** As much of a letter's size as baselines on one line may differ: raised and lowered signs do by a third. */
const sameBaseline = 0.45

/** A wider gap, in sizes, may be the space between two columns. Words in a justified line are closer, mostly. */
const widestSpace = 1.5

/** Runs that overlap by more than this many sizes do not stand in a row. */
const mostOverlap = 0.5

/**
 * The pieces of lines that runs make, in their order: a piece ends with the line, and at each gap that may be one between columns.
 */
export function piecesOfLines(runs: readonly Run[]): Line[] {
  const pieces: Run[][] = []
  let last: Run | null = null
  for (const run of runs) {
    if (last !== null && continues(last, run)) pieces.at(-1)!.push(run)
    else pieces.push([run])
    last = run
  }
  return pieces.map(lineOf)
}

/** The line that runs make whatever the gaps between them. */
export function lineOf(runs: readonly Run[]): Line {
  const main = mainRun(runs)
  return {
    runs: [...runs],
    left: least(runs.map((run) => run.left)),
    right: -least(runs.map((run) => -run.right)),
    baseline: main.baseline,
    size: main.size,
    font: main.font,
    length: runs.reduce((sum, run) => sum + run.text.length, 0),
    cells: [],
  }
}

function continues(last: Run, run: Run): boolean {
  const size = Math.max(last.size, run.size)
  if (Math.abs(last.baseline - run.baseline) > sameBaseline * size) return false
  const gap = Math.max(run.left - last.right, last.left - run.right)
  return gap < widestSpace * size && gap > -mostOverlap * size
}

/** The run that sets the tone: of the size with the most letters. */
function mainRun(runs: readonly Run[]): Run {
  const letters = new Map<string, number>()
  const keyOf = (run: Run): string => `${Math.round(run.size * 2)} ${run.font}`
  for (const run of runs) letters.set(keyOf(run), (letters.get(keyOf(run)) ?? 0) + run.text.length)
  return runs.reduce((best, run) => (letters.get(keyOf(run))! > letters.get(keyOf(best))! ? run : best))
}

/** Pieces on one baseline made to rows, from the top down; what is at the same height is one row, columns or not. */
export function rowsOf(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = []
  for (const line of lines.toSorted((a, b) => a.baseline - b.baseline)) {
    const first = rows.at(-1)?.[0]
    const size = Math.min(line.size, first?.size ?? 0)
    if (first !== undefined && line.baseline - first.baseline <= sameBaseline * size) rows.at(-1)!.push(line)
    else rows.push([line])
  }
  return rows
}

/**
 * The runs of a row as one line, in reading order; `around` is how its neighbours are read. Among lines from right to left, one
 * with a long name in Latin letters is one of them, too.
 */
export function joinedRow(row: readonly Line[], around: Direction): Line {
  const all = row.flatMap((line) => line.runs)
  const hasRightToLeft = all.some((run) => run.isRightToLeft)
  if (row.length === 1 && !hasRightToLeft) return row[0]!
  const isRightToLeft = isMostlyRightToLeft(all) || (around === 'rtl' && hasRightToLeft)
  const lines = row.toSorted((a, b) => (isRightToLeft ? b.right - a.right : a.left - b.left))
  const cells = lines.map((line) =>
    lineOf(apart(isRightToLeft ? rightToLeft(sorted(line.runs)) : sorted(line.runs), isRightToLeft)),
  )
  return { ...lineOf(cells.flatMap((cell) => cell.runs)), cells }
}

function sorted(runs: readonly Run[]): Run[] {
  return runs.toSorted((a, b) => a.left - b.left)
}

/** A gap of this many sizes is a space. */
const leastSpace = 0.15

/** The first of a piece stands apart; others, where their order is not that of the page, by the gaps that are seen. */
function apart(runs: readonly Run[], isReordered: boolean): Run[] {
  return runs.map((run, i) => {
    const before = runs[i - 1]
    if (before === undefined) return { ...run, isApart: true }
    if (!isReordered) return run
    const gap = Math.max(run.left - before.right, before.left - run.right)
    const isApart = gap > leastSpace * run.size || before.endsWithSpace || run.opensWithSpace
    return { ...run, isApart: isApart && !/^\p{M}/u.test(run.text) }
  })
}

export function isMostlyRightToLeft(runs: readonly Run[]): boolean {
  let balance = 0
  for (const run of runs) balance += run.isRightToLeft ? run.text.length : -run.text.length
  return balance > 0
}

export function directionOfLines(lines: readonly Line[]): Direction {
  return isMostlyRightToLeft(lines.flatMap((line) => line.runs)) ? 'rtl' : 'ltr'
}

export function textOfLine({ runs }: Line): string {
  return runs.map((run, i) => (i > 0 && run.isApart ? ` ${run.text}` : run.text)).join('')
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((min, number) => Math.min(min, number), Infinity)
}
