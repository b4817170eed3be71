import type { ArticleSummary, ListFilter } from '../../src/contract.ts'
import type { AppError } from '../../src/errors.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import type { Reading } from '../../src/model/note.ts'
import type { Sort } from '../../src/model/settings.ts'
import { call } from '../call.ts'
import { problem } from './messages.ts'
import {
  missingPages,
  noPages,
  outdated,
  pageSize,
  rowById,
  wayTo,
  withoutRow,
  withPage,
  withRow,
} from './pages.ts'
import { getState, setState } from './store.ts'

/** Rows asked for beyond those drawn: a page is there before its first row is. */
const rowsAhead = 30
/** A page may hold no more (src/contract.ts). */
const greatestPage = 500
/** Short enough to feel immediate, long enough that a typed word is one question and a burst of news one more look. */
const settleMs = 120
/** Requests under way at a time: who drags the scrollbar past a hundred pages does not wait for them. */
const mostAtOnce = 4
/** The library's process is back sooner than this when it has to be started again. */
const retryMs = 2000

/** A look at the list as it stands: until something in it moves, the pages asked for fit each other. */
type Look = {
  readonly underWay: Set<number>
  /** Another filter, query or order: the first answer takes the place of all that was there. */
  isAnotherList: boolean
}

let look: Look = { underWay: new Set(), isAnotherList: false }
/** The rows on the screen. */
let shown = { first: 0, last: 0 }
let settling: ReturnType<typeof setTimeout> | undefined
let hasChanged = false
let reloading: Promise<void> | null = null

/** Asks for what is missing of the rows now on the screen and around them; a later call overtakes an earlier one. */
export async function showRows(first: number, last: number): Promise<void> {
  shown = { first, last }
  await fill()
}

/** Asks again for what is shown; the rows stay until the answers come. */
export async function reloadRows(): Promise<void> {
  setState({ list: outdated(getState().list) })
  look = { underWay: new Set(), isAnotherList: look.isAnotherList }
  await fill()
}

/** As `reloadRows`, once for many changes that come close together, and never twice at a time. */
export function reloadSoon(): void {
  hasChanged = true
  reloading ??= reloadWhileChanging().finally(() => (reloading = null))
}

async function reloadWhileChanging(): Promise<void> {
  while (hasChanged) {
    await new Promise((resolve) => setTimeout(resolve, settleMs))
    hasChanged = false
    await reloadRows()
  }
}

/** Asks for the list of another question, from its top; the old rows stay until the first answer. */
export async function startList(): Promise<void> {
  clearTimeout(settling)
  setState({ listStatus: 'loading' })
  shown = { first: 0, last: 0 }
  look = { underWay: new Set(), isAnotherList: true }
  await fill()
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
  for (let page = { after: null, skip: 0 } as ReturnType<typeof wayTo> | null; page !== null;) {
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

/** Asks for the missing pages of what is shown, then of what is near it, until none is missing. */
async function fill(): Promise<void> {
  const mine = look
  const { first, last } = shown
  const known = mine.isAnotherList ? noPages : getState().list
  const wanted = [
    ...missingPages(known, first, last),
    ...missingPages(known, first - rowsAhead, last + rowsAhead),
  ]
  const missing = [...new Set(wanted)]
    .filter((page) => !mine.underWay.has(page))
    .slice(0, Math.max(0, mostAtOnce - mine.underWay.size))
  await Promise.all(missing.map((page) => loadPage(mine, page)))
}

async function loadPage(mine: Look, page: number): Promise<void> {
  mine.underWay.add(page)
  const way = mine.isAnotherList ? wayTo(noPages, page) : wayTo(getState().list, page)
  const result = await call('article.list', { ...question(), ...way, limit: pageSize })
  if (mine !== look) return
  mine.underWay.delete(page)
  if (!result.ok) return failed(mine, result.error)
  const before = mine.isAnotherList ? noPages : getState().list
  mine.isAnotherList = false
  const near = Math.floor(shown.first / pageSize)
  setState({ list: withPage(before, page, { ...result.value, shown: near }), listStatus: 'ready' })
  await fill()
}

/** Says so once, and tries again by itself for as long as the page is wanted. */
function failed(mine: Look, error: AppError): void {
  if (getState().listStatus !== 'failed') problem(error)
  setState({ listStatus: 'failed' })
  setTimeout(() => {
    if (mine === look) void fill()
  }, retryMs)
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
