import { z } from 'zod'
import { IsoDate, IsoTime } from './article.ts'
import { Format } from './format.ts'
import { DeviceId, EntryId, FeedId } from './ids.ts'

/** One story as a feed tells of it. What a feed leaves out is null; it may leave out anything. */
export const FeedEntry = z.object({
  id: EntryId,
  /** What names it among all entries of all feeds, and stays the same when the feed is read again. */
  key: z.string(),
  url: z.url().nullable(),
  title: z.string().nullable(),
  byline: z.string().nullable(),
  publishedAt: IsoTime.nullable(),
  /** The day of it where it was written: the feed's own words. */
  published: IsoDate.nullable(),
  language: z.string().nullable(),
  tags: z.array(z.string()),
  /** Plain text with an empty line between paragraphs. */
  summary: z.string().nullable(),
  /** The whole text as HTML, from anybody; null where the feed has a teaser at most. */
  html: z.string().nullable(),
  /** What else the feed says of it, by the names of its fields. */
  rest: z.record(z.string(), z.json()),
})
export type FeedEntry = z.infer<typeof FeedEntry>

/** What a feed says of itself. */
export const FeedFacts = z.object({
  title: z.string().nullable(),
  siteUrl: z.url().nullable(),
  language: z.string().nullable(),
})
export type FeedFacts = z.infer<typeof FeedFacts>

/** The entries stand as in the feed, each key once. */
export const Feed = FeedFacts.extend({ entries: z.array(FeedEntry) })
export type Feed = z.infer<typeof Feed>

/** A feed as a reading list (OPML) names it. */
export const ListedFeed = z.object({
  url: z.url(),
  title: z.string().nullable(),
  siteUrl: z.url().nullable(),
  /** The groups it stands in, outer ones first: `Essays/Slow`. */
  folders: z.array(z.string()),
})
export type ListedFeed = z.infer<typeof ListedFeed>

/** A feed the reader wants to follow; where it was removed, that it was. */
export const Subscription = ListedFeed.extend({
  addedAt: IsoTime,
  /** When it was added, renamed or removed: of what several devices say the newest counts. */
  changedAt: IsoTime,
  isRemoved: z.boolean(),
})
export type Subscription = z.infer<typeof Subscription>

/** Whether an entry was put away; of what several devices say the newest counts. */
export const EntryMark = z.object({ feedId: FeedId, id: EntryId, isSeen: z.boolean(), changedAt: IsoTime })
export type EntryMark = z.infer<typeof EntryMark>

/** `feeds.<device>.json`: what one device's reader subscribed to and put away. Only that device writes it. */
export const FeedsFile = z.object({
  format: Format,
  device: DeviceId,
  subscriptions: z.array(Subscription),
  marks: z.array(EntryMark),
})
export type FeedsFile = z.infer<typeof FeedsFile>
