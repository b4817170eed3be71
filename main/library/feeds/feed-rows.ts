import type { FeedEntryRow, FeedSummary } from '../../../src/contract.ts'
import type { MergedFeeds } from '../../../src/merge/feeds.ts'
import type { Subscription } from '../../../src/model/feed.ts'
import type { FeedId } from '../../../src/model/ids.ts'
import { directionOf } from '../../../src/text/direction.ts'
import { excerptOf } from '../../../src/text/excerpt.ts'
import type { CachedEntry, CachedFeed } from './feed-cache.ts'

/** A feed that is followed, and what it answered last. */
export type FollowedFeed = { id: FeedId; subscription: Subscription; cached: CachedFeed | null }

type Marks = MergedFeeds['marks']

/** As `FeedEntryRow.excerpt` says. */
const excerptLength = 240

export function summaryOf({ id, subscription, cached }: FollowedFeed, marks: Marks): FeedSummary {
  const { url, folders } = subscription
  return {
    id,
    url,
    title: titleOf({ subscription, cached }),
    siteUrl: cached?.siteUrl ?? subscription.siteUrl,
    folders,
    fresh: (cached?.entries ?? []).filter((entry) => !isSeen(entry, marks)).length,
    checkedAt: cached?.checkedAt ?? null,
    error: cached?.error ?? null,
  }
}

/** What the reading list or the feed called it when it was followed; else its own word, else where it is. */
export function titleOf({ subscription, cached }: Pick<FollowedFeed, 'subscription' | 'cached'>): string {
  return subscription.title ?? cached?.title ?? new URL(subscription.url).host
}

/** An entry among those of its feed. */
export type FoundEntry = { entry: CachedEntry; feed: FollowedFeed }

/** Feed by feed, the one with the newest entry first; in each, the newest first. */
export function inOrder(
  feeds: readonly FollowedFeed[],
  isShown: (entry: CachedEntry) => boolean,
): FoundEntry[] {
  const groups = feeds.map((feed) => {
    const entries = (feed.cached?.entries ?? []).filter(isShown)
    return { feed, entries: entries.sort((a, b) => compare(timeOf(b), timeOf(a))) }
  })
  const newest = ({ entries: [first] }: (typeof groups)[number]): string =>
    first === undefined ? '' : timeOf(first)
  groups.sort((a, b) => compare(newest(b), newest(a)) || compare(titleOf(a.feed), titleOf(b.feed)))
  return groups.flatMap(({ feed, entries }) => entries.map((entry) => ({ entry, feed })))
}

export function rowOf({ entry, feed }: FoundEntry, marks: Marks): FeedEntryRow {
  const { id, url, byline, publishedAt, summary, language, html } = entry
  const title = entry.title ?? beginningOf(summary ?? url ?? '')
  return {
    id,
    feedId: feed.id,
    feedTitle: titleOf(feed),
    title,
    byline,
    url,
    publishedAt,
    language: language ?? feed.cached?.language ?? null,
    direction: directionOf(`${title} ${summary ?? ''}`),
    excerpt: entry.title === null ? '' : excerptOf(summary ?? '', excerptLength),
    hasText: html !== null,
    isSeen: isSeen(entry, marks),
  }
}

/** What stands for a headline where there is none. */
function beginningOf(text: string): string {
  const beginning = excerptOf(text, 80) // two lines of the list
  return text.trim().length > 80 ? `${beginning}…` : beginning
}

export function isSeen({ id }: Pick<CachedEntry, 'id'>, marks: Marks): boolean {
  return marks.get(id)?.isSeen ?? false
}

/** When it came out; not later than it was found, so that nobody stays on top by giving a date to come. */
function timeOf({ publishedAt, foundAt }: CachedEntry): string {
  return publishedAt !== null && publishedAt < foundAt ? publishedAt : foundAt
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
