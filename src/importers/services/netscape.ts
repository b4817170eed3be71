import { ok } from '../../errors.ts'
import { decodeText } from '../../text/decode.ts'
import type { Json } from '../importer.ts'
import { fieldsOf } from './fields.ts'
import { plainOf } from './plain.ts'
import { blank, serviceImporter, type SavedFacts } from './service.ts'
import { tagsIn } from './tags.ts'

/** Google's and Safari's own names for what is in no folder, or in one of the browser's. */
const noFolders = new Set(['unlabeled', 'com.apple.readinglist'])

/** The doctype that most write; the attributes that no page's list of terms has; the title, for the rest. */
const shapes = [
  /<!DOCTYPE\s+NETSCAPE-Bookmark-file/i,
  /<DT>\s*<(?:H3|A)\b[^>]*\s(?:ADD_DATE|LAST_VISIT|LAST_MODIFIED|FOLDED)\b/i,
  /<TITLE>\s*Bookmarks\s*<\/TITLE>[^]*<DL>\s*<p>/i,
]

/**
 * Bookmarks in Netscape's format, as all browsers write them, and Delicious, Pinboard, Shaarli, Raindrop and many others. Each
 * folder on the way to a page becomes a tag.
 */
export const netscape = serviceImporter({
  id: 'bookmarks',
  label: 'bookmarks',
  accepts: ({ head }) => shapes.some((shape) => shape.test(head)),
  find: async ({ bytes, name }) => {
    const decoded = decodeText(bytes, name)
    if (!decoded.ok) return decoded
    const { bookmarksIn } = await import('./browser-bookmarks.ts')
    return ok(bookmarksIn(decoded.value.text))
  },
  factsOf,
  placed: ['href', 'title', 'folders', 'description', 'tags', 'add_date', 'toread', 'data-important'],
})

function factsOf(record: Json): SavedFacts {
  const link = fieldsOf(record)
  const folders = tagsIn(link.value('folders'), '/').filter((folder) => !noFolders.has(folder.toLowerCase()))
  const toRead = link.flag('toread')
  return {
    ...blank,
    url: link.text('href'),
    title: link.text('title'),
    tags: [...folders, ...tagsIn(link.value('tags'), ',')],
    description: plainOf(link.text('description')),
    reading: {
      ...(toRead === null ? {} : { isRead: !toRead }),
      ...(link.flag('data-important') === true ? { isStarred: true } : {}),
    },
    addedAt: link.time('add_date'),
  }
}
