import type { FeedCheck } from '../../../src/contract.ts'
import { ok, type Result } from '../../../src/errors.ts'
import type { FeedId } from '../../../src/model/ids.ts'
import { askFeed, type Asking } from './ask-feed.ts'
import { type FollowedFeed, titleOf } from './feed-rows.ts'
import type { Followed } from './followed.ts'

/** Feeds that are asked at a time: each is another server's. */
const atOnce = 4

type Progress = (done: number, total: number) => void

/** Asks the feeds what is new, when the reader wants to know. */
export class FeedChecks {
  private running: { result: Promise<Result<FeedCheck>>; stop: AbortController } | null = null

  constructor(
    private readonly followed: Followed,
    private readonly asking: Asking,
    private readonly tell: Progress,
  ) {}

  /** All feeds, or those of these ids. Who asks while they are being asked hears the same answer. */
  check(ids: readonly FeedId[] | undefined): Promise<Result<FeedCheck>> {
    if (this.running !== null) return this.running.result
    const stop = new AbortController()
    const result = this.followed
      .viewed(({ feeds }) =>
        this.all(
          feeds.filter(({ id }) => ids?.includes(id) ?? true),
          stop.signal,
        ),
      )
      .finally(() => (this.running = null))
    this.running = { result, stop }
    return result
  }

  /** Ends the asking and waits until it has ended. */
  async stop(): Promise<void> {
    const { running } = this
    running?.stop.abort()
    await running?.result
  }

  private async all(feeds: readonly FollowedFeed[], signal: AbortSignal): Promise<Result<FeedCheck>> {
    const queue = [...feeds]
    const check: FeedCheck = { checked: 0, found: 0, failed: [] }
    const next = async (): Promise<void> => {
      for (let feed = queue.shift(); feed !== undefined; feed = queue.shift()) {
        const asked = await this.one(feed, signal)
        if (signal.aborted) return
        check.checked += 1
        if (asked.ok) check.found += asked.value
        else check.failed.push({ id: feed.id, title: titleOf(feed), error: asked.error })
        this.tell(check.checked, feeds.length)
      }
    }
    this.tell(0, feeds.length)
    await Promise.all(Array.from({ length: atOnce }, next))
    this.tell(feeds.length, feeds.length)
    await this.followed.tidy()
    this.followed.changed()
    return ok(check)
  }

  /** Answers how many entries were not there before. */
  private async one(feed: FollowedFeed, signal: AbortSignal): Promise<Result<number>> {
    const { id, subscription, cached } = feed
    // Where the last answer could not be read, what the server dated is not what is here.
    const known = cached?.error === null ? cached : null
    const asked = await askFeed(subscription.url, this.asking, { known, signal })
    if (signal.aborted) return ok(0)
    if (asked.ok && asked.value !== 'unchanged') return ok(await this.followed.putAnswer(id, asked.value))
    await this.followed.putNothing(feed, asked.ok ? null : asked.error)
    return asked.ok ? ok(0) : asked
  }
}
