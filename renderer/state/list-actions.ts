import type { ArticleSummary, ListFilter } from '../../src/contract.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import type { Reading } from '../../src/model/note.ts'
import { call } from '../call.ts'
import { problem } from './messages.ts'
import { getState, setState } from './store.ts'

/** Rows asked for at a time: about ten screens, so scrolling never meets the end of what is there. */
const pageSize = 100
/** A page may hold no more (src/contract.ts). */
const greatestPage = 500
/** Short enough to feel immediate, long enough that a typed word is one question. */
const settleMs = 120

let newestRequest = 0
let settling: ReturnType<typeof setTimeout> | undefined

/** Loads the page after the last row, or the first page where there are no rows. */
export async function loadPage(): Promise<void> {
  await load(getState().rows, pageSize)
}

/** Asks again for what is shown; the rows stay until the answer comes. */
export async function reloadRows(): Promise<void> {
  await load([], Math.min(greatestPage, Math.max(pageSize, getState().rows.length)))
}

/** As `reloadRows`, once for many changes that come close together. */
export function reloadSoon(): void {
  clearTimeout(settling)
  settling = setTimeout(() => void reloadRows(), settleMs)
}

export async function setFilter(filter: ListFilter): Promise<void> {
  if (filter === getState().filter) return
  setState({ filter, listStatus: 'loading' })
  await load([], pageSize)
}

export function setQuery(query: string): void {
  setState({ query, listStatus: 'loading' })
  clearTimeout(settling)
  settling = setTimeout(() => void load([], pageSize), settleMs)
}

/** Ids of all articles that fit filter and query, loaded or not. */
export async function allShown(): Promise<ArticleId[]> {
  const { filter, query } = getState()
  const ids: ArticleId[] = []
  for (let hasMore = true; hasMore;) {
    const after = ids.at(-1) ?? null
    const result = await call('article.list', { filter, query, after, limit: greatestPage })
    if (!result.ok) {
      problem(result.error)
      return []
    }
    ids.push(...result.value.rows.map((row) => row.id))
    hasMore = result.value.hasMore && result.value.rows.length > 0
  }
  return ids
}

export function putRow(summary: ArticleSummary): void {
  const { rows } = getState()
  if (!rows.some((row) => row.id === summary.id)) return reloadSoon()
  setState({ rows: rows.map((row) => (row.id === summary.id ? summary : row)) })
}

export function putReading(id: ArticleId, reading: Reading): void {
  const { rows, open } = getState()
  setState({
    rows: rows.map((row) => (row.id === id ? { ...row, reading } : row)),
    open: open?.article.id === id ? { ...open, reading } : open,
  })
}

export function dropRow(id: ArticleId): void {
  const { rows, total } = getState()
  if (!rows.some((row) => row.id === id)) return
  setState({ rows: rows.filter((row) => row.id !== id), total: total - 1 })
}

async function load(before: readonly ArticleSummary[], limit: number): Promise<void> {
  const { filter, query } = getState()
  const request = (newestRequest += 1)
  const after = before.at(-1)?.id ?? null
  const result = await call('article.list', { filter, query, after, limit })
  if (request !== newestRequest) return
  if (!result.ok) {
    setState({ listStatus: 'failed' })
    return problem(result.error)
  }
  const { rows, total, hasMore } = result.value
  setState({ rows: [...before, ...rows], total, hasMore, listStatus: 'ready' })
}
