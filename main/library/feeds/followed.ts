import { type AppError, fail, ok, type Result } from '../../../src/errors.ts'
import { changeTime, type MergedFeeds, withChanges, withoutGone } from '../../../src/merge/feeds.ts'
import type { EntryMark, FeedsFile, ListedFeed, Subscription } from '../../../src/model/feed.ts'
import { currentFormat } from '../../../src/model/format.ts'
import type { EntryId, FeedId } from '../../../src/model/ids.ts'
import { fileError } from '../keeper.ts'
import type { Library } from '../library.ts'
import type { FeedAnswer } from './ask-feed.ts'
import { answered, type CachedFeed, FeedCache } from './feed-cache.ts'
import { feedIdOf } from './feed-id.ts'
import { type FollowedFeed, type FoundEntry, isSeen } from './feed-rows.ts'
import { FeedsFiles } from './feeds-files.ts'

/** All that is followed, as it stands at some time. */
export type View = { feeds: FollowedFeed[]; merged: MergedFeeds }

/** What is followed, on the disk: the reader's word for it, and what the feeds answered last. */
export class Followed {
  private readonly files: FeedsFiles
  private readonly cache: FeedCache

  constructor(private readonly library: Library) {
    this.files = new FeedsFiles(library)
    this.cache = new FeedCache(library.layout)
  }

  /** Works on what is followed now; what fails at the files is answered. */
  async viewed<T>(work: (view: View) => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await work(await this.view())
    } catch (error) {
      return fail(fileError(this.library.options.root, error))
    }
  }

  /** Throws what `JsonFile.read` throws. */
  async view(): Promise<View> {
    const merged = await this.files.merged()
    const followed = [...merged.subscriptions.values()].filter(({ isRemoved }) => !isRemoved)
    const feeds = await Promise.all(
      followed.map(async (subscription) => {
        const id = feedIdOf(subscription.url)
        return { id, subscription, cached: await this.cache.get(id) }
      }),
    )
    return { feeds, merged }
  }

  add(feeds: readonly ListedFeed[]): Promise<Result<FeedsFile>> {
    const now = this.now()
    return this.viewed(async ({ merged }) => {
      const subscriptions = feeds.map((feed): Subscription => {
        const changedAt = changeTime(now, merged.subscriptions.get(feed.url))
        return { ...feed, addedAt: now, changedAt, isRemoved: false }
      })
      return this.written(await this.files.change((file) => withChanges(file, { subscriptions })))
    })
  }

  /** Removes a feed or takes that back. */
  setRemoved(id: FeedId, isRemoved: boolean): Promise<Result<FeedsFile>> {
    return this.viewed(async ({ merged }) => {
      const known = [...merged.subscriptions.values()].find(({ url }) => feedIdOf(url) === id)
      if (known === undefined) return fail({ code: 'feed-unknown', id })
      const changed = { ...known, isRemoved, changedAt: changeTime(this.now(), known) }
      return this.written(await this.files.change((file) => withChanges(file, { subscriptions: [changed] })))
    })
  }

  /** Puts entries away or takes that back. */
  async mark(found: readonly FoundEntry[], isPutAway: boolean): Promise<Result<FeedsFile | null>> {
    if (found.length === 0) return ok(null)
    const now = this.now()
    return this.viewed(async ({ merged }) => {
      const marks = found.map(({ entry: { id }, feed }): EntryMark => {
        const changedAt = changeTime(now, merged.marks.get(id))
        return { feedId: feed.id, id, isSeen: isPutAway, changedAt }
      })
      return this.written(await this.files.change((file) => withChanges(file, { marks })))
    })
  }

  /** Answers how many entries were not there before. Throws the system's error. */
  async putAnswer(id: FeedId, { feed, etag, lastModified }: FeedAnswer): Promise<number> {
    const now = this.now()
    const { marks } = await this.files.merged()
    const isPutAway = (entry: EntryId): boolean => isSeen({ id: entry }, marks)
    const { entries, found } = answered(feed, await this.cache.get(id), { now, isSeen: isPutAway })
    const rest = { format: currentFormat, checkedAt: now, error: null, etag, lastModified } as const
    await this.cache.put(id, { ...feed, entries, ...rest })
    return found
  }

  /** A feed had nothing new, or could not be read. Throws the system's error. */
  async putNothing({ id, cached }: FollowedFeed, error: AppError | null): Promise<void> {
    await this.cache.put(id, { ...(cached ?? neverRead()), checkedAt: this.now(), error })
  }

  /** Forgets what is kept of feeds and entries that are there no more. Throws the system's error. */
  async tidy(): Promise<void> {
    const { feeds } = await this.view()
    await this.cache.keepOnly(new Set(feeds.map(({ id }) => id)))
    const asked = feeds.filter(({ cached }) => cached !== null)
    const present = new Set(asked.flatMap(({ cached }) => cached?.entries.map((entry) => entry.id) ?? []))
    const ids = new Set(asked.map(({ id }) => id))
    const tidied = await this.files.change((file) => withoutGone(file, ids, present))
    if (!tidied.ok) console.error('feeds:', tidied.error) // they only take room
  }

  /** Tells that the feeds are to be looked at again. */
  changed(): void {
    this.library.options.publish({ kind: 'feeds-changed' })
  }

  private now(): string {
    return this.library.options.clock()
  }

  private written(result: Result<FeedsFile>): Result<FeedsFile> {
    if (result.ok) this.changed()
    return result
  }
}

function neverRead(): Omit<CachedFeed, 'checkedAt' | 'error'> {
  const facts = { title: null, siteUrl: null, language: null, entries: [] }
  return { ...facts, format: currentFormat, etag: null, lastModified: null }
}
