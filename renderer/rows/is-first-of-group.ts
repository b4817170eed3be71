import { type Pages, rowAt } from '../state/pages.ts'

/** Whether the row at `index` is the first of its group. Where the row before is not loaded, nobody knows, and nothing is said. */
export function isFirstOfGroup<Row>(
  pages: Pages<Row>,
  index: number,
  groupOf: (row: Row) => string,
): boolean {
  const [before, row] = [rowAt(pages, index - 1), rowAt(pages, index)]
  if (index === 0 || before === undefined) return index === 0
  return row === undefined || groupOf(before) !== groupOf(row)
}
