import type { Root } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { obsidian } from './obsidian.ts'

const extensions = [gfmToMarkdown(), obsidian]

/** The one place where a tree becomes Markdown; same tree, same bytes. */
export function writeMarkdown(tree: Root): string {
  return toMarkdown(tree, { extensions })
}
