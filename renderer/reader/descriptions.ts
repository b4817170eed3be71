import type { Block, Span } from '../../src/model/content.ts'
import type { PlacedNote } from '../../src/model/note.ts'
import { excerptOf } from '../../src/text/excerpt.ts'
import { partition } from './partition.ts'

/** What is said of the notes on a block. */
export type Description = { block: number; text: string }

/** UTF-16 units of the words that are quoted, and of a note's beginning: they are heard at each coming by. */
const [quoted, told] = [24, 120]

/** Whose element a block names with `aria-describedby`. */
export function descriptionId(block: number): string {
  return `notes-on-block-${block}`
}

/**
 * Where the passages on each block start and end, in words, for those who can't see them painted. Only of the blocks on which
 * there are some, in the order of the text, as `notes` are.
 */
export function descriptionsOf(
  { text, blocks }: { text: string; blocks: readonly Block[] },
  notes: readonly PlacedNote[],
): Description[] {
  const said = new Map<number, string[]>()
  for (const placed of notes) {
    for (const { block, text: sentence } of sentencesOn(text, blocks, placed)) {
      said.set(block, [...(said.get(block) ?? []), sentence])
    }
  }
  return [...said].sort(([a], [b]) => a - b).map(([block, all]) => ({ block, text: all.join(' ') }))
}

/** One note more must not cost thousands of sentences anew: what is said of a note is remembered with it. */
const known = new WeakMap<PlacedNote, { text: string; sentences: Description[] }>()

function sentencesOn(text: string, blocks: readonly Block[], placed: PlacedNote): Description[] {
  const there = known.get(placed)
  if (there?.text === text) return there.sentences
  const { anchor } = placed
  if (anchor === null || anchor.kind === 'lost') return []
  const { span } = anchor
  const sentences: Description[] = []
  const first = partition(blocks.length, (index) => blocks[index]!.span.end > span.start)
  for (let block = first; block < blocks.length && blocks[block]!.span.start < span.end; block++) {
    sentences.push({ block, text: sentenceOn(text, blocks[block]!.span, { placed, span }) })
  }
  known.set(placed, { text, sentences })
  return sentences
}

type Placed = { placed: PlacedNote; span: Span }

function sentenceOn(text: string, block: Span, { placed: { note, anchor }, span }: Placed): string {
  const words = text.slice(span.start, span.end)
  const isDoubtful = anchor?.kind === 'moved' && anchor.isDoubtful
  const name = `${isDoubtful ? 'Perhaps ' : ''}${note.color} highlight`
  const starts = span.start >= block.start
  const ends = span.end <= block.end
  const start = `starts at ‘${excerptOf(words, quoted)}’`
  const end = `ends at ‘${endOf(words)}’`
  const body = starts && note.body !== '' ? ` Note: ${closed(excerptOf(note.body, told))}` : ''
  if (starts && ends) return `${capitalised(name)} ${start}, ${end}.${body}`
  if (starts) return `${capitalised(name)} ${start} and goes on.${body}`
  return ends ? `${capitalised(name)} ${end}.` : `${capitalised(name)} on all of it.`
}

/** The last words, from where one begins. */
function endOf(words: string): string {
  if (words.length <= quoted) return excerptOf(words, quoted)
  const end = words.slice(-quoted)
  const space = end.search(/\s/)
  return (space === -1 || space > quoted / 2 ? end : end.slice(space)).replace(/\s+/g, ' ').trim()
}

/** So that a voice pauses. */
function closed(words: string): string {
  return /[.!?…؟۔。！？]$/.test(words) ? words : `${words}.`
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
