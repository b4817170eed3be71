import type { Blockquote, PhrasingContent } from 'mdast'
import { asWritten } from './obsidian.ts'

/** What separates two paragraphs: exactly two line feeds with words on both sides. */
const paragraphBreak = /(?<=[^\n])\n\n(?=[^\n])/

/** What is a line break within a paragraph: one line feed with words on both sides. */
const lineBreak = /(?<=[^\n])\n(?=[^\n])/

/** A passage as a block quote that reads back as the same characters, line feeds included. */
export function quotation(passage: string): Blockquote {
  return {
    type: 'blockquote',
    children: passage
      .split(paragraphBreak)
      .map((paragraph) => ({ type: 'paragraph', children: paragraph.split(lineBreak).flatMap(line) })),
  }
}

function line(words: string, index: number): PhrasingContent[] {
  return index === 0 ? stretches(words) : [{ type: 'break' }, ...stretches(words)]
}

/** Line feeds that make neither kind of break can only be written as character references. */
function stretches(words: string): PhrasingContent[] {
  return words
    .split(/(\n)/)
    .filter(Boolean)
    .map((value) => (value === '\n' ? asWritten(value, '&#xA;') : { type: 'text', value }))
}
