import type { Span } from '../../src/model/content.ts'
import { trimSpan } from '../../src/text/grapheme-span.ts'
import type { Chance } from '../bench/chance.ts'
import { paragraphsOf } from './plain-content.ts'

/** What readers mark, each as often as the others. */
export const kinds = ['word', 'phrase', 'sentence', 'two sentences', 'paragraph', 'two paragraphs'] as const
export type Kind = (typeof kinds)[number]

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const word = /\S+/g

/** A passage as a reader would mark it; null where the text has none of that kind. */
export function passageIn(text: string, kind: Kind, chance: Chance): Span | null {
  const all = paragraphsOf(text).filter(({ start, end }) => end - start > 20)
  const own = all[chance.below(all.length)]
  if (!own) return null
  switch (kind) {
    case 'word':
      return words(text, own, { chance, length: 1 })
    case 'phrase':
      return words(text, own, { chance, length: chance.between(2, 6) })
    case 'sentence':
      return whole(text, sentencesIn(text, own), chance)
    case 'two sentences':
      return across(text, sentencesIn(text, own), chance)
    case 'paragraph':
      return trimSpan(text, own)
    case 'two paragraphs':
      return across(text, all, chance)
  }
}

function sentencesIn(text: string, { start, end }: Span): Span[] {
  return Array.from(sentences.segment(text.slice(start, end)), ({ index, segment }) => ({
    start: start + index,
    end: start + index + segment.length,
  }))
}

function wordsIn(text: string, { start, end }: Span): Span[] {
  return Array.from(text.slice(start, end).matchAll(word), ({ 0: found, index }) => ({
    start: start + index,
    end: start + index + found.length,
  }))
}

function words(text: string, own: Span, { chance, length }: { chance: Chance; length: number }): Span | null {
  const list = wordsIn(text, own)
  const first = chance.below(Math.max(1, list.length - length + 1))
  const [from, to] = [list[first], list[Math.min(list.length, first + length) - 1]]
  if (!from || !to) return null
  // A reader marks the word without the stop behind it.
  const marked = /[\p{L}\p{N}].*[\p{L}\p{N}]|[\p{L}\p{N}]/su.exec(text.slice(from.start, to.end))
  if (!marked) return null
  return { start: from.start + marked.index, end: from.start + marked.index + marked[0].length }
}

function whole(text: string, list: readonly Span[], chance: Chance): Span | null {
  const own = list[chance.below(list.length)]
  return own ? trimSpan(text, own) : null
}

/** From a word in one stretch to a word in the next. */
function across(text: string, list: readonly Span[], chance: Chance): Span | null {
  const first = chance.below(list.length - 1)
  const [one, next] = [list[first], list[first + 1]]
  if (!one || !next) return null
  const [starts, ends] = [wordsIn(text, one), wordsIn(text, next)]
  const [from, to] = [starts[chance.below(starts.length)], ends[chance.below(ends.length)]]
  return from && to ? { start: from.start, end: to.end } : null
}
