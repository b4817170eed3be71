import type { Json } from '../importer.ts'
import { fieldsOf } from './fields.ts'
import { hasColumns, rowsOf } from './found.ts'
import { ok } from '../../errors.ts'
import { blank, serviceImporter, type Found, type SavedFacts } from './service.ts'
import { tagsIn } from './tags.ts'

/** Readwise Reader's CSV of the library. What only came in by a feed and was not saved is left where it is. */
export const readwiseReader = serviceImporter({
  id: 'readwise-reader',
  label: 'Readwise Reader',
  accepts: (candidate) =>
    hasColumns(candidate, 'title', 'url', 'saved date|reading progress', 'location|seen'),
  find: (candidate) => {
    const rows = rowsOf(candidate, 'Readwise Reader')
    return rows.ok ? ok(rows.value.map(withoutFeed)) : rows
  },
  factsOf,
  placed: [
    'title',
    'url',
    'id',
    'document tags',
    'tags',
    'saved date',
    'reading progress',
    'location',
    'author',
  ],
})

function withoutFeed(found: Found): Found {
  if ('reason' in found) return found
  const isFeed = fieldsOf(found.record).text('location')?.toLowerCase() === 'feed'
  return isFeed ? { where: found.where, reason: 'not-saved' } : found
}

function factsOf(record: Json): SavedFacts {
  const row = fieldsOf(record)
  const progress = row.number('reading progress')
  return {
    ...blank,
    key: row.text('id'),
    url: row.text('url'),
    title: row.text('title'),
    byline: row.text('author'),
    tags: tagsIn(row.value('document tags', 'tags'), ','),
    reading: {
      isRead: row.text('location')?.toLowerCase() === 'archive',
      // A share; above it, it must be of a hundred.
      ...(progress === null ? {} : { progress: progress > 1 ? progress / 100 : progress }),
    },
    addedAt: row.time('saved date'),
  }
}
