import type { ArticleSummary, ListFilter } from '../../src/contract.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import type { Reading } from '../../src/model/note.ts'
import type { Sort } from '../../src/model/settings.ts'
import { call } from '../call.ts'
import { problem } from './messages.ts'
import { PagedList } from './paged-list.ts'
import { rowById, type Way, withoutRow, withRow } from './pages.ts'
import { getState, setState } from './store.ts'

/** A page may hold no more (src/contract.ts). */
const greatestPage = 500
/** Short enough to feel immediate, long enough that a typed word is one question. */
const settleMs = 120

const articles = new PagedList<ArticleSummary>({
  pages: () => getState().list,
  status: () => getState().listStatus,
  put: ({ pages: list = getState().list, status: listStatus = getState().listStatus }) =>
    setState({ list, listStatus }),
  ask: (page) => call('article.list', { ...question(), ...page }),
})
let settling: ReturnType<typeof setTimeout> | undefined

/** Asks for what is missing of the rows now on the screen and around them; a later call overtakes an earlier one. */
export async function showRows(first: number, last: number): Promise<void> {
  await articles.show(first, last)
}

/** Asks again for what is shown; the rows stay until the answers come. */
export async function reloadRows(): Promise<void> {
  await articles.reload()
}

/** As `reloadRows`, once for many changes that come close together, and never twice at a time. */
export function reloadSoon(): void {
  articles.reloadSoon()
}

/** Asks for the list of another question, from its top; the old rows stay until the first answer. */
export async function startList(): Promise<void> {
  clearTimeout(settling)
  await articles.start()
}

export async function setFilter(filter: ListFilter): Promise<void> {
  if (filter === getState().filter) return
  setState({ filter })
  await startList()
}

export function setQuery(query: string): void {
  setState({ query, listStatus: 'loading' })
  clearTimeout(settling)
  settling = setTimeout(() => void startList(), settleMs)
}

/** Ids of all articles that fit filter and query, loaded or not. */
export async function allShown(): Promise<ArticleId[]> {
  const ids: ArticleId[] = []
  for (let page = { after: null, skip: 0 } as Way | null; page !== null;) {
    const result = await call('article.list', { ...question(), ...page, limit: greatestPage })
    if (!result.ok) {
      problem(result.error)
      return []
    }
    ids.push(...result.value.rows.map((row) => row.id))
    page = result.value.next && { after: result.value.next, skip: 0 }
  }
  return ids
}

/** Takes an article's news over: in place where it cannot have moved, else the list is looked at again. */
export function putRow(summary: ArticleSummary): void {
  const { list, settings } = getState()
  const row = rowById(list, summary.id)
  setState({ list: withRow(list, summary) })
  if (row === undefined || sortKey(row, settings.sort) !== sortKey(summary, settings.sort)) reloadSoon()
}

export function putReading(id: ArticleId, reading: Reading): void {
  const { list, open } = getState()
  const row = rowById(list, id)
  if (open?.article.id === id) setState({ open: { ...open, reading } })
  if (row !== undefined) putRow({ ...row, reading })
}

export function dropRow(id: ArticleId): void {
  setState({ list: withoutRow(getState().list, id) })
  reloadSoon()
}

function question() {
  const { filter, query, settings } = getState()
  return { filter, query, sort: settings.sort }
}

/** What the place of a row hangs on. */
function sortKey(row: ArticleSummary, { by }: Sort): string | number | null {
  switch (by) {
    case 'added':
      return row.addedAt
    case 'published':
      return row.published
    case 'title':
      return row.title
    case 'progress':
      return row.reading.progress
  }
}
