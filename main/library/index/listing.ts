import type { Cursor, ListFilter } from '../../../src/contract.ts'
import type { Sort } from '../../../src/model/settings.ts'
import type { Database, Row, Value } from './database.ts'
import { conditions, listIndex, orders } from './schema.ts'
import { wordStarts } from './words.ts'

/**
 * Up to so many hits are fetched and sorted; of more, the list is walked in its order and hits are picked out. At 50,000
 * articles the two cost the same at about 1,500 hits.
 */
const fewHits = 1000

/** Which entries a list has. */
export type Choice = { filter: ListFilter; query: string }

export type PageRequest = Choice & { sort: Sort; after: Cursor | null; skip: number; limit: number }

/** The rows of a page, one more than its limit where there is one. */
export function readPage(database: Database, { sort, after, skip, limit, ...choice }: PageRequest): Row[] {
  const { column, isDescending } = orders[sort.by]
  const direction = isDescending === sort.isReversed ? 'ASC' : 'DESC'
  const { from, values } = entriesOf(database, choice, sort.by)
  const behind = after === null ? '' : `AND (${column}, id) ${direction === 'ASC' ? '>' : '<'} (?, ?)`
  return database.all(
    `SELECT id, ${column} AS key, summary ${from} ${behind} ORDER BY ${column} ${direction}, id ${direction} LIMIT ? OFFSET ?`,
    ...values,
    ...(after === null ? [] : [after.key, after.id]),
    limit + 1,
    skip,
  )
}

/** How many entries a list has. */
export function countEntries(database: Database, choice: Choice): number {
  if (wordStarts(choice.query).length === 0) return database.number(`SELECT "${choice.filter}" FROM tally`)
  const { from, values } = entriesOf(database, choice, 'added')
  return database.number(`SELECT count(*) ${from}`, ...values)
}

function entriesOf(
  database: Database,
  { filter, query }: Choice,
  by: Sort['by'],
): { from: string; values: Value[] } {
  const ordered = `FROM entry INDEXED BY ${listIndex(by, filter)}`
  const condition = conditions[filter] ?? 'TRUE'
  const starts = wordStarts(query)
  if (starts.length === 0) return { from: `${ordered} WHERE ${condition}`, values: [] }

  const match = starts.map((start) => `"${start}"*`).join(' ')
  const hits = database.number(
    'SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)',
    match,
    fewHits + 1,
  )
  const from =
    hits <= fewHits
      ? `FROM words CROSS JOIN entry ON entry.row = words.rowid WHERE words MATCH ? AND ${condition}`
      : `${ordered} WHERE entry.row IN (SELECT rowid FROM words WHERE words MATCH ?) AND ${condition}`
  return { from, values: [match] }
}
