import { fail, ok, type Result } from '../../errors.ts'
import type { Feed, FeedEntry } from '../../model/feed.ts'
import type { Entry } from '../entry.ts'
import type { CollectionImporter, Json, Listed } from '../importer.ts'
import { EntryRecord, entryRecord, feedImporter } from './entry-record.ts'
import { feedLabel } from './label.ts'
import { isFeedText } from './root.ts'

/** A feed as a file or from an address: its entries are articles. */
export const feed: CollectionImporter = {
  id: feedImporter,
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
  read: readEntry,
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

async function readEntry(record: Json): Promise<Result<Entry>> {
  const parsed = EntryRecord.safeParse(record)
  if (!parsed.success) {
    const reason = 'it is no record of an entry'
    return fail({ code: 'format-broken', name: feedLabel, format: feedLabel, reason })
  }
  const { entryOfSaved } = await import('../saved-item.ts')
  const { entry, feed: facts } = parsed.data
  const { url, title, byline, published, tags, summary, html, key } = entry
  return entryOfSaved({
    importer: feedImporter,
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
