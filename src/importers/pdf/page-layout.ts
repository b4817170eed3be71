import { grouped } from './grouped.ts'
import { directionOfLines, joinedRow, piecesOfLines, rowsOf, textOfLine, type Line } from './line.ts'
import type { Page } from './read-page.ts'
import { regionsOf, type Region } from './reading-order.ts'
import type { Run } from './run.ts'

/** The text of a page in reading order; `margin` is what was taken off its head and foot. */
export type Layout = { page: number; regions: Region[] }

/** As many rows at the head and at the foot of a page may stand there on every page. */
const edgeRows = 3

/** On as many pages a row has to be to be taken for a running head or foot. */
const leastPages = 3

/** By as many points its place may differ. */
const samePlace = 6

/** `12`, `- 12 -`, `xii`, `Page 3 of 10`, `3/10`. */
const pageNumber =
  /^(?:(?:page|seite|página|pagina|p\.?)\s*)?[-–—[(]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-–—\])]?(?:\s*(?:of|von|de|di|\/)\s*\d{1,4})?$/iu

/**
 * All pages in reading order, without the lines that stand at the same place of three pages or more and without lone page
 * numbers; `running` are the former, each once.
 */
export function layoutOf(pages: readonly Page[]): { layouts: Layout[]; running: string[] } {
  const groups = pages.map((page) => ({ page, byAngle: byAngle(page.runs) }))
  const edges = groups.map(({ page, byAngle: [main] }) => edgesOf(page.number, piecesOfLines(main ?? [])))
  const repeated = repeatedOf(edges.flat())
  const layouts = groups.map(({ page, byAngle }, i) => {
    const gone = new Set(
      edges[i]!.filter((edge) => repeated.has(edge) || isNumber(edge)).flatMap((edge) => edge.runs),
    )
    const regions = byAngle.flatMap((runs) => regionsOf(piecesOfLines(runs.filter((run) => !gone.has(run)))))
    return { page: page.number, regions }
  })
  const heads = [...repeated].filter((edge) => !pageNumber.test(edge.text))
  const once = new Map(heads.toReversed().map((edge) => [edge.shape, edge.text]))
  return { layouts, running: [...once.values()].toReversed() }
}

/** The runs of each angle; most of the page comes first, what was stamped across it after that. */
function byAngle(runs: readonly Run[]): Run[][] {
  const groups = grouped(runs, (run) => run.angle)
  const length = (group: readonly Run[]): number => group.reduce((sum, run) => sum + run.text.length, 0)
  return [...groups.values()].sort((a, b) => length(b) - length(a))
}

/** A row at the head or foot of a page. `shape` is its text without its numbers. */
type Edge = { page: number; text: string; shape: string; baseline: number; isOuter: boolean; runs: Run[] }

function edgesOf(page: number, pieces: readonly Line[]): Edge[] {
  const rows = rowsOf(pieces)
  const direction = directionOfLines(pieces)
  const last = rows.length - 1
  return rows.flatMap((row, i) => {
    if (i >= edgeRows && i <= last - edgeRows) return []
    const line = joinedRow(row, direction)
    const text = textOfLine(line)
    const shape = text.replace(/\d+/g, '').replace(/\s+/g, ' ').trim()
    const isOuter = i === 0 || i === last
    return [{ page, text, shape, baseline: line.baseline, isOuter, runs: row.flatMap((piece) => piece.runs) }]
  })
}

function isNumber({ text, isOuter }: Edge): boolean {
  return isOuter && pageNumber.test(text)
}

function repeatedOf(edges: readonly Edge[]): Set<Edge> {
  const repeated = new Set<Edge>()
  const alike = grouped(
    edges.flatMap((edge) => keysOf(edge).map((key) => ({ key, edge }))),
    ({ key }) => key,
  )
  for (const group of alike.values()) {
    if (group.length < leastPages) continue
    for (const { edge } of group) {
      const pages = group.filter((other) => Math.abs(other.edge.baseline - edge.baseline) <= samePlace)
      if (new Set(pages.map((other) => other.edge.page)).size >= leastPages) repeated.add(edge)
    }
  }
  return repeated
}

/** The text itself, and with each of its numbers as what it is above the page's: `Chapter 2` is no running head of page 9. */
function keysOf({ text, page }: Edge): string[] {
  const numbers = [...text.matchAll(/\d{1,4}/g)].slice(0, 4)
  const relative = numbers.map(
    ({ 0: digits, index }) =>
      `${text.slice(0, index)}#${Number(digits) - page}#${text.slice(index + digits.length)}`,
  )
  return [text, ...relative]
}
