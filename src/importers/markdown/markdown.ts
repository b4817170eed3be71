import type { StoryImporter } from '../importer.ts'
import { isMarkdownName } from './markdown-name.ts'

/** CommonMark with GitHub's extensions and front matter, as Obsidian and its clipper write it. */
export const markdown: StoryImporter = {
  id: 'markdown',
  label: 'Markdown',
  accepts: ({ name }) => isMarkdownName(name),
  read: async (source) => (await import('./read-markdown.ts')).readMarkdown(source),
}
