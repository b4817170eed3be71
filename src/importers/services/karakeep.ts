import { ok, type Result } from '../../errors.ts'
import type { Json } from '../importer.ts'
import type { Candidate } from '../source-file.ts'
import { fieldsOf, objectOf } from './fields.ts'
import { beginsAsJson, entryOf, listIn, members, readJson } from './found.ts'
import { pathsIn } from './paths.ts'
import { notesOf } from './notes.ts'
import { htmlOf } from './plain.ts'
import { blank, serviceImporter, type Found, type SavedFacts } from './service.ts'
import { tagsIn } from './tags.ts'
import { dayOf } from './times.ts'

/** Its lists by their names (Readability's are called so, too), and a bookmark with its page or text, wherever it stands. */
const shape =
  /"bookmarks"\s*:\s*\[(?!\s*\{\s*"article__)|^\s*\{\s*"lists"\s*:\s*\[|"content"\s*:\s*\{[^{}]*"type"\s*:\s*"(?:link|text|asset)"/

/**
 * Karakeep's JSON, which was called Hoarder, alone or in the zip of a backup. The lists that a bookmark was put into become
 * tags, with those they are in; lists that search for themselves do not.
 */
export const karakeep = serviceImporter({
  id: 'karakeep',
  label: 'Karakeep',
  accepts: (candidate) => candidate.zip?.names.some(isBackup) ?? beginsAsJson(candidate, shape),
  find: async (candidate) => {
    const found: Found[] = []
    for (const name of candidate.zip?.names.filter(isBackup) ?? [null]) {
      const bookmarks = await bookmarksIn(candidate, name)
      if (bookmarks.ok) found.push(...bookmarks.value)
      else if (name === null) return bookmarks
      else found.push({ where: name, reason: 'damaged' })
    }
    return ok(found)
  },
  factsOf,
  placed: [
    ...['id', 'createdAt', 'title', 'tags', 'lists', 'folders', 'content', 'note', 'archived', 'favourited'],
    ...['highlights', 'text', 'color', 'summary', 'name'],
  ],
})

function isBackup(name: string): boolean {
  return /(?:^|\/)(?:karakeep|hoarder)-(?:backup|export)[^/]*\.json$/i.test(name)
}

/** Those of a file, or of the entry of a zip that is named. */
async function bookmarksIn(candidate: Candidate, name: string | null): Promise<Result<Found[]>> {
  const file = candidate.zip === null || name === null ? ok(candidate) : await entryOf(candidate.zip, name)
  const json = file.ok ? readJson(file.value, 'Karakeep') : file
  if (!json.ok) return json
  const lists = fieldsOf(json.value).list('lists')
  const pathOf = pathsIn(lists.filter((list) => list.text('type') !== 'smart'))
  const bookmarks = members(listIn(json.value, 'bookmarks'), 'bookmark')
  return ok(bookmarks.map((found) => withLists(found, pathOf)))
}

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
