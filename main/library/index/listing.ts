import type { Cursor, ListFilter } from '../../../src/contract.ts'
import type { Sort } from '../../../src/model/settings.ts'
import type { Database, Row } from './database.ts'
import { conditions, listIndex, orders } from './schema.ts'
import { wordStarts } from './words.ts'

/**
 * Up to so many hits are fetched and sorted; of more, the list is walked in its order and hits are picked out. At 50,000
 * articles the two cost the same at about 1,500 hits.
 */
const fewHits = 1000

export type PageRequest = {
  filter: ListFilter
  query: string
  sort: Sort
  after: Cursor | null
  skip: number
  limit: number
}

/** What the lists of an index say. */
export class Listing {
  /** What `found` was filled for: a page, the total and the next page ask for the same. */
  private match: string | null = null
  private hits = 0

  constructor(private readonly database: Database) {
    database.exec('CREATE TEMP TABLE found (row INTEGER PRIMARY KEY)')
  }

  /** The rows of a page, and one more than its limit where there is one. */
  page({ filter, query, sort, after, skip, limit }: PageRequest): Row[] {
    const { column, isDescending } = orders[sort.by]
    const direction = isDescending === sort.isReversed ? 'ASC' : 'DESC'
    const from = this.entriesOf(filter, query, sort.by)
    const behind = after === null ? '' : `AND (${column}, id) ${direction === 'ASC' ? '>' : '<'} (?, ?)`
    return this.database.all(
      `SELECT id, ${column} AS key, summary ${from} ${behind} ORDER BY ${column} ${direction}, id ${direction} LIMIT ? OFFSET ?`,
      ...(after === null ? [] : [after.key, after.id]),
      limit + 1,
      skip,
    )
  }

  /** How many entries a list has. */
  count(filter: ListFilter, query: string): number {
    const starts = wordStarts(query)
    if (starts.length === 0) return this.database.number(`SELECT "${filter}" FROM tally`)
    if (filter === 'all') return this.search(starts)
    return this.database.number(`SELECT count(*) ${this.entriesOf(filter, query, 'added')}`)
  }

  /** To be told when words were changed or entries removed. */
  forget(): void {
    this.match = null
  }

  /** The part of a statement that says which entries, up to a condition that others may follow. */
  private entriesOf(filter: ListFilter, query: string, by: Sort['by']): string {
    const ordered = `FROM entry INDEXED BY ${listIndex(by, filter)}`
    const condition = conditions[filter] ?? 'TRUE'
    const starts = wordStarts(query)
    if (starts.length === 0) return `${ordered} WHERE ${condition}`
    return this.search(starts) <= fewHits
      ? `FROM found CROSS JOIN entry ON entry.row = found.row WHERE ${condition}`
      : `${ordered} WHERE entry.row IN (SELECT row FROM found) AND ${condition}`
  }

  /** Fills `found` and answers how many there are. */
  private search(starts: readonly string[]): number {
    const match = starts.map((start) => `"${start}"*`).join(' ')
    if (match === this.match) return this.hits
    this.forget()
    this.database.run('DELETE FROM found')
    this.database.run('INSERT INTO found SELECT rowid FROM words WHERE words MATCH ?', match)
    this.hits = this.database.number('SELECT count(*) FROM found')
    this.match = match
    return this.hits
  }
}
