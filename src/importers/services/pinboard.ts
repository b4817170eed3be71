import { ok } from '../../errors.ts'
import type { Json } from '../importer.ts'
import { fieldsOf } from './fields.ts'
import { beginsAsJson, members, readJson } from './found.ts'
import { blank, serviceImporter, type SavedFacts } from './service.ts'
import { tagsIn } from './tags.ts'

/** Pinboard's JSON. It calls a title `description` and what is said of it `extended`; what is not to be read was read. */
export const pinboard = serviceImporter({
  id: 'pinboard',
  label: 'Pinboard',
  accepts: (candidate) => beginsAsJson(candidate, /"href"\s*:/, /"(?:extended|toread|shared)"\s*:/),
  find: (candidate) => {
    const json = readJson(candidate, 'Pinboard')
    return json.ok ? ok(members(json.value, 'bookmark')) : json
  },
  factsOf,
  placed: ['href', 'description', 'extended', 'time', 'toread', 'tags', 'meta', 'hash'],
})

function factsOf(record: Json): SavedFacts {
  const bookmark = fieldsOf(record)
  return {
    ...blank,
    url: bookmark.text('href'),
    title: bookmark.text('description'),
    tags: tagsIn(bookmark.value('tags'), ' '),
    description: bookmark.text('extended'),
    reading: { isRead: bookmark.flag('toread') === false },
    addedAt: bookmark.time('time', 'dt'),
  }
}
