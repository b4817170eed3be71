import type { CarriedNote } from '../entry.ts'
import { noteOf } from './notes.ts'

/**
 * The highlights and notes in one of Omnivore's Markdown files: a quotation, a line of `#labels`, a note, each parted from the
 * next by an empty line, and none of them necessarily there. A note on the whole article is followed by two more line ends
 * than anything else; by that alone it is told from the note of the highlight before it.
 */
export function notesInMarkdown(text: string): CarriedNote[] {
  const [opening = '', ...highlights] = text.split(/(?<=^|\n\n)(?=> )/)
  const all = opening.startsWith('> ') ? [opening, ...highlights] : highlights
  const pageNotes = opening.startsWith('> ') ? [] : opening.split(/\n{4,}/)
  return [
    ...pageNotes.map((body) => noteOf({ body })),
    ...all.flatMap((chunk, index) => notesInChunk(index < all.length - 1 ? chunk.slice(0, -2) : chunk)),
  ].filter((note) => note !== null)
}

/** `chunk` is a quotation with what follows it up to the next, without the line ends that part the two. */
function notesInChunk(chunk: string): (CarriedNote | null)[] {
  const [quotation = '', ...paragraphs] = chunk.trim().split(/\n{2,}/)
  const tags = /^#\S[^\n]*$/.test(paragraphs[0] ?? '') ? labelsIn(paragraphs.shift()!) : []
  const ending = chunk.slice(chunk.trimEnd().length)
  const pageNote = ending.includes('\n\n') ? (paragraphs.pop() ?? null) : null
  return [
    noteOf({ quote: quoteOf(quotation), body: paragraphs.join('\n\n'), tags }),
    noteOf({ body: pageNote }),
  ]
}

/** Labels may have spaces in them. */
function labelsIn(line: string): string[] {
  return line
    .split(/\s(?=#)/)
    .map((label) => label.slice(1).trim())
    .filter((label) => label !== '')
}

/** Omnivore puts its sign in front of each paragraph of a quotation, in the place of the empty line, and not of each line. */
function quoteOf(quotation: string): string {
  return quotation
    .replace(/^(?:> ?)+/, '')
    .replace(/\n(?:> ?)+/g, '\n\n')
    .trim()
}
