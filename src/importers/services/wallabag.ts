import { ok } from '../../errors.ts'
import type { Json } from '../importer.ts'
import { fieldsOf, objectOf, type Fields } from './fields.ts'
import { beginsAsJson, listIn, members, readJson } from './found.ts'
import { notesOf } from './notes.ts'
import { blank, serviceImporter, type Found, type SavedFacts } from './service.ts'
import { tagsIn } from './tags.ts'
import { dayOf } from './times.ts'

/**
 * wallabag's JSON, of version 2 and of version 1, which has every field twice, by name and by number. Its ids are those of one
 * server only, so that an article goes by its address.
 */
export const wallabag = serviceImporter({
  id: 'wallabag',
  label: 'wallabag',
  accepts: (candidate) =>
    beginsAsJson(
      candidate,
      /"(?:is_archived|is_starred|is_fav|domain_name|hashed_url)"|^\s*\[\s*\{\s*"0"\s*:/,
    ),
  find: (candidate) => {
    const json = readJson(candidate, 'wallabag')
    if (!json.ok) return json
    // What its API answers has the entries further in.
    return ok(members(listIn(json.value, '_embedded'), 'entry').map(withoutNumbers))
  },
  factsOf,
  placed: [
    ...[
      'id',
      'uid',
      'title',
      'url',
      'content',
      'language',
      'tags',
      'published_at',
      'published_by',
      'created_at',
    ],
    ...['is_archived', 'is_read', 'is_starred', 'is_fav', 'annotations', 'text', 'quote', 'label', 'slug'],
    ...['is_not_parsed', 'given_url', 'hashed_url', 'hashed_given_url'],
  ],
})

function withoutNumbers(found: Found): Found {
  if ('reason' in found) return found
  const entries = Object.entries(objectOf(found.record)).filter(([name]) => !/^\d+$/.test(name))
  return { ...found, record: Object.fromEntries(entries) }
}

function factsOf(record: Json): SavedFacts {
  const entry = fieldsOf(record)
  const title = entry.text('title')
  return {
    ...blank,
    url: entry.text('url', 'given_url'),
    // What it wrote where it found none.
    title: title === 'No title found' ? null : title,
    byline: tagsIn(entry.value('published_by'), '\n').join(', '),
    published: dayOf(entry.value('published_at')),
    language: entry.text('language'),
    tags: tagsIn(entry.value('tags'), ','),
    html: isUnparsed(entry) ? null : entry.text('content'),
    notes: notesOf(entry.list('annotations').map(annotationOf)),
    reading: {
      isRead: entry.flag('is_archived', 'is_read') ?? false,
      isStarred: entry.flag('is_starred', 'is_fav') ?? false,
    },
    addedAt: entry.time('created_at'),
  }
}

/** What stands in for the text then says only that, and where to ask. */
function isUnparsed(entry: Fields): boolean {
  const content = entry.text('content') ?? ''
  return entry.flag('is_not_parsed') === true || content.startsWith("wallabag can't retrieve contents")
}

function annotationOf(annotation: Fields): Parameters<typeof notesOf>[0][number] {
  return {
    id: annotation.text('id'),
    quote: annotation.text('quote'),
    body: annotation.text('text'),
    tags: tagsIn(annotation.value('tags'), ','),
    createdAt: annotation.time('created_at'),
  }
}
