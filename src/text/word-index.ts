import type { Content } from '../model/content.ts'
import { type Token, tokensOf } from './tokens.ts'

/** The tokens of a text, and where each word stands among them. */
export type WordIndex = { tokens: Token[]; places: ReadonlyMap<string, readonly number[]> }

const kept = new WeakMap<Pick<Content, 'text'>, WordIndex>()

/** Made once for each content: hundreds of notes are sought in the same one. */
export function wordIndexOf(content: Pick<Content, 'text'>): WordIndex {
  const known = kept.get(content)
  if (known) return known
  const tokens = tokensOf(content.text)
  const places = new Map<string, number[]>()
  for (const [number, { word }] of tokens.entries()) {
    const list = places.get(word)
    if (list) list.push(number)
    else places.set(word, [number])
  }
  const index = { tokens, places }
  kept.set(content, index)
  return index
}

/**
 * How much it tells to meet this word in this text, in bits: little of a common one, most of one that is not there. A
 * passage of so many bits stands `tokens × 2^-bits` times in a text by chance, were words independent of each other.
 */
export function informationOf({ tokens, places }: WordIndex, word: string): number {
  return Math.log2((tokens.length + 1) / (places.get(word)?.length ?? 0.5))
}
