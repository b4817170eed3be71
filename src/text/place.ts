import type { Content, Span } from '../model/content.ts'
import type { Hit } from './chain.ts'
import { countWhere } from './count-where.ts'
import { snapToGraphemes } from './grapheme-span.ts'
import { type Parts, partsOf, quotationSpan } from './quotation-span.ts'
import type { Wanted } from './wanted.ts'
import { informationOf, type WordIndex } from './word-index.ts'

/** A place of the text that has something in common with what a note remembers. */
export type Place = {
  span: Span
  /** 0 to 1: what quotation and span have in common, of the information in both. */
  quote: number
  /** 0 to 1: how much of what was remembered on either side still touches the span. */
  context: number
  /** 0 to 1: how near the place is to the old one, for the length of the text. */
  nearness: number
  /** 0 to 1: all three, the context counting more beside a short quotation. */
  score: number
  /** Bits of information found again. */
  evidence: number
  /** Tokens in the longest run that the quotation lost, or that came into it. */
  tear: number
}

/**
 * What the context counts beside a quotation, in bits: as much as four words of a news story. So a word stands and falls
 * with its context, and a sentence is known without. With 30 to 60, right and wrong come apart alike; 30 finds most.
 */
const contextBits = 30

/**
 * What nearness counts of the score. A likeness of a passage that was deleted stands anywhere: measured with 0 to 0.3, this
 * share keeps out half of these for one in thirty of the passages found.
 */
const nearnessShare = 0.15

/** Tokens that may come between context and quotation; beyond, the context is where it was and the quotation is not. */
const farthestContext = 16

/** Tokens in a row: with more of them gone or put in, a sentence, it is not what the reader marked. */
export const mostTorn = 15

/** What a text is searched for. */
export type Search = { content: Pick<Content, 'text' | 'blocks'>; index: WordIndex; wanted: Wanted }

/** The place that a chain of hits leads to; null where nothing stands there. */
export function placeOf(chain: readonly Hit[], { content, index, wanted }: Search): Place | null {
  const parts = touching(partsOf(chain, wanted))
  const found = quotationSpan(parts, index.tokens, wanted)
  if (!found || found.start >= found.end) return null
  const span = snapToGraphemes(content.text, found)
  const wantedBits = sum(wanted.bits, wanted.from, wanted.to)
  const quote = (2 * bitsOf(parts.inside)) / (wantedBits + informationIn(index, span))
  const context = contextShare(parts, wanted)
  const weight = contextBits * wanted.stays
  const likeness = (wantedBits * quote + weight * context) / (wantedBits + weight)
  const nearness = 1 - Math.abs(span.start - wanted.start) / Math.max(content.text.length, wanted.start)
  return {
    span,
    quote,
    context,
    nearness,
    score: (1 - nearnessShare) * likeness + nearnessShare * nearness,
    evidence: bitsOf(parts.before) + bitsOf(parts.inside) + bitsOf(parts.after),
    tear: longestTear(parts.inside, wanted),
  }
}

/** Without the context that stands apart from the quotation: it says nothing about these words. */
function touching({ before, inside, after }: Parts): Parts {
  const [first, last] = [inside[0], inside.at(-1)]
  if (!first || !last) return { before, inside, after }
  return {
    before: before.filter((hit) => first.found - hit.found <= first.wanted - hit.wanted + farthestContext),
    inside,
    after: after.filter((hit) => hit.found - last.found <= hit.wanted - last.wanted + farthestContext),
  }
}

function contextShare({ before, after }: Parts, { bits, from, to }: Wanted): number {
  const all = sum(bits, 0, from) + sum(bits, to, bits.length)
  return all === 0 ? 0 : (bitsOf(before) + bitsOf(after)) / all
}

function longestTear(inside: readonly Hit[], { from, to }: Wanted): number {
  const ends = [inside[0], inside.at(-1)] as const
  if (!ends[0] || !ends[1]) return to - from
  let longest = Math.max(ends[0].wanted - from, to - 1 - ends[1].wanted)
  for (const [number, hit] of inside.entries()) {
    const last = inside[number - 1] ?? hit
    longest = Math.max(longest, hit.found - last.found - 1, hit.wanted - last.wanted - 1)
  }
  return longest
}

function informationIn(index: WordIndex, { start, end }: Span): number {
  let bits = 0
  for (let at = countWhere(index.tokens, (token) => token.end <= start); ; at++) {
    const token = index.tokens[at]
    if (!token || token.start >= end) return bits
    bits += informationOf(index, token.word)
  }
}

export function bitsOf(hits: readonly Hit[]): number {
  return hits.reduce((all, { bits }) => all + bits, 0)
}

function sum(bits: readonly number[], from: number, to: number): number {
  return bits.slice(from, to).reduce((all, one) => all + one, 0)
}
