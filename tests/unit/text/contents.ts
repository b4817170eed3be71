import { currentFormat } from '../../../src/model/format.ts'
import type { Block, Content } from '../../../src/model/content.ts'

/** A text whose blocks are parted by empty lines; those that begin with `> ` are quotations. */
export function contentOf(text: string): Content {
  const blocks: Block[] = []
  let written = ''
  for (const part of text.split('\n\n')) {
    const isQuotation = part.startsWith('> ')
    const words = isQuotation ? part.slice(2) : part
    if (blocks.length > 0) written += '\n\n'
    const span = { start: written.length, end: written.length + words.length }
    blocks.push(isQuotation ? { kind: 'quotation', span, depth: 1 } : { kind: 'paragraph', span })
    written += words
  }
  return { format: currentFormat, text: written, blocks, marks: [], furniture: [] }
}
