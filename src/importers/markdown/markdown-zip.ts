import type { CollectionImporter } from '../importer.ts'
import { isMarkdownName } from './markdown-name.ts'
import { visibleNames } from './visible-names.ts'

/** A zip of Markdown files, such as a vault of Obsidian's: an article for each. */
export const markdownZip: CollectionImporter = {
  id: 'markdown-zip',
  label: 'Markdown notes',
  accepts: ({ zip }) => {
    const names = visibleNames(zip?.names ?? [])
    // Pictures may be as many as notes.
    return names.filter(isMarkdownName).length * 3 > names.length
  },
  list: async (candidate) => (await import('./read-markdown-zip.ts')).listNotes(candidate),
  read: async (record, now) => (await import('./read-markdown-zip.ts')).readNote(record, now),
}
