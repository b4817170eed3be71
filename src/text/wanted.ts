import type { Span } from '../model/content.ts'
import type { Selector } from '../model/selector.ts'
import { type Token, tokensOf } from './tokens.ts'
import { informationOf, type WordIndex } from './word-index.ts'

/** What is sought: prefix, quotation and suffix as one run of tokens. */
export type Wanted = {
  tokens: readonly Token[]
  /** What it tells, in bits, to meet each in this text: of the context, as far as it is likely to stay by the quotation. */
  bits: readonly number[]
  /** 0 to 1: the share of the context that is likely to. */
  stays: number
  /** The quotation's tokens, end exclusive. */
  from: number
  to: number
  /** Where the quotation stood, as in the selector. */
  start: number
  /** UTF-16 units of the first and the last of these that the quotation leaves out, where it begins or ends in a word. */
  cut: { before: number; after: number }
}

/**
 * What context in another paragraph counts: editors insert, move and delete whole ones, so it says less about these words.
 * Measured: with all of it, or a half or an eighth, fewer passages are found and no fewer wrong ones.
 */
const beyondParagraph = 1 / 4

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
  const information = tokens.map(({ word }) => informationOf(index, word))
  const context = contextSum(information, from, to)
  const own = ownParagraph(text, quote)
  const bits = tokens.map(({ start: at }, number) => {
    const isBeyond = at < own.start || at >= own.end
    return (information[number] ?? 0) * (isBeyond ? beyondParagraph : 1)
  })
  return {
    tokens,
    bits,
    stays: context === 0 ? 0 : contextSum(bits, from, to) / context,
    from,
    to,
    start,
    cut: { before: Math.max(0, quote.start - first.start), after: Math.max(0, last.end - quote.end) },
  }
}

/** The paragraphs that the quotation stands in: an empty line is between two. */
function ownParagraph(text: string, quote: Span): Span {
  const before = quote.start === 0 ? -1 : text.lastIndexOf('\n\n', quote.start - 1)
  const after = text.indexOf('\n\n', quote.end)
  return { start: before === -1 ? 0 : before, end: after === -1 ? text.length : after }
}

function contextSum(bits: readonly number[], from: number, to: number): number {
  return [...bits.slice(0, from), ...bits.slice(to)].reduce((all, one) => all + one, 0)
}
