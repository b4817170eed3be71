import { ok } from '../../errors.ts'
import type { Json } from '../importer.ts'
import { fieldsOf, objectOf, type Fields } from './fields.ts'
import { beginsAsJson, listIn, members, readJson } from './found.ts'
import { notesOf } from './notes.ts'
import { pathsIn } from './paths.ts'
import { htmlOf } from './plain.ts'
import { blank, serviceImporter, type Found, type SavedFacts } from './service.ts'
import { tagsIn } from './tags.ts'

/**
 * Linkwarden's JSON of an account with its collections and their links. A collection and those it is in become tags;
 * Unorganized is the absence of one. Its ids are those of one server only, so that a link goes by its address.
 */
export const linkwarden = serviceImporter({
  id: 'linkwarden',
  label: 'Linkwarden',
  accepts: (candidate) =>
    beginsAsJson(
      candidate,
      /^\s*\{/,
      /"(?:collections|collectionOrder|linksRouteTo|archiveAsMonolith|archiveAsScreenshot|whitelistedUsers)"\s*:/,
    ),
  find: (candidate) => {
    const json = readJson(candidate, 'Linkwarden')
    if (!json.ok) return json
    const collections = fieldsOf({ all: listIn(json.value, 'collections') ?? [] }).list('all')
    const pinned = fieldsOf(json.value)
      .list('pinnedLinks')
      .map((link) => link.text('id'))
    const pathOf = pathsIn(collections)
    return ok(
      collections.flatMap((collection) =>
        linksOf(collection, pathOf(collection.text('id')), new Set(pinned)),
      ),
    )
  },
  factsOf,
  placed: [
    ...[
      'id',
      'name',
      'description',
      'url',
      'tags',
      'folders',
      'pinned',
      'textContent',
      'createdAt',
      'importDate',
    ],
    ...[
      'collectionId',
      'metaDescription',
      'highlights',
      'highlight',
      'text',
      'comment',
      'color',
      'note',
      'linkId',
    ],
  ],
})

/** The names of the collections, and whether a link is pinned, are put into its record. */
function linksOf(collection: Fields, path: readonly string[], pinned: ReadonlySet<string | null>): Found[] {
  const folders = path.filter((name) => name !== 'Unorganized')
  return members(collection.value('links'), `${collection.text('name') ?? ''}, link`).map((found) => {
    if ('reason' in found) return found
    const link = fieldsOf(found.record)
    const isFile = link.text('url') === null && ['pdf', 'image'].includes(link.text('type') ?? '')
    if (isFile) return { where: link.text('name') ?? found.where, reason: 'unsupported' }
    const id = link.text('id')
    return { ...found, record: { ...objectOf(found.record), folders, pinned: id !== null && pinned.has(id) } }
  })
}

function factsOf(record: Json): SavedFacts {
  const link = fieldsOf(record)
  const text = link.text('textContent')
  const highlights = link.list('highlights', 'highlight').map((highlight) => ({
    id: highlight.text('id'),
    quote: highlight.text('text'),
    body: highlight.text('comment'),
    color: highlight.text('color'),
    createdAt: highlight.time('createdAt'),
  }))
  return {
    ...blank,
    url: link.text('url'),
    title: link.text('name'),
    tags: [...tagsIn(link.value('folders'), '/'), ...tagsIn(link.value('tags'), ',')],
    description: link.text('description', 'metaDescription'),
    html: text === null ? null : htmlOf(text),
    notes: notesOf([{ id: 'note', body: link.text('note') }, ...highlights]),
    reading: { isStarred: link.flag('pinned') ?? false },
    addedAt: link.time('importDate', 'createdAt'),
  }
}
