import { ok } from '../../errors.ts'
import type { Json } from '../importer.ts'
import { fieldsOf } from './fields.ts'
import { beginsAsJson, listIn, members, readJson } from './found.ts'
import { blank, serviceImporter, type SavedFacts } from './service.ts'
import { tagsIn } from './tags.ts'

/**
 * Pinboard's JSON, which calls a title `description` and what is said of it `extended`; what is not to be read was read. And that
 * of Delicious, whose fields are called what they are.
 */
export const pinboard = serviceImporter({
  id: 'pinboard',
  label: 'Pinboard',
  accepts: (candidate) =>
    beginsAsJson(candidate, /"(?:href|url)"\s*:/, /"(?:extended|toread|shared)"\s*:|"others"\s*:\s*\d/),
  find: (candidate) => {
    const json = readJson(candidate, 'Pinboard')
    return json.ok ? ok(members(listIn(json.value, 'posts', 'bookmarks'), 'bookmark')) : json
  },
  factsOf,
  placed: [
    ...['href', 'url', 'title', 'description', 'extended', 'time', 'dt', 'created', 'toread', 'tags'],
    ...['meta', 'hash'],
  ],
})

function factsOf(record: Json): SavedFacts {
  const bookmark = fieldsOf(record)
  const toRead = bookmark.flag('toread')
  return {
    ...blank,
    url: bookmark.text('href', 'url'),
    title: bookmark.text('title', 'description'),
    tags: tagsIn(bookmark.value('tags', 'tag'), ' '),
    description:
      bookmark.text('extended') ?? (bookmark.text('title') === null ? null : bookmark.text('description')),
    reading: toRead === null ? {} : { isRead: !toRead },
    addedAt: bookmark.time('time', 'dt', 'created'),
  }
}
