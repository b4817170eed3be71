import type { StoryImporter } from '../importer.ts'

/** Notes that Zotero makes of what was marked in a PDF and exports as Markdown: an article of what they quote. */
export const zoteroMarkdown: StoryImporter = {
  id: 'zotero-markdown',
  label: 'Zotero notes',
  accepts: ({ extension, head }) =>
    ['md', 'markdown', 'txt', ''].includes(extension) && /\]\(zotero:\/\/(?:select|open)/.test(head),
  read: async (source) => (await import('./read-zotero-notes.ts')).readZoteroNotes(source),
}
