import { bestChain, type Hit } from './chain.ts'
import { mostTorn, type Place, placeOf, type Search } from './place.ts'

/** A chain of hits and where it leads to; null where it leads nowhere. */
export type Lead = { chain: readonly Hit[]; place: Place | null }

/**
 * Where a chain leads to that words came between, more than a sentence of them: a paragraph that was put into the passage, or
 * context that stayed behind when the passage moved. Then one side of it alone may be more like the passage than both.
 */
export function bestSide(hits: readonly Hit[], search: Search): Lead {
  const whole = leadOf(hits, search)
  const gap = whole.place && whole.place.tear > mostTorn ? widestGap(whole.chain, search) : null
  if (!gap) return whole
  const before = hits.filter(({ found }) => found <= gap.from)
  const after = hits.filter(({ found }) => found >= gap.to)
  return [leadOf(before, search), leadOf(after, search)].reduce(
    (best, side) => (scoreOf(side) > scoreOf(best) ? side : best),
    whole,
  )
}

function leadOf(hits: readonly Hit[], search: Search): Lead {
  const chain = bestChain(hits, search.wanted.tokens.length)
  return { chain, place: placeOf(chain, search) }
}

function scoreOf({ place }: Lead): number {
  return place?.score ?? 0
}

/** Tokens of the text, the last before and the first after what came into the quotation or came between it and its context. */
type Gap = { from: number; to: number }

function widestGap(chain: readonly Hit[], { wanted: { from, to } }: Search): Gap | null {
  let widest = mostTorn
  let gap: Gap | null = null
  for (const [number, hit] of chain.entries()) {
    const last = chain[number - 1]
    const isBeside = last && (hit.wanted < from || last.wanted >= to)
    if (!last || isBeside) continue
    const width = hit.found - last.found - (hit.wanted - last.wanted)
    if (width <= widest) continue
    widest = width
    gap = { from: last.found, to: hit.found }
  }
  return gap
}
