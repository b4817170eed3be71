import { ok } from '../../errors.ts'
import type { Json } from '../importer.ts'
import { fieldsOf, objectOf } from './fields.ts'
import { beginsAsJson, readJson } from './found.ts'
import { linksInTree } from './json-bookmarks.ts'
import { blank, serviceImporter, type SavedFacts } from './service.ts'
import { tagsIn } from './tags.ts'

/** The file `Bookmarks` of Chrome, Edge, Brave and other browsers that are made from Chromium. */
export const chrome = serviceImporter({
  id: 'chrome-bookmarks',
  label: 'Chrome bookmarks',
  accepts: (candidate) => beginsAsJson(candidate, /"roots"\s*:\s*\{/),
  find: (candidate) => {
    const json = readJson(candidate, 'Chrome bookmarks')
    if (!json.ok) return json
    const roots = Object.values(objectOf(fieldsOf(json.value).value('roots')))
    const own = new Set(roots.map((root) => fieldsOf(root).text('id')))
    return ok(linksInTree(roots, (folder) => own.has(folder.text('id'))))
  },
  factsOf,
  placed: ['url', 'name', 'folders', 'date_added', 'id', 'guid', 'type'],
})

function factsOf(record: Json): SavedFacts {
  const link = fieldsOf(record)
  return {
    ...blank,
    url: link.text('url'),
    title: link.text('name'),
    tags: tagsIn(link.value('folders'), '/'),
    addedAt: link.time('date_added'),
  }
}
