import type { FeedEntryRow, FeedSummary } from '../../src/contract.ts'
import { fail, ok, type Result } from '../../src/errors.ts'
import type { Client } from './client.ts'

/** The feeds of these names. */
export async function feedsNamed(client: Client, names: readonly string[]): Promise<Result<FeedSummary[]>> {
  const found: FeedSummary[] = []
  for (const name of names) {
    const feed = await feedNamed(client, name)
    if (!feed.ok) return feed
    found.push(feed.value)
  }
  return ok(found)
}

/** By its address or that of its site, its title, or the beginning of its id. */
export async function feedNamed(client: Client, name: string): Promise<Result<FeedSummary>> {
  const listed = await client.call('feed.list', {})
  if (!listed.ok) return listed
  const wanted = plain(name)
  const isIt = ({ url, siteUrl, title }: FeedSummary): boolean =>
    [url, siteUrl, title].some((one) => one !== null && plain(one) === wanted)
  const byId = listed.value.feeds.filter(({ id }) => name.length >= 4 && id.startsWith(name.toLowerCase()))
  const feed = listed.value.feeds.find(isIt) ?? (byId.length === 1 ? byId[0] : undefined)
  return feed === undefined ? fail({ code: 'feed-unknown', id: name }) : ok(feed)
}

/** However its address is typed. */
function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '')
}

/** The entry whose id begins so. */
export function entryNamed(rows: readonly FeedEntryRow[], name: string): Result<FeedEntryRow> {
  const found = rows.filter(({ id }) => id.startsWith(name.toLowerCase()))
  const ids = new Set(found.map(({ id }) => id))
  const [row] = found
  if (row === undefined || name === '') return fail({ code: 'entry-gone' })
  return ids.size === 1
    ? ok(row)
    : fail({ code: 'bad-input', reason: `several entries' ids begin with ${name}` })
}

type Wanted = { feedId: FeedEntryRow['feedId'] | null; isNewOnly: boolean }

/** All entries of a feed, or of all feeds. */
export async function entriesOf(client: Client, wanted: Wanted): Promise<Result<FeedEntryRow[]>> {
  const rows: FeedEntryRow[] = []
  for (;;) {
    const page = await client.call('feed.entries', { ...wanted, skip: rows.length, limit: 500 })
    if (!page.ok) return page
    rows.push(...page.value.rows)
    if (page.value.rows.length === 0 || rows.length >= page.value.total) return ok(rows)
  }
}
