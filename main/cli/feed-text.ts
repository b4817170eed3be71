import type { FeedCheck, FeedEntryRow, FeedSummary } from '../../src/contract.ts'
import type { Surroundings } from './command.ts'
import { errorText } from './error-text.ts'

/** Entries under the names of their feeds. */
export function printByFeed(rows: readonly FeedEntryRow[], { out }: Surroundings): void {
  let feedId = ''
  for (const row of rows) {
    if (row.feedId !== feedId) out(row.feedTitle)
    feedId = row.feedId
    out(`  ${row.id}  ${row.publishedAt?.slice(0, 10) ?? '          '}  ${row.title}`)
  }
}

export function feedLine({ id, title, url, fresh, error }: FeedSummary): string {
  const state = error === null ? `${fresh} new` : `could not be read: ${errorText(error)}`
  return `${id}  ${title}  ${url}  (${state})`
}

/** As `--json` prints it; the README documents these fields. */
export function feedJson({ id, url, title, siteUrl, folders, fresh, checkedAt, error }: FeedSummary) {
  return { id, url, title, site: siteUrl, folders, new: fresh, checked: checkedAt, error }
}

/** As `--json` prints it. */
export function entryJson({
  id,
  feedId,
  feedTitle,
  title,
  byline,
  url,
  publishedAt,
  excerpt,
  ...row
}: FeedEntryRow) {
  const { hasText, isSeen } = row
  const feed = { id: feedId, title: feedTitle }
  return { id, feed, title, byline, url, published: publishedAt, excerpt, hasText, seen: isSeen }
}

export function checkJson({ checked, found, failed: failures }: FeedCheck) {
  return {
    checked,
    new: found,
    failed: failures.map(({ title, error }) => ({ title, error: errorText(error) })),
  }
}

/** `1 feed`, `2 feeds` */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
