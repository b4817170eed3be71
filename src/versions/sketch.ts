import type { Sketch } from '../model/article.ts'
import type { Content } from '../model/content.ts'
import { shinglesOf } from './shingles.ts'

/** Hashes kept of a text. */
export const sketchLength = 16

/** From this likeness on two texts are taken for versions of one story. */
export const leastLikeness = 0.2

/**
 * The smallest of the hashes of a text's shingles, sorted: a fair sample of them, so that texts which have much in common
 * have some of these in common, too (A. Z. Broder, "On the resemblance and containment of documents", 1997). It is stored:
 * the same text has the same sketch for ever.
 */
export function sketchOf({ text }: Pick<Content, 'text'>): Sketch {
  const distinct = Uint32Array.from(new Set(shinglesOf(text)))
  return Array.from(distinct.sort().subarray(0, sketchLength))
}

/** How much of both texts is common to them, 0 to 1: shingles in both to shingles in either (Jaccard). Two texts without words are alike. */
export function likeness(a: string, b: string): number {
  const [those, others] = [new Set(shinglesOf(a)), new Set(shinglesOf(b))]
  let shared = 0
  for (const shingle of those) if (others.has(shingle)) shared++
  const all = those.size + others.size - shared
  return all === 0 ? 1 : shared / all
}
