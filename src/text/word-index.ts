import type { Content } from '../model/content.ts'
import { type Token, tokensOf } from './tokens.ts'

/** The tokens of a text, and the numbers of those that are a certain word. */
export type WordIndex = { tokens: readonly Token[]; places: ReadonlyMap<string, readonly number[]> }

const known = new WeakMap<Pick<Content, 'text'>, WordIndex>()

/** Made once for each content: hundreds of notes are sought in the same one. */
export function wordIndexOf(content: Pick<Content, 'text'>): WordIndex {
  const before = known.get(content)
  if (before) return before
  const tokens = tokensOf(content.text)
  const index = { tokens, places: placesOf(tokens) }
  known.set(content, index)
  return index
}

export function placesOf(tokens: readonly Token[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [number, { word }] of tokens.entries()) {
    const list = places.get(word)
    if (list) list.push(number)
    else places.set(word, [number])
  }
  return places
}

/**
 * How much it tells to meet this word in this text, in bits: little of a common one, most of one that is not there (taken
 * as half a place). Words that tell so many bits together meet by chance at tokens × 2^-bits places of the text.
 */
export function informationOf({ tokens, places }: WordIndex, word: string): number {
  return Math.log2((tokens.length + 1) / (places.get(word)?.length ?? 0.5))
}
