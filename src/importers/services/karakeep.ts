import { ok } from '../../errors.ts'
import type { Json } from '../importer.ts'
import { fieldsOf, objectOf } from './fields.ts'
import { beginsAsJson, members, readJson } from './found.ts'
import { pathsIn } from './paths.ts'
import { notesOf } from './notes.ts'
import { htmlOf } from './plain.ts'
import { blank, serviceImporter, type Found, type SavedFacts } from './service.ts'
import { tagsIn } from './tags.ts'
import { dayOf } from './times.ts'

/**
 * Karakeep's JSON, which was called Hoarder. The lists that a bookmark was put into become tags, with those they are in; lists
 * that search for themselves do not.
 */
export const karakeep = serviceImporter({
  id: 'karakeep',
  label: 'Karakeep',
  accepts: (candidate) =>
    beginsAsJson(candidate, /^\s*\{\s*"(?:bookmarks|lists)"\s*:\s*\[/) &&
    !candidate.head.includes('"article__'),
  find: (candidate) => {
    const json = readJson(candidate, 'Karakeep')
    if (!json.ok) return json
    const root = fieldsOf(json.value)
    const lists = root.list('lists').filter((list) => list.text('type') !== 'smart')
    const pathOf = pathsIn(lists)
    return ok(members(root.value('bookmarks'), 'bookmark').map((found) => withLists(found, pathOf)))
  },
  factsOf,
  placed: [
    ...['id', 'createdAt', 'title', 'tags', 'lists', 'folders', 'content', 'note', 'archived', 'favourited'],
    ...['highlights', 'text', 'color', 'summary', 'name'],
  ],
})

/** The names of the lists, which a bookmark knows by their ids, are put into its record. */
function withLists(found: Found, pathOf: (id: string) => string[]): Found {
  if ('reason' in found) return found
  const bookmark = fieldsOf(found.record)
  const content = bookmark.object('content')
  const isFile = content.text('type') === 'asset' && content.text('url', 'sourceUrl') === null
  if (isFile) return { where: bookmark.text('title') ?? found.where, reason: 'unsupported' }
  const folders = tagsIn(bookmark.value('lists'), ',').flatMap(pathOf)
  return { ...found, record: { ...objectOf(found.record), folders } }
}

function factsOf(record: Json): SavedFacts {
  const bookmark = fieldsOf(record)
  const content = bookmark.object('content')
  const text = content.text('text')
  const highlights = bookmark.list('highlights').map((highlight) => ({
    id: highlight.text('id'),
    quote: highlight.text('text'),
    body: highlight.text('note'),
    color: highlight.text('color'),
    createdAt: highlight.time('createdAt'),
  }))
  return {
    ...blank,
    url: content.text('url', 'sourceUrl'),
    title: bookmark.text('title') ?? content.text('title'),
    byline: content.text('author'),
    published: dayOf(content.value('datePublished')),
    tags: [...tagsIn(bookmark.value('folders'), '/'), ...tagsIn(bookmark.value('tags'), ',')],
    description: content.text('description') ?? bookmark.text('summary'),
    html: content.text('htmlContent') ?? (text === null ? null : htmlOf(text)),
    notes: notesOf([{ id: 'note', body: bookmark.text('note') }, ...highlights]),
    reading: {
      isRead: bookmark.flag('archived') ?? false,
      isStarred: bookmark.flag('favourited', 'favorited') ?? false,
    },
    addedAt: bookmark.time('createdAt'),
  }
}
