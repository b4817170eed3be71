import type { Blockquote, PhrasingContent } from 'mdast'

/** What separates two paragraphs: exactly two line feeds with words on both sides. */
const paragraphBreak = /(?<=[^\n])\n\n(?=[^\n])/

/** What is a line break within a paragraph: one line feed with words on both sides. */
const lineBreak = /(?<=[^\n])\n(?=[^\n])/

/** A passage as a block quote that reads back as the same characters: line feeds included, however many. */
export function quotation(passage: string): Blockquote {
  return {
    type: 'blockquote',
    children: passage
      .split(paragraphBreak)
      .map((paragraph) => ({ type: 'paragraph', children: paragraph.split(lineBreak).flatMap(line) })),
  }
}

function line(words: string, index: number): PhrasingContent[] {
  return index === 0 ? stretch(words) : [{ type: 'break' }, ...stretch(words)]
}

/** Line feeds that are neither kind of break can only be written as character references. */
function stretch(words: string): PhrasingContent[] {
  return words
    .split(/(\n)/)
    .filter((part) => part !== '')
    .map((part) => (part === '\n' ? { type: 'verbatim', value: '&#xA;' } : { type: 'quoted', value: part }))
}
