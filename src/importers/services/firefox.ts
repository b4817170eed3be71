import { ok } from '../../errors.ts'
import type { Json } from '../importer.ts'
import { fieldsOf } from './fields.ts'
import { beginsAsJson, readJson } from './found.ts'
import { linksInTree } from './json-bookmarks.ts'
import { blank, serviceImporter, type SavedFacts } from './service.ts'
import { tagsIn } from './tags.ts'

/** Firefox's backup of its bookmarks. Its own folders are those that it names as roots. */
export const firefox = serviceImporter({
  id: 'firefox-bookmarks',
  label: 'Firefox bookmarks',
  accepts: (candidate) => beginsAsJson(candidate, /"text\/x-moz-place|"placesRoot"/),
  find: (candidate) => {
    const json = readJson(candidate, 'Firefox bookmarks')
    return json.ok ? ok(linksInTree([json.value], (folder) => folder.text('root') !== null)) : json
  },
  factsOf,
  placed: [
    ...['uri', 'title', 'folders', 'tags', 'dateAdded', 'annos', 'name', 'value', 'flags', 'expires'],
    ...['guid', 'id', 'index', 'type', 'typeCode'],
  ],
})

function factsOf(record: Json): SavedFacts {
  const link = fieldsOf(record)
  const description = link
    .list('annos')
    .find((note) => note.text('name') === 'bookmarkProperties/description')
  return {
    ...blank,
    url: link.text('uri', 'url'),
    title: link.text('title'),
    tags: [...tagsIn(link.value('folders'), '/'), ...tagsIn(link.value('tags'), ',')],
    description: description?.text('value') ?? null,
    addedAt: link.time('dateAdded'),
  }
}
