import type { CollectionImporter } from '../importer.ts'

/** EPUB 2 and 3: each chapter of a book is one item. */
export const epub: CollectionImporter = {
  id: 'epub',
  label: 'an EPUB book',
  accepts: ({ extension, zip }) =>
    zip !== null &&
    (extension === 'epub' || zip.names.some((name) => /^META-INF\/container\.xml$/i.test(name))),
  list: async (candidate) => (await import('./list-chapters.ts')).listChapters(candidate),
  read: async (record) => (await import('./read-chapter.ts')).readChapter(record),
}
