import { ok } from '../../errors.ts'
import type { Json } from '../importer.ts'
import { fieldsOf } from './fields.ts'
import { beginsAsJson, listIn, members, readJson } from './found.ts'
import { plainOf } from './plain.ts'
import { blank, serviceImporter, type SavedFacts } from './service.ts'
import { tagsIn } from './tags.ts'

/** The export of Readability, a service that ended in 2016. */
export const readability = serviceImporter({
  id: 'readability',
  label: 'Readability',
  accepts: (candidate) => beginsAsJson(candidate, /"article__(?:url|title|excerpt)"/),
  find: (candidate) => {
    const json = readJson(candidate, 'Readability')
    return json.ok ? ok(members(listIn(json.value, 'bookmarks'), 'bookmark')) : json
  },
  factsOf,
  placed: [
    ...['article__url', 'article__title', 'article__excerpt', 'favorite', 'archive', 'date_added', 'tags'],
    ...['date_archived', 'date_favorited'],
  ],
})

function factsOf(record: Json): SavedFacts {
  const bookmark = fieldsOf(record)
  const title = bookmark.text('article__title')
  return {
    ...blank,
    url: bookmark.text('article__url'),
    // What it wrote where it found none.
    title: title === 'No title found' ? null : title,
    tags: tagsIn(bookmark.value('tags'), ','),
    description: plainOf(bookmark.text('article__excerpt')),
    reading: {
      isRead: bookmark.flag('archive') ?? false,
      isStarred: bookmark.flag('favorite') ?? false,
    },
    addedAt: bookmark.time('date_added'),
  }
}
