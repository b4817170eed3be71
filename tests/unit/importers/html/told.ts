import type { Content } from '../../../../src/model/content.ts'
import { contentOfHtml } from '../../../../src/importers/html/content-of-html.ts'

/** What a piece of HTML at https://tides.example/log/ comes to, a line a block: its kind, what it says of itself, its words. */
export function blocksOf(html: string): string[] {
  return toldBlocks(contentOfHtml(html, { url: 'https://tides.example/log/' }))
}

/** The marks, a line each: the kind, where it leads, the words. */
export function marksOf(html: string): string[] {
  const { text, marks } = contentOfHtml(html, { url: 'https://tides.example/log/' })
  return marks.map((mark) => {
    const to =
      mark.kind === 'link' ? ` ${mark.href}` : mark.kind === 'footnoteReference' ? ` ${mark.label}` : ''
    return `${mark.kind}${to}: ${text.slice(mark.span.start, mark.span.end)}`
  })
}

export function toldBlocks({ text, blocks }: Content): string[] {
  return blocks.map((block) => {
    const words = text.slice(block.span.start, block.span.end)
    const where = [block.language, block.direction].filter((part) => part !== undefined)
    return `${[block.kind, ...detailOf(block), ...where].join(' ')}: ${words}`
  })
}

function detailOf(block: Content['blocks'][number]): Array<string | number> {
  switch (block.kind) {
    case 'heading':
      return [block.level]
    case 'quotation':
      return [block.depth]
    case 'listItem':
      return [block.depth, block.number ?? '-']
    case 'figure':
      return [block.url ?? '-', block.file ?? '-', JSON.stringify(block.alt)]
    case 'footnote':
      return [block.label ?? '-']
    default:
      return []
  }
}
