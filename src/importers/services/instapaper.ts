import type { Json } from '../importer.ts'
import { fieldsOf } from './fields.ts'
import { hasColumns, rowsOf } from './found.ts'
import { notesOf } from './notes.ts'
import { blank, serviceImporter, type SavedFacts } from './service.ts'
import { tagsIn } from './tags.ts'

/**
 * Instapaper's CSV: URL, Title, Selection and Folder, later Timestamp and Tags, too. A row has one folder: Unread, Archive and
 * Starred are states, any other was made by the reader and becomes a tag.
 */
export const instapaper = serviceImporter({
  id: 'instapaper',
  label: 'Instapaper',
  accepts: (candidate) => hasColumns(candidate, 'url', 'folder', 'selection|timestamp'),
  find: (candidate) => rowsOf(candidate, 'Instapaper'),
  factsOf,
  placed: ['url', 'title', 'selection', 'folder', 'timestamp', 'tags'],
})

function factsOf(record: Json): SavedFacts {
  const row = fieldsOf(record)
  const url = row.text('url')
  const selection = row.text('selection')
  const folder = row.text('folder') ?? ''
  const state = folder.toLowerCase()
  const isState = ['', 'unread', 'archive', 'starred'].includes(state)
  return {
    ...blank,
    url,
    title: row.text('title'),
    tags: [...(isState ? [] : [folder]), ...tagsIn(row.value('tags'), ',')],
    // Of a page, what was selected on it when it was saved; without an address, the text itself.
    description: url === null ? selection : null,
    notes: url === null ? [] : notesOf([{ quote: selection }]),
    reading: { isRead: state === 'archive', isStarred: state === 'starred' },
    addedAt: row.time('timestamp'),
  }
}
