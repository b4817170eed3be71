import { z } from 'zod'
import { FeedEntry, FeedFacts } from '../../model/feed.ts'
import type { Json } from '../importer.ts'

/** The importer's id, as articles keep it. */
export const feedImporter = 'feed'

/** What is kept of an entry: all that its feed said of it, and what the feed is. */
export const EntryRecord = z.object({ feed: FeedFacts, entry: FeedEntry })

/** The record of an entry, as an article that is made of it keeps it. */
export function entryRecord(entry: FeedEntry, { title, siteUrl, language }: FeedFacts): Json {
  return { feed: { title, siteUrl, language }, entry }
}
