import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { wikilinks } from '../../src/text/wikilinks.ts'

/** Whether Markdown shows this text as it was typed: paragraphs of nothing but words. */
export function isPlain(body: string): boolean {
  if (wikilinks(body).length > 0) return false
  const { children } = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  return children.every(
    (block) => block.type === 'paragraph' && block.children.every(({ type }) => type === 'text'),
  )
}
