import type { Selector } from '../model/selector.ts'
import { type Token, tokensOf } from './tokens.ts'
import { informationOf, type WordIndex } from './word-index.ts'

/** What is sought: prefix, quotation and suffix as one run of tokens, with what each tells in this text. */
export type Wanted = {
  tokens: readonly Token[]
  bits: readonly number[]
  /** The quotation's tokens, end exclusive. */
  from: number
  to: number
  /** UTF-16 units of the first and the last of these that the quotation leaves out, where it begins or ends in a word. */
  cut: { before: number; after: number }
}

/** Null where the quotation has no tokens: white space can't be sought. */
export function wantedOf({ prefix, exact, suffix, start }: Selector, index: WordIndex): Wanted | null {
  const text = prefix + exact + suffix
  const quote = { start: prefix.length, end: prefix.length + exact.length }
  // Where the context was cut off it may begin or end with half a word, which is no word of the text.
  const isCutOff = { before: prefix.length < start, after: suffix !== '' }
  const tokens = tokensOf(text).filter(
    (token) =>
      !(isCutOff.before && token.start === 0 && token.end <= quote.start) &&
      !(isCutOff.after && token.end === text.length && token.start >= quote.end),
  )
  const from = tokens.findIndex(({ end }) => end > quote.start)
  const to = tokens.findLastIndex((token) => token.start < quote.end) + 1
  const [first, last] = [tokens[from], tokens[to - 1]]
  if (!first || !last || from >= to) return null
  return {
    tokens,
    bits: tokens.map(({ word }) => informationOf(index, word)),
    from,
    to,
    cut: { before: Math.max(0, quote.start - first.start), after: Math.max(0, last.end - quote.end) },
  }
}
