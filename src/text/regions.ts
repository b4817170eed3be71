import type { Hit } from './chain.ts'
import { countWhere } from './count-where.ts'
import type { Wanted } from './wanted.ts'
import { placesOf, type WordIndex } from './word-index.ts'

/**
 * A part of the text in which what is sought may stand, as a band of diagonals. A diagonal is the number of a token of
 * the text less the number of the same one among the wanted: it stays the same where no words came in or went.
 */
export type Region = { least: number; most: number }

/** Tokens that came in or went within a passage and its context, usually; of a long one, an eighth of it. */
const leastDrift = 32

/** Tokens by which a region is widened, so that a paragraph put into the passage leaves both ends in it. */
const widening = 96

/** Regions that are looked at closely: the right one, and rivals that would make it doubtful. */
const mostRegions = 4

/** A region with less than this share of the best one's votes is no rival to it. */
const leastVotes = 1 / 3

/** Places of single words that may vote for regions: rare words have all theirs, and common ones cost no time. */
const mostVotes = 600

/** Of a word that stands more often than this in a passage, the places nearest the middle of the band are enough. */
const mostTwins = 16

/** The parts of the text with the most words of what is sought, the rare ones counting more; the likeliest first. */
export function regionsOf({ tokens, places }: WordIndex, wanted: Wanted, start: number): Region[] {
  const width = Math.max(leastDrift, wanted.tokens.length >> 3)
  const votes = votesOf(places, wanted, width)
  const strips = [...votes.keys()]
    .map((strip) => ({ strip, bits: (votes.get(strip) ?? 0) + (votes.get(strip + 1) ?? 0) }))
    .sort((a, b) => b.bits - a.bits)
  const chosen: number[] = []
  for (const { strip, bits } of strips) {
    if (chosen.length === mostRegions || bits < leastVotes * (strips[0]?.bits ?? 0)) break
    if (chosen.every((other) => Math.abs(other - strip) > 1)) chosen.push(strip)
  }
  // Common words alone have no vote: then the old place is as good as any, unless they are too many to look at.
  const old = countWhere(tokens, ({ end }) => end <= start) - wanted.from
  if (chosen.length === 0 && wanted.tokens.length <= mostVotes) chosen.push(Math.floor(old / width))
  return chosen.map((strip) => ({ least: strip * width - widening, most: (strip + 2) * width + widening }))
}

/** What the words tell, in bits, that stand in each strip of so many diagonals. */
function votesOf(places: WordIndex['places'], { tokens, bits }: Wanted, width: number): Map<number, number> {
  const byRarity = tokens
    .map(({ word }, number) => ({ number, found: places.get(word) ?? [], bits: bits[number] ?? 0 }))
    .sort((a, b) => a.found.length - b.found.length)
  const votes = new Map<number, number>()
  let left = Math.max(mostVotes, tokens.length)
  for (const word of byRarity) {
    left -= word.found.length
    if (left < 0) break
    for (const at of word.found) {
      const strip = Math.floor((at - word.number) / width)
      votes.set(strip, (votes.get(strip) ?? 0) + word.bits)
    }
  }
  return votes
}

/** Where words of what is sought stand in a region; in the order of the text, for one place the last wanted first. */
export function hitsIn({ tokens }: WordIndex, wanted: Wanted, { least, most }: Region): Hit[] {
  const numbers = placesOf(wanted.tokens)
  const middle = (least + most) >> 1
  const hits: Hit[] = []
  const end = Math.min(tokens.length, most + wanted.tokens.length)
  for (let found = Math.max(0, least); found < end; found++) {
    for (const number of nearest(numbers.get(tokens[found]?.word ?? '') ?? [], found - middle)) {
      const diagonal = found - number
      if (diagonal < least || diagonal > most) continue
      hits.push({ wanted: number, found, bits: wanted.bits[number] ?? 0 })
    }
  }
  return hits
}

function nearest(numbers: readonly number[], to: number): number[] {
  if (numbers.length <= mostTwins) return numbers.toReversed()
  const at = countWhere(numbers, (number) => number < to)
  return numbers.slice(Math.max(0, at - mostTwins / 2), at + mostTwins / 2).reverse()
}
