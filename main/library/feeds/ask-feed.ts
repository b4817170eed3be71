import { type AppError, fail, ok, type Result } from '../../../src/errors.ts'
import type { AtAddress } from '../../../src/importers/feed/at-address.ts'
import type { SourceFile } from '../../../src/importers/source-file.ts'
import type { Feed } from '../../../src/model/feed.ts'
import type { fetchAddress, Fetched, FetchOptions } from '../../web/fetch-address.ts'

/** How feeds are loaded and read; what is in them is hostile, so it is read in the import worker. */
export type Asking = {
  fetch: typeof fetchAddress
  read: (source: SourceFile) => Promise<Result<AtAddress>>
  /** ISO date-time of now. */
  clock: () => string
}

/** What a feed answered, and what it wants to hear when it is asked again. */
export type FeedAnswer = { url: string; feed: Feed } & Pick<Fetched, 'etag' | 'lastModified'>

type Known = { etag: string | null; lastModified: string | null }

type How = { known: Known | null } & Pick<FetchOptions, 'from' | 'signal'>

const accepted =
  'application/atom+xml,application/rss+xml,application/feed+json,application/rdf+xml,application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8,*/*;q=0.5'

/** Asks a feed what is new since `known`; `from` is the page that named it, where that was not the reader. */
export async function askFeed(
  url: string,
  asking: Asking,
  how: How,
): Promise<Result<FeedAnswer | 'unchanged'>> {
  const asked = await ask(url, asking, how)
  if (!asked.ok) return asked
  if (asked.value === 'unchanged') return ok('unchanged')
  const { at, fetched } = asked.value
  if (at.kind === 'page') return fail(noFeed(url))
  return ok({ url, feed: at.feed, etag: fetched.etag, lastModified: fetched.lastModified })
}

/** The feed at an address, or the one that the page there names first. */
export async function findFeed(url: string, asking: Asking): Promise<Result<FeedAnswer>> {
  const asked = await ask(url, asking, { known: null })
  if (!asked.ok) return asked
  if (asked.value === 'unchanged') return fail(noFeed(url))
  const { at, fetched } = asked.value
  const { etag, lastModified } = fetched
  if (at.kind === 'feed') return ok({ url, feed: at.feed, etag, lastModified })
  const named = at.feeds.find((one) => !/comments/i.test(one)) ?? at.feeds[0]
  if (named === undefined) return fail(noFeed(url))
  const answer = await askFeed(named, asking, { known: null, from: fetched.url })
  if (!answer.ok) return answer
  return answer.value === 'unchanged' ? fail(noFeed(named)) : ok(answer.value)
}

type Asked = { at: AtAddress; fetched: Fetched }

async function ask(
  url: string,
  { fetch, read, clock }: Asking,
  { known, ...how }: How,
): Promise<Result<Asked | 'unchanged'>> {
  const said = { etag: known?.etag ?? null, lastModified: known?.lastModified ?? null }
  const fetched = await fetch(url, { ...how, ...said, accept: accepted })
  if (!fetched.ok) return fetched
  if (fetched.value === 'unchanged') return ok('unchanged')
  const { bytes, contentType } = fetched.value
  const web = { url: fetched.value.url, contentType }
  const at = await read({ name: url, bytes, modified: null, now: clock(), web })
  return at.ok ? ok({ at: at.value, fetched: fetched.value }) : at
}

function noFeed(url: string): AppError {
  return { code: 'feed-none', url }
}
