import type { ArticleSummary, FeedCheck, FeedEntryRow, FeedSummary, Input } from '../../../src/contract.ts'
import { fail, ok, type Result } from '../../../src/errors.ts'
import { webAddress } from '../../../src/importers/services/address.ts'
import type { SourceFile } from '../../../src/importers/source-file.ts'
import type { FeedEntry, FeedFacts, ListedFeed } from '../../../src/model/feed.ts'
import type { EntryId, FeedId } from '../../../src/model/ids.ts'
import type { Library } from '../library.ts'
import { type Asking, findFeed } from './ask-feed.ts'
import { FeedChecks } from './feed-checks.ts'
import { feedIdOf } from './feed-id.ts'
import { inOrder, isSeen, rowOf, summaryOf, titleOf } from './feed-rows.ts'
import { Followed } from './followed.ts'

/** An entry that is to become an article. */
export type Keeping = { entry: FeedEntry; feed: FeedFacts; feedUrl: string; loadsPage: boolean }

/** What the feeds have done for them elsewhere. */
export type FeedHelp = Omit<Asking, 'clock'> & {
  /** Reads a reading list. */
  readList: (source: SourceFile) => Promise<Result<ListedFeed[]>>
  writeList: (feeds: readonly ListedFeed[]) => Promise<string>
  keep: (keeping: Keeping) => Promise<Result<ArticleSummary>>
}

type Nothing = Record<string, never>

/** The feeds the reader follows. Nothing here loads anything but `add`, `check` and `keep`, which the reader asks for. */
export class Feeds {
  private readonly followed: Followed
  private readonly asking: Asking
  private readonly checks: FeedChecks

  constructor(
    library: Library,
    private readonly help: FeedHelp,
  ) {
    const { publish, clock } = library.options
    this.followed = new Followed(library)
    this.asking = { ...help, clock }
    this.checks = new FeedChecks(this.followed, this.asking, (done, total) =>
      publish({ kind: 'progress', task: 'feeds', done, total }),
    )
  }

  list(): Promise<Result<{ feeds: FeedSummary[] }>> {
    return this.followed.viewed(async ({ feeds, merged }) => {
      const summaries = feeds.map((feed) => summaryOf(feed, merged.marks))
      return ok({ feeds: summaries.sort((a, b) => a.title.localeCompare(b.title)) })
    })
  }

  entries(wanted: Input<'feed.entries'>): Promise<Result<{ rows: FeedEntryRow[]; total: number }>> {
    const { feedId, isNewOnly, skip, limit } = wanted
    return this.followed.viewed(async ({ feeds, merged: { marks } }) => {
      const chosen = feeds.filter(({ id }) => feedId === null || id === feedId)
      const found = inOrder(chosen, (entry) => !(isNewOnly && isSeen(entry, marks)))
      return ok({
        rows: found.slice(skip, skip + limit).map((one) => rowOf(one, marks)),
        total: found.length,
      })
    })
  }

  /** Follows a feed by its own address or that of its site. */
  add(address: string): Promise<Result<FeedSummary>> {
    return this.followed.viewed(async ({ feeds }) => {
      const url = webAddress(address.trim().replace(/^feed:(?:\/\/)?/i, ''))
      if (url === null) return fail({ code: 'address-refused', url: address })
      const known = feeds.find(({ subscription }) => subscription.url === url)
      if (known !== undefined) return this.summary(known.id)
      const found = await findFeed(url, this.asking)
      if (!found.ok) return found
      const id = feedIdOf(found.value.url)
      await this.followed.putAnswer(id, found.value)
      if (feeds.some((one) => one.id === id)) return this.summary(id)
      const { title, siteUrl } = found.value.feed
      const added = await this.followed.add([{ url: found.value.url, title, siteUrl, folders: [] }])
      return added.ok ? this.summary(id) : added
    })
  }

  async remove(id: FeedId): Promise<Result<Nothing>> {
    const removed = await this.followed.setRemoved(id, true)
    return removed.ok ? ok({}) : removed
  }

  async restore(id: FeedId): Promise<Result<FeedSummary>> {
    const restored = await this.followed.setRemoved(id, false)
    return restored.ok ? this.summary(id) : restored
  }

  /** Asks these feeds, or all of them, what is new. */
  check(ids: readonly FeedId[] | undefined): Promise<Result<FeedCheck>> {
    return this.checks.check(ids)
  }

  /** Ends the asking and waits until it has ended. */
  stop(): Promise<void> {
    return this.checks.stop()
  }

  /** Puts entries away, or takes that back. */
  mark(ids: readonly EntryId[], isPutAway: boolean): Promise<Result<Nothing>> {
    return this.followed.viewed(async ({ feeds }) => {
      const wanted = new Set(ids)
      const found = inOrder(feeds, ({ id }) => wanted.has(id))
      const marked = await this.followed.mark(found, isPutAway)
      return marked.ok ? ok({}) : marked
    })
  }

  /** Puts away what is new in one feed, or in all of them. */
  markAll(feedId: FeedId | null): Promise<Result<{ entryIds: EntryId[] }>> {
    return this.followed.viewed(async ({ feeds, merged: { marks } }) => {
      const chosen = feeds.filter(({ id }) => feedId === null || id === feedId)
      const found = inOrder(chosen, (entry) => !isSeen(entry, marks))
      const marked = await this.followed.mark(found, true)
      return marked.ok ? ok({ entryIds: [...new Set(found.map(({ entry }) => entry.id))] }) : marked
    })
  }

  /** Makes an article of an entry, which is no longer new then. */
  keep(id: EntryId, loadsPage: boolean): Promise<Result<ArticleSummary>> {
    return this.followed.viewed(async ({ feeds }) => {
      const [found] = inOrder(feeds, (entry) => entry.id === id)
      if (found === undefined) return fail({ code: 'entry-gone' })
      const { subscription, cached } = found.feed
      const { siteUrl = null, language = null } = cached ?? {}
      const feed = { title: titleOf(found.feed), siteUrl, language }
      const kept = await this.help.keep({ entry: found.entry, feed, feedUrl: subscription.url, loadsPage })
      if (!kept.ok) return kept
      const marked = await this.followed.mark([found], true)
      return marked.ok ? kept : marked
    })
  }

  /** Follows all feeds of a reading list; none is asked for anything. */
  async importList(source: SourceFile): Promise<Result<{ added: number; known: number }>> {
    const listed = await this.help.readList(source)
    if (!listed.ok) return listed
    return this.followed.viewed(async ({ feeds }) => {
      const known = new Set(feeds.map(({ subscription }) => subscription.url))
      const more = listed.value.filter(({ url }) => !known.has(url))
      const added = await this.followed.add(more)
      return added.ok ? ok({ added: more.length, known: listed.value.length - more.length }) : added
    })
  }

  /** The reading list of all that is followed. */
  exportList(): Promise<Result<{ opml: string }>> {
    return this.followed.viewed(async ({ feeds }) => {
      const listed = feeds.map(({ subscription, cached }): ListedFeed => {
        const { url, siteUrl, folders } = subscription
        return { url, title: titleOf({ subscription, cached }), siteUrl: cached?.siteUrl ?? siteUrl, folders }
      })
      return ok({ opml: await this.help.writeList(listed) })
    })
  }

  private summary(id: FeedId): Promise<Result<FeedSummary>> {
    return this.followed.viewed(async ({ feeds, merged }) => {
      const feed = feeds.find((one) => one.id === id)
      return feed === undefined ? fail({ code: 'feed-unknown', id }) : ok(summaryOf(feed, merged.marks))
    })
  }
}
