import type { Row } from './kind.ts'

const columns = ['kind', 'runs', 'acknowledged', 'lost', 'damaged', 'unopened', 'verdict', 'remark'] as const
const heads = { acknowledged: 'acked', unopened: 'not opened' } as Partial<Record<string, string>>

/** The rows as lines of text, numbers to the right. */
export function table(rows: readonly Row[]): string {
  const cells = [
    columns.map((column) => heads[column] ?? column),
    ...rows.map((row) =>
      columns.map((column) => (row.verdict === 'skipped' ? shortened(row, column) : String(row[column]))),
    ),
  ]
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]?.length ?? 0)))
  const lines = cells.map((line) =>
    line
      .map((cell, index) => aligned(cell, widths[index] ?? 0, index))
      .join('  ')
      .trimEnd(),
  )
  return lines.join('\n')
}

/** What was not done has no figures. */
function shortened(row: Row, column: (typeof columns)[number]): string {
  return typeof row[column] === 'number' ? '' : String(row[column])
}

function aligned(cell: string, width: number, index: number): string {
  const isNumber = index > 0 && index < 6
  return isNumber ? cell.padStart(width) : cell.padEnd(width)
}
