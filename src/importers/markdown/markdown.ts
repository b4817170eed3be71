import type { StoryImporter } from '../importer.ts'

const extensions = new Set(['md', 'markdown', 'mdown', 'mkd'])

/** CommonMark with GitHub's extensions and front matter, as Obsidian and its clipper write it. */
export const markdown: StoryImporter = {
  id: 'markdown',
  label: 'Markdown',
  accepts: ({ extension }) => extensions.has(extension),
  read: async (source) => (await import('./read-markdown.ts')).readMarkdown(source),
}
