import { diffArrays } from 'diff'

/** Two places that belong together: in the sequence before and in the one after. */
export type Pair = { before: number; after: number }

/** Bounds of a stretch, ends exclusive. */
type Stretch = { before: [number, number]; after: [number, number] }

/**
 * Edits that a stretch is searched for at most. jsdiff (E. W. Myers, 1986) takes time and memory by their square: 1,000
 * take about 10 ms, and between two elements that are unique there are seldom more than a few.
 */
const mostEdits = 1000

/**
 * Equal elements of two sequences, both in order: first those that either sequence has once and that stand in the same
 * order (Bram Cohen's "patience diff"), then, between them, as many as Myers' method finds. Two long sequences that have
 * little in common take no longer than two that are alike.
 */
export function align(before: readonly string[], after: readonly string[]): Pair[] {
  const pairs: Pair[] = []
  let from: Pair = { before: 0, after: 0 }
  for (const anchor of [...anchors(before, after), { before: before.length, after: after.length }]) {
    const stretch: Stretch = { before: [from.before, anchor.before], after: [from.after, anchor.after] }
    pairs.push(...alignStretch(before, after, stretch))
    if (anchor.before < before.length) pairs.push(anchor)
    from = { before: anchor.before + 1, after: anchor.after + 1 }
  }
  return pairs
}

function anchors(before: readonly string[], after: readonly string[]): Pair[] {
  const [those, others] = [placesOfUnique(before), placesOfUnique(after)]
  const pairs: Pair[] = []
  for (const [element, place] of others) {
    const earlier = those.get(element)
    if (earlier !== undefined) pairs.push({ before: earlier, after: place })
  }
  return longestInOrder(pairs)
}

function placesOfUnique(elements: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
  for (const [place, element] of elements.entries()) {
    if (places.has(element)) repeated.add(element)
    else places.set(element, place)
  }
  for (const element of repeated) places.delete(element)
  return places
}

/** Of pairs in the order of `after`, the most that are in the order of `before`, too (patience sorting). */
function longestInOrder(pairs: readonly Pair[]): Pair[] {
  type Card = Pair & { left: Card | null }
  const tops: Card[] = []
  for (const pair of pairs) {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tops[middle]?.before ?? 0) < pair.before) low = middle + 1
      else high = middle
    }
    tops[low] = { ...pair, left: tops[low - 1] ?? null }
  }
  const chain: Pair[] = []
  for (let card = tops.at(-1) ?? null; card; card = card.left) {
    chain.push({ before: card.before, after: card.after })
  }
  return chain.reverse()
}

function alignStretch(before: readonly string[], after: readonly string[], stretch: Stretch): Pair[] {
  let [place] = stretch.before
  let [later] = stretch.after
  const those = before.slice(...stretch.before)
  const others = after.slice(...stretch.after)
  const pairs: Pair[] = []
  for (const { count, removed, added } of diffArrays(those, others, { maxEditLength: mostEdits }) ?? []) {
    if (!removed && !added)
      for (let step = 0; step < count; step++) pairs.push({ before: place + step, after: later + step })
    if (!added) place += count
    if (!removed) later += count
  }
  return pairs
}
