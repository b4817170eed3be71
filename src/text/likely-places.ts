import type { Content, Span } from '../model/content.ts'
import type { Selector } from '../model/selector.ts'
import { bestChain, type Hit } from './chain.ts'
import { countWhere } from './count-where.ts'
import { snapToGraphemes } from './grapheme-span.ts'
import { type Parts, partsOf, quotationSpan } from './quotation-span.ts'
import { hitsIn, regionsOf } from './regions.ts'
import { type Wanted, wantedOf } from './wanted.ts'
import { informationOf, type WordIndex, wordIndexOf } from './word-index.ts'

type Text = Pick<Content, 'text' | 'blocks'>

/** A place of the text that has something in common with what a note remembers. */
export type Place = {
  span: Span
  /** 0 to 1: what quotation and span have in common, of the information in both. */
  quote: number
  /** 0 to 1: how much of what was remembered on either side still touches the span. */
  context: number
  /** 0 to 1: both, the context counting more beside a short quotation. */
  score: number
  /** Bits of information found again. */
  evidence: number
  /** Bits of it more than the best other place has: with none, the two can't be told apart. */
  lead: number
  /** Tokens in the longest run that the quotation lost, or that came into it. */
  tear: number
}

type Standing = Omit<Place, 'lead'>

/**
 * What the context counts beside a quotation, in bits: as much as four words of a news story. So a word stands and falls
 * with its context, and a sentence is known without. With 30 to 60, right and wrong come apart alike; 30 finds most.
 */
const contextBits = 30

/** Tokens that may come between context and quotation; beyond, the context is where it was and the quotation is not. */
const farthestContext = 16

/** Bits for a place near the old one, and for one in the block of the same number: they decide between equals. */
const habitBits = 2

/** Where words repeat, the same place shifted is another place if it has at least this much of the quotation. */
const leastShifted = 0.65

/** The places most like the one remembered, the likeliest first; some may overlap. */
export function likelyPlaces(content: Text, selector: Selector): Place[] {
  const index = wordIndexOf(content)
  const wanted = wantedOf(selector, index)
  if (!wanted) return []
  const places = regionsOf(index, wanted, selector.start)
    .flatMap((region) => placesAmong(hitsIn(index, wanted, region), { content, index, wanted }))
    .map((place) => ({ place, rank: place.evidence + habit(place.span, content, selector) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ place }) => place)
  return places.map((place) => ({ ...place, lead: place.evidence - mostEvidenceBeside(place, places) }))
}

function mostEvidenceBeside(place: Standing, places: readonly Standing[]): number {
  return Math.max(0, ...places.filter((other) => isRival(other, place)).map(({ evidence }) => evidence))
}

function isRival(other: Standing, { span }: Standing): boolean {
  if (!overlap(other.span, span)) return true
  const isSame = other.span.start === span.start && other.span.end === span.end
  return !isSame && other.quote >= leastShifted
}

export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

function habit({ start }: Span, { text, blocks }: Text, selector: Selector): number {
  const nearness = 1 - Math.abs(start - selector.start) / Math.max(text.length, selector.start)
  const isInBlock = blocks[selector.block ?? -1]?.span
  return habitBits * (nearness + (isInBlock && isInBlock.start <= start && start < isInBlock.end ? 1 : 0))
}

type Search = { content: Text; index: WordIndex; wanted: Wanted }

/** The best place in a region, and the best that has the quotation elsewhere in it: its rival. */
function placesAmong(hits: readonly Hit[], { content, index, wanted }: Search): Standing[] {
  const chain = bestChain(hits, wanted.tokens.length)
  const best = placeOf(chain, { content, index, wanted })
  const taken = new Set(partsOf(chain, wanted).inside)
  const rest = hits.filter((hit) => !taken.has(hit))
  if (!best || taken.size === 0 || bitsOf(partsOf(rest, wanted).inside) < bitsOf([...taken]) / 2)
    return best ? [best] : []
  const rival = placeOf(bestChain(rest, wanted.tokens.length), { content, index, wanted })
  return rival ? [best, rival] : [best]
}

function placeOf(chain: readonly Hit[], { content, index, wanted }: Search): Standing | null {
  const parts = touching(partsOf(chain, wanted))
  const found = quotationSpan(parts, index.tokens, wanted)
  if (!found || found.start >= found.end) return null
  const span = snapToGraphemes(content.text, found)
  const wantedBits = sum(wanted.bits, wanted.from, wanted.to)
  const quote = (2 * bitsOf(parts.inside)) / (wantedBits + informationIn(index, span))
  const context = contextShare(parts, wanted)
  return {
    span,
    quote,
    context,
    score: (wantedBits * quote + contextBits * context) / (wantedBits + contextBits),
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

/** Of both sides alike, as far as there is something remembered on them. */
function contextShare(parts: Parts, { bits, from, to }: Wanted): number {
  const sides = [
    { found: bitsOf(parts.before), all: sum(bits, 0, from) },
    { found: bitsOf(parts.after), all: sum(bits, to, bits.length) },
  ].filter(({ all }) => all > 0)
  return sides.reduce((share, { found, all }) => share + found / all / sides.length, 0)
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

function bitsOf(hits: readonly Hit[]): number {
  return hits.reduce((all, { bits }) => all + bits, 0)
}

function sum(bits: readonly number[], from: number, to: number): number {
  return bits.slice(from, to).reduce((all, one) => all + one, 0)
}
