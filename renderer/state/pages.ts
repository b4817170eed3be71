import type { ArticleSummary, Cursor } from '../../src/contract.ts'
import type { ArticleId } from '../../src/model/ids.ts'

/** Rows asked for at a time: about ten screens. */
export const pageSize = 100
/** Pages kept around what is shown: 2,000 rows, some megabytes, however long the list is. */
export const mostPages = 20

export type ListStatus = 'loading' | 'ready' | 'failed'

/** A list as far as it is loaded: pages of rows by their number, counted from 0. */
export type Pages<Row = ArticleSummary> = {
  /** Rows of the whole list. */
  readonly total: number
  readonly rows: ReadonlyMap<number, readonly Row[]>
  /** The place behind each page that has been loaded, those since dropped included: where the way to later pages begins. */
  readonly ends: ReadonlyMap<number, Cursor>
  /** Pages whose rows stay only until they have been asked for again. */
  readonly stale: ReadonlySet<number>
}

export const noPages: Pages<never> = { total: 0, rows: new Map(), ends: new Map(), stale: new Set() }

/** Undefined where the row is not loaded, or past the end. */
export function rowAt<Row>({ rows }: Pages<Row>, index: number): Row | undefined {
  return rows.get(pageOf(index))?.[index % pageSize]
}

/** Null where no loaded row is it. */
export function indexWhere<Row>({ rows }: Pages<Row>, isIt: (row: Row) => boolean): number | null {
  for (const [page, some] of rows) {
    const at = some.findIndex(isIt)
    if (at >= 0) return page * pageSize + at
  }
  return null
}

/** Null where the article is not loaded. */
export function indexOf(pages: Pages, id: ArticleId): number | null {
  return indexWhere(pages, (row) => row.id === id)
}

export function rowById(pages: Pages, id: ArticleId): ArticleSummary | undefined {
  const index = indexOf(pages, id)
  return index === null ? undefined : rowAt(pages, index)
}

/** The numbers of the pages that rows `first` to `last` stand on and that are missing or stale. */
export function missingPages({ total, rows, stale }: Pages<unknown>, first: number, last: number): number[] {
  const end = pageOf(Math.max(0, Math.min(last, total - 1)))
  const start = Math.min(pageOf(Math.max(0, first)), end)
  const wanted = Array.from({ length: end - start + 1 }, (_, index) => start + index)
  return wanted.filter((page) => !rows.has(page) || stale.has(page))
}

/** A place in the list: so many rows behind another, or behind its beginning. */
export type Way = { after: Cursor | null; skip: number }

/** How a page is asked for: behind the nearest known place before it, and past the rows between. */
export function wayTo({ ends }: Pages<unknown>, page: number): Way {
  for (let before = page - 1; before >= 0; before -= 1) {
    const after = ends.get(before)
    if (after !== undefined) return { after, skip: (page - 1 - before) * pageSize }
  }
  return { after: null, skip: page * pageSize }
}

/** `next` is null at the end of the list, and where the library keeps no places in it. */
export type Answer<Row> = { rows: readonly Row[]; total: number; next: Cursor | null }

/** With a page that was answered. Pages past the end go, and of too many those farthest from page `shown`. */
export function withPage<Row>(
  pages: Pages<Row>,
  page: number,
  { rows, total, next, shown }: Answer<Row> & { shown: number },
): Pages<Row> {
  const kept = new Map(pages.rows).set(page, rows)
  const last = pageOf(Math.max(0, total - 1))
  const nearFirst = [...kept.keys()].sort((a, b) => Math.abs(a - shown) - Math.abs(b - shown))
  for (const number of nearFirst.filter((one, rank) => one > last || rank >= mostPages)) kept.delete(number)
  const ends = new Map(pages.ends)
  if (next !== null) ends.set(page, next)
  const stale = new Set([...pages.stale].filter((number) => number !== page && kept.has(number)))
  return { total, rows: kept, ends, stale }
}

/** The same rows, to be asked for again: something in the list has moved, so no known place leads to where it led. */
export function outdated<Row>(pages: Pages<Row>): Pages<Row> {
  return { ...pages, ends: new Map(), stale: new Set(pages.rows.keys()) }
}

/** With one loaded row replaced where it stands. */
export function withRow(pages: Pages, row: ArticleSummary): Pages {
  const index = indexOf(pages, row.id)
  if (index === null) return pages
  const page = pageOf(index)
  const articles = pages.rows.get(page) ?? []
  return { ...pages, rows: new Map(pages.rows).set(page, articles.with(index % pageSize, row)) }
}

/** Without one loaded row: those behind it move up, as far as they are loaded. */
export function withoutRow(pages: Pages, id: ArticleId): Pages {
  const index = indexOf(pages, id)
  if (index === null) return pages
  const rows = new Map<number, readonly ArticleSummary[]>()
  for (const [page, articles] of pages.rows) {
    const gone = page < pageOf(index) ? null : page === pageOf(index) ? index % pageSize : 0
    const next = pages.rows.get(page + 1)?.[0]
    rows.set(page, gone === null ? articles : movedUp(articles, gone, next))
  }
  return { ...outdated({ ...pages, rows }), total: pages.total - 1 }
}

/** A short page takes nothing from the next: its last rows were not known before either. */
function movedUp(
  articles: readonly ArticleSummary[],
  gone: number,
  next: ArticleSummary | undefined,
): readonly ArticleSummary[] {
  const left = articles.toSpliced(gone, 1)
  return next === undefined || articles.length < pageSize ? left : [...left, next]
}

function pageOf(index: number): number {
  return Math.floor(index / pageSize)
}
