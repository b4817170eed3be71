import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../../src/errors.ts'
import { IsoTime } from '../../../src/model/article.ts'
import { Feed, FeedEntry } from '../../../src/model/feed.ts'
import { currentFormat, Format } from '../../../src/model/format.ts'
import { type EntryId, FeedId } from '../../../src/model/ids.ts'
import { ignoreMissing } from '../files/durable.ts'
import { JsonFile } from '../files/json-file.ts'
import type { Layout } from '../files/layout.ts'
import { readable } from '../files/notes-files.ts'

/** An entry, and when it was found in the feed first. */
const CachedEntry = FeedEntry.extend({ foundAt: IsoTime })
export type CachedEntry = z.infer<typeof CachedEntry>

/** `.lectern/feeds/<id>.json`: what a feed answered last. It may be deleted: the feed is asked again. */
export const CachedFeed = Feed.extend({
  format: Format,
  checkedAt: IsoTime,
  /** Why it could not be read at that time; the rest is as it was read before. */
  error: AppError.nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  entries: z.array(CachedEntry),
})
export type CachedFeed = z.infer<typeof CachedFeed>

/** What feeds answered, as far as it is kept. */
export class FeedCache {
  private readonly feeds = new Map<FeedId, CachedFeed | null>()

  constructor(private readonly layout: Layout) {}

  /** Null for a feed that was not asked yet, or whose answer can't be read any more. Throws the system's error. */
  async get(id: FeedId): Promise<CachedFeed | null> {
    const known = this.feeds.get(id)
    if (known !== undefined) return known
    const read = await readable(this.file(id))
    this.feeds.set(id, read)
    return read
  }

  /** Throws the system's error. */
  async put(id: FeedId, feed: CachedFeed): Promise<void> {
    await mkdir(this.layout.feedCache, { recursive: true })
    await this.file(id).write({ ...feed, format: currentFormat })
    this.feeds.set(id, feed)
  }

  /** Forgets what others than these answered. Throws the system's error. */
  async keepOnly(ids: ReadonlySet<FeedId>): Promise<void> {
    for (const name of (await readdir(this.layout.feedCache).catch(ignoreMissing)) ?? []) {
      const id = FeedId.safeParse(name.replace(/\.json$/, ''))
      if (id.success && ids.has(id.data)) continue
      await rm(join(this.layout.feedCache, name), { force: true })
      if (id.success) this.feeds.delete(id.data)
    }
  }

  private file(id: FeedId): JsonFile<CachedFeed> {
    return new JsonFile(join(this.layout.feedCache, `${id}.json`), 'local', CachedFeed)
  }
}

/** A feed as it is now: what is new stays even where it has fallen out of the feed, until it was put away. */
export function answered(
  feed: Feed,
  before: CachedFeed | null,
  { now, isSeen }: { now: string; isSeen: (id: EntryId) => boolean },
): { entries: CachedEntry[]; found: number } {
  const known = new Map(before?.entries.map((entry) => [entry.id, entry]))
  const entries = feed.entries.map((entry) => ({ ...entry, foundAt: known.get(entry.id)?.foundAt ?? now }))
  const present = new Set(entries.map(({ id }) => id))
  const fallenOut = (before?.entries ?? []).filter(({ id }) => !present.has(id) && !isSeen(id))
  const found = entries.filter(({ id }) => !known.has(id)).length
  return { entries: [...entries, ...fallenOut].slice(0, mostEntries), found }
}

/** As many as are read of one feed. */
const mostEntries = 2000
