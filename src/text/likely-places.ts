import type { Content, Span } from '../model/content.ts'
import type { Selector } from '../model/selector.ts'
import { bestChain, type Hit } from './chain.ts'
import { bitsOf, type Place, placeOf, type Search } from './place.ts'
import { partsOf } from './quotation-span.ts'
import { hitsIn, regionsOf } from './regions.ts'
import { bestSide } from './torn-chain.ts'
import { wantedOf } from './wanted.ts'
import { wordIndexOf } from './word-index.ts'

type Text = Pick<Content, 'text' | 'blocks'>

/** Among others: `lead` is how many bits of evidence it has more than the best other; with none, nothing tells the two apart. */
export type RankedPlace = Place & { lead: number }

/** What a place near the old one has ahead of another, and one in the block of the same number: they decide between equals. */
const habitScore = 0.002

/** Where words repeat, the same place shifted is another place if it has at least this much of the quotation. */
const leastShifted = 0.65

/** The places most like the one remembered, the likeliest first; some may overlap. */
export function likelyPlaces(content: Text, selector: Selector): RankedPlace[] {
  const index = wordIndexOf(content)
  const wanted = wantedOf(selector, index)
  if (!wanted) return []
  const places = regionsOf(index, wanted, selector.start)
    .flatMap((region) => placesAmong(hitsIn(index, wanted, region), { content, index, wanted }))
    .map((place) => ({ place, rank: place.score + habit(place, content, selector) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ place }) => place)
  return places.map((place) => ({ ...place, lead: place.evidence - mostEvidenceBeside(place, places) }))
}

function mostEvidenceBeside(place: Place, places: readonly Place[]): number {
  return Math.max(0, ...places.filter((other) => isRival(other, place)).map(({ evidence }) => evidence))
}

function isRival(other: Place, { span }: Place): boolean {
  if (!overlap(other.span, span)) return true
  const isSame = other.span.start === span.start && other.span.end === span.end
  return !isSame && other.quote >= leastShifted
}

export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

function habit({ span: { start }, nearness }: Place, { blocks }: Text, selector: Selector): number {
  const block = blocks[selector.block ?? -1]?.span
  return habitScore * (nearness + (block && block.start <= start && start < block.end ? 1 : 0))
}

/** The best place in a region, and the best that has the quotation elsewhere in it: its rival. */
function placesAmong(hits: readonly Hit[], { content, index, wanted }: Search): Place[] {
  const { chain, place: best } = bestSide(hits, { content, index, wanted })
  const taken = new Set(partsOf(chain, wanted).inside)
  const rest = hits.filter((hit) => !taken.has(hit))
  if (!best || taken.size === 0 || bitsOf(partsOf(rest, wanted).inside) < bitsOf([...taken]) / 2)
    return best ? [best] : []
  const rival = placeOf(bestChain(rest, wanted.tokens.length), { content, index, wanted })
  return rival ? [best, rival] : [best]
}
