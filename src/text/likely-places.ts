import type { Content, Span } from '../model/content.ts'
import type { Selector } from '../model/selector.ts'
import { bestChain, type Hit } from './chain.ts'
import { snapToGraphemes } from './grapheme-span.ts'
import { type Token, tokensOf } from './tokens.ts'
import { informationOf, type WordIndex, wordIndexOf } from './word-index.ts'

/** A place in the text, and how much of what was remembered is there: each a share from 0 to 1. */
export type Place = {
  span: Span
  /** Of the information in the quotation and in the words now marked, what both have in common. */
  quote: number
  /** Null where nothing was remembered on that side. */
  prefix: number | null
  suffix: number | null
  /** All that was found of quotation and context, in bits; beyond what the best place would have by chance. */
  evidence: number
  quoteBits: number
  torn: number
}

/** What is sought: prefix, quotation and suffix as one run of tokens, the quotation's being `from` to `to`. */
type Wanted = { tokens: Token[]; bits: number[]; quote: Span; from: number; to: number; start: number }

/** As many regions of the text are looked at closely. */
const regionsTried = 4

/** Hits of single words that choose the regions: enough that rare words have all theirs, few enough to cost no time. */
const mostVotes = 2000

/** Tokens: how far the words of a passage may be shifted against each other, e.g. by a sentence put in between. */
const leastDrift = 32
const reach = 96
const mostTwins = 24

/** The places of a text that have most in common with what a note remembers, the likeliest first, none overlapping. */
export function likelyPlaces(content: Pick<Content, 'text' | 'blocks'>, selector: Selector): Place[] {
  const index = wordIndexOf(content)
  const wanted = wantedFrom(selector, index)
  const places = regionsOf(index, wanted)
    .map((region) => placeIn({ index, wanted, text: content.text }, region))
    .filter((place) => place !== null)
    .sort((a, b) => b.evidence - a.evidence)
  return places.filter(
    (place, rank) => !places.slice(0, rank).some((better) => overlap(better.span, place.span)),
  )
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

function wantedFrom({ prefix, exact, suffix, start }: Selector, index: WordIndex): Wanted {
  const quote = { start: prefix.length, end: prefix.length + exact.length }
  const text = prefix + exact + suffix
  const all = tokensOf(text)
  // The context was cut after so many characters: half a word at its edge is not a word of the text.
  const isCut = { first: prefix.length < start, last: suffix.length > 0 }
  const tokens = all.filter(
    (token) =>
      !(isCut.first && token.start === 0 && token.end < quote.start) &&
      !(isCut.last && token.end === text.length && token.start > quote.end),
  )
  const from = tokens.findIndex(({ end }) => end > quote.start)
  const to = tokens.findLastIndex((token) => token.start < quote.end) + 1
  return { tokens, bits: tokens.map(({ word }) => informationOf(index, word)), quote, from, to, start }
}

/** A stretch of diagonals: a diagonal is the number of a token in the text less its number in what is sought. */
type Region = { least: number; most: number }

function regionsOf({ tokens, places }: WordIndex, wanted: Wanted): Region[] {
  const half = Math.max(leastDrift, wanted.tokens.length >> 3)
  const votes = new Map<number, number>()
  const rarest = wanted.tokens
    .map(({ word }, number) => ({ number, found: places.get(word) ?? [] }))
    .sort((a, b) => a.found.length - b.found.length)
  let left = Math.max(mostVotes, 2 * wanted.tokens.length)
  for (const { number, found } of rarest) {
    left -= found.length
    if (left < 0) break
    for (const at of found) {
      const bucket = Math.floor((at - number) / half)
      votes.set(bucket, (votes.get(bucket) ?? 0) + (wanted.bits[number] ?? 0))
    }
  }
  const pairs = new Map<number, number>()
  for (const [bucket, bits] of votes) {
    pairs.set(bucket, bits + (votes.get(bucket + 1) ?? 0))
    if (!votes.has(bucket - 1)) pairs.set(bucket - 1, bits)
  }
  const chosen: number[] = []
  for (const [bucket] of [...pairs].sort((a, b) => b[1] - a[1])) {
    if (chosen.some((other) => Math.abs(other - bucket) <= 1)) continue
    chosen.push(bucket)
    if (chosen.length === regionsTried) break
  }
  const there = tokens.findLastIndex(({ start }) => start <= wanted.start) - wanted.from
  if (chosen.length < regionsTried) chosen.push(Math.floor(there / half))
  return chosen.map((bucket) => ({ least: bucket * half - reach, most: (bucket + 2) * half + reach }))
}

type Search = { index: WordIndex; wanted: Wanted; text: string }

function placeIn({ index, wanted, text }: Search, region: Region): Place | null {
  const chain = bestChain(hitsIn(index, wanted, region), wanted.tokens.length)
  const span = spanOf(chain, index.tokens, wanted)
  if (!span) return null
  const whole = snapToGraphemes(text, span)
  const sum = (from: number, to: number) => sumOf(wanted.bits, from, to)
  const near = chain.filter((hit) => isNear(hit, chain, wanted))
  const found = (from: number, to: number) =>
    near.reduce((bits, hit) => (hit.wanted >= from && hit.wanted < to ? bits + hit.bits : bits), 0)
  const share = (from: number, to: number) => (from < to ? found(from, to) / sum(from, to) : null)
  const inText = marked(index, whole)
  const { from, to, tokens } = wanted
  return {
    span: whole,
    quote: (2 * found(from, to)) / (sum(from, to) + inText),
    prefix: share(0, from),
    suffix: share(to, tokens.length),
    evidence: found(0, tokens.length) - Math.log2(index.tokens.length),
    quoteBits: found(from, to),
    torn: tornOf(chain, wanted),
  }
}

/** Context that something was put in front of is no longer context: it says nothing of the words it stood beside. */
function isNear(hit: Hit, chain: readonly Hit[], { from, to }: Wanted): boolean {
  const inside = chain.filter(({ wanted }) => wanted >= from && wanted < to)
  const [first, last] = [inside[0], inside.at(-1)]
  if (!first || !last) return true
  if (hit.wanted < from) return first.found - hit.found <= first.wanted - hit.wanted + 8
  if (hit.wanted >= to) return hit.found - last.found <= hit.wanted - last.wanted + 8
  return true
}

/** Tokens in the longest run that is missing in the quotation, or was put into it. */
function tornOf(chain: readonly Hit[], { from, to }: Wanted): number {
  const inside = chain.filter((hit) => hit.wanted >= from && hit.wanted < to)
  let [torn, last] = [0, inside[0]]
  if (!last) return to - from
  torn = Math.max(last.wanted - from, to - 1 - (inside.at(-1)?.wanted ?? from))
  for (const hit of inside) {
    torn = Math.max(torn, hit.found - last.found - 1, hit.wanted - last.wanted - 1)
    last = hit
  }
  return torn
}

function sumOf(bits: number[], from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at++) sum += bits[at] ?? 0
  return sum
}

function marked(index: WordIndex, { start, end }: Span): number {
  let bits = 0
  for (let at = firstAfter(index.tokens, start); at < index.tokens.length; at++) {
    const token = index.tokens[at]
    if (!token || token.start >= end) break
    bits += informationOf(index, token.word)
  }
  return bits
}

/** The number of the first token that ends after the offset. */
function firstAfter(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

function hitsIn({ tokens }: WordIndex, wanted: Wanted, { least, most }: Region): Hit[] {
  const numbers = new Map<string, number[]>()
  for (const [number, { word }] of wanted.tokens.entries()) {
    const list = numbers.get(word)
    if (list) list.push(number)
    else numbers.set(word, [number])
  }
  const hits: Hit[] = []
  const end = Math.min(tokens.length, most + wanted.tokens.length)
  for (let found = Math.max(0, least); found < end; found++) {
    let twins = 0
    for (const number of numbers.get(tokens[found]?.word ?? '') ?? []) {
      const diagonal = found - number
      if (diagonal < least || diagonal > most) continue
      hits.push({ wanted: number, found, bits: wanted.bits[number] ?? 0 })
      if (++twins === mostTwins) break
    }
  }
  return hits
}

/** What the quotation has become: from where its first word stands, or what took its place, to where its last does. */
function spanOf(chain: readonly Hit[], tokens: readonly Token[], wanted: Wanted): Span | null {
  const { from, to, quote } = wanted
  const inside = chain.filter((hit) => hit.wanted >= from && hit.wanted < to)
  const before = chain.findLast((hit) => hit.wanted < from)
  const after = chain.find((hit) => hit.wanted >= to)
  const [first, last] = [inside[0], inside.at(-1)]
  if (!first || !last) {
    if (!before || !after) return null
    const [a, b] = [tokens[before.found + 1], tokens[after.found - 1]]
    if (!a || !b || a.start >= b.end || b.end - a.start > 2 * (quote.end - quote.start) + 20) return null
    return { start: a.start, end: b.end }
  }
  const firstFound = first.found - replaced(first.wanted - from, before, { at: first, edge: from })
  const lastFound = last.found + replaced(to - 1 - last.wanted, after, { at: last, edge: to - 1 })
  const startToken = tokens[firstFound]
  const endToken = tokens[lastFound]
  if (!startToken || !endToken) return null
  const cutBefore = first.wanted === from ? Math.max(0, quote.start - (wanted.tokens[from]?.start ?? 0)) : 0
  const cutAfter = last.wanted === to - 1 ? Math.max(0, (wanted.tokens[to - 1]?.end ?? 0) - quote.end) : 0
  return { start: startToken.start + cutBefore, end: endToken.end - cutAfter }
}

/** How many tokens of the text stand where the missing ones at an edge of the quotation stood. */
function replaced(missing: number, context: Hit | undefined, { at, edge }: { at: Hit; edge: number }): number {
  if (missing === 0 || !context) return 0
  const free = Math.abs(at.found - context.found) - 1
  const missingContext = Math.abs(edge - context.wanted) - 1
  if (free > 2 * (missing + missingContext)) return 0
  return missingContext === 0 ? free : Math.min(free, missing)
}
