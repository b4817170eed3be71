/** The same word in what is sought and in the text, each by the token's number, and what meeting it tells in bits. */
export type Hit = { wanted: number; found: number; bits: number }

/**
 * Bits that a chain loses where it skips words: a little for each and for a shift, so that near words stay together; and
 * at most what it takes to meet any one word in four thousand by chance, so that a lone word does not draw the chain
 * over to it while a sentence beyond a new paragraph does.
 */
const cost = { skipped: 2, shift: 3, most: 14 }

/** How many words may have come in or gone for two hits to be weighed as near ones: the rest costs the most anyway. */
const nearest = 4

/**
 * The chain of hits, in order on both sides, that tells the most. The hits come in the order of the text, those of one
 * place the last wanted first. Sparse dynamic programming (Eppstein, Galil, Giancarlo and Italiano, 1992):
 * O(h log w) for h hits of w wanted tokens.
 */
export function bestChain(hits: readonly Hit[], wanted: number): Hit[] {
  const leaders = new Leaders(wanted)
  const latest = new Map<number, Link>()
  let best: Link | undefined
  for (const hit of hits) {
    const link = linkTo(hit, leaders, latest)
    leaders.put(link)
    latest.set(hit.found - hit.wanted, link)
    if (!best || link.score > best.score) best = link
  }
  const chain: Hit[] = []
  for (let link = best; link; link = link.previous) chain.push(link.hit)
  return chain.reverse()
}

/** The best chain that ends in this hit. */
type Link = { hit: Hit; score: number; previous: Link | undefined }

function linkTo(hit: Hit, leaders: Leaders, latest: ReadonlyMap<number, Link>): Link {
  let previous = leaders.before(hit.wanted)
  let score = previous ? reached(previous, hit) : 0
  for (let shift = -nearest; shift <= nearest; shift++) {
    const near = latest.get(hit.found - hit.wanted + shift)
    const nearScore = near ? reached(near, hit) : 0
    if (nearScore > score) [score, previous] = [nearScore, near]
  }
  return score > 0
    ? { hit, score: score + hit.bits, previous }
    : { hit, score: hit.bits, previous: undefined }
}

/** What is left of a chain's score once it has come to this hit; 0 where it can't. */
function reached({ hit, score }: Link, to: Hit): number {
  const skippedWanted = to.wanted - hit.wanted - 1
  const skippedFound = to.found - hit.found - 1
  if (skippedWanted < 0 || skippedFound < 0) return 0
  const shift = skippedWanted === skippedFound ? 0 : cost.shift
  return score - Math.min(cost.most, shift + cost.skipped * Math.max(skippedWanted, skippedFound))
}

/** The best link up to each wanted token: a binary indexed tree of maxima (Fenwick, 1994). */
class Leaders {
  private readonly tree: (Link | undefined)[]

  constructor(private readonly wanted: number) {
    this.tree = Array.from({ length: wanted + 1 })
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
