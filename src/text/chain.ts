/** The same word in what is sought (`wanted`, a token's number) and in the text (`found`), and what that tells in bits. */
export type Hit = { wanted: number; found: number; bits: number }

/** Bits that a chain loses where it skips words: for each, for a shift against each other, and at most. */
const cost = { skipped: 1, shift: 2, most: 12 }

/** How far two stretches may be shifted against each other and still count as near: an inserted word or three. */
const nearest = 4

/**
 * The chain of hits, in order on both sides, that tells the most. A word met by chance far from the others is worth less
 * than the leap to it costs. Sparse dynamic programming, as gene sequences are aligned (Eppstein, Galil, Giancarlo and
 * Italiano, 1992): O(h log w) for h hits of w wanted tokens.
 */
export function bestChain(hits: readonly Hit[], wanted: number): Hit[] {
  const leaders = new Leaders(wanted)
  const latest = new Map<number, Link>()
  let best: Link | null = null
  for (const hit of hits.toSorted((a, b) => a.found - b.found || b.wanted - a.wanted)) {
    const link = linkTo(hit, [leaders.before(hit.wanted), ...nearLinks(latest, hit)])
    leaders.put(link)
    latest.set(hit.found - hit.wanted, link)
    if (!best || link.score > best.score) best = link
  }
  const chain: Hit[] = []
  for (let link = best; link; link = link.previous) chain.push(link.hit)
  return chain.reverse()
}

type Link = { hit: Hit; score: number; previous: Link | null }

function linkTo(hit: Hit, before: readonly (Link | undefined)[]): Link {
  let [score, previous]: [number, Link | null] = [0, null]
  for (const link of before) {
    if (!link || link.hit.wanted >= hit.wanted || link.hit.found >= hit.found) continue
    const reached = link.score - leap(link.hit, hit)
    if (reached > score) [score, previous] = [reached, link]
  }
  return { hit, score: score + hit.bits, previous }
}

function leap(from: Hit, to: Hit): number {
  const skippedWanted = to.wanted - from.wanted - 1
  const skippedFound = to.found - from.found - 1
  const shift = skippedWanted === skippedFound ? 0 : cost.shift
  return Math.min(cost.most, shift + cost.skipped * Math.max(skippedWanted, skippedFound))
}

function nearLinks(latest: Map<number, Link>, { wanted, found }: Hit): (Link | undefined)[] {
  const links: (Link | undefined)[] = []
  for (let shift = -nearest; shift <= nearest; shift++) links.push(latest.get(found - wanted + shift))
  return links
}

/** The best link up to each wanted token: a binary indexed tree of maxima (Fenwick, 1994). */
class Leaders {
  private readonly tree: (Link | undefined)[]

  constructor(private readonly wanted: number) {
    this.tree = new Array<Link | undefined>(wanted + 1)
  }

  before(wanted: number): Link | undefined {
    let best: Link | undefined
    for (let at = wanted; at > 0; at -= at & -at) {
      const link = this.tree[at]
      if (link && (!best || link.score > best.score)) best = link
    }
    return best
  }

  put(link: Link): void {
    for (let at = link.hit.wanted + 1; at <= this.wanted; at += at & -at) {
      const known = this.tree[at]
      if (!known || link.score > known.score) this.tree[at] = link
    }
  }
}
