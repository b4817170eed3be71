import { z } from 'zod'
import { fail, ok, type Result } from '../../errors.ts'
import { type Feed, FeedEntry, FeedFacts } from '../../model/feed.ts'
import type { Entry } from '../entry.ts'
import { type CollectionImporter, type Json, type Listed } from '../importer.ts'
import { entryOfSaved } from '../saved-item.ts'
import { feedLabel } from './read-feed.ts'
import { isFeedText } from './root.ts'

/** What is kept of an entry: all that its feed said of it, and what the feed is. */
const EntryRecord = z.object({ feed: FeedFacts, entry: FeedEntry })

/** A feed as a file or from an address: its entries are articles. */
export const feed: CollectionImporter = {
  id: 'feed',
  label: feedLabel,
  accepts: ({ head }) => isFeedText(head),
  async list(candidate) {
    const { readFeed } = await import('./read-feed.ts')
    const read = readFeed(candidate)
    if (!read.ok) return read
    const { feed: found, skipped } = read.value
    const items = found.entries.map((entry) => listed(entry, found))
    const unplaced = new Set(found.entries.flatMap(({ rest }) => Object.keys(rest)))
    return ok({ items, skipped, unplaced: [...unplaced] })
  },
  read: async (record) => readEntry(record),
}

/** The record of an entry, as an article that is made of it keeps it. */
export function entryRecord(entry: FeedEntry, { title, siteUrl, language }: FeedFacts): Json {
  return { feed: { title, siteUrl, language }, entry }
}

function listed(entry: FeedEntry, facts: Feed): Listed {
  const { key, title, url, summary, html } = entry
  return {
    key,
    title: title ?? summary?.slice(0, 80) ?? url ?? key,
    url,
    notes: 0,
    hasText: html !== null,
    record: entryRecord(entry, facts),
  }
}

function readEntry(record: Json): Result<Entry> {
  const parsed = EntryRecord.safeParse(record)
  if (!parsed.success) {
    const reason = 'it is no record of an entry'
    return fail({ code: 'format-broken', name: feedLabel, format: feedLabel, reason })
  }
  const { entry, feed: facts } = parsed.data
  const { url, title, byline, published, tags, summary, html, key } = entry
  return entryOfSaved({
    importer: feed.id,
    name: title ?? url ?? key,
    url,
    title,
    byline,
    published,
    language: entry.language ?? facts.language,
    tags,
    description: summary ?? title,
    html,
    notes: [],
    reading: {},
    addedAt: null,
  })
}
