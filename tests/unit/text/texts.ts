import * as fc from 'fast-check'
import type { Span } from '../../../src/model/content.ts'

/** Pieces that graphemes are made of and break at: joiners, flags, marks, jamo, conjuncts, both directions of writing. */
const pieces = [
  'a', 'B', ' ', '\n', '.', '“', '—', '\u00a0', '\u0301', '\u0327', 'é', '\u200d', '\u200c', '👩', '🏽', '❤️', '🇮', '🇷',
  '\u1100', '\u1161', '\u11a8', '각', 'क', '\u094d', 'ष', '\u0600', 'س', '\u064e', 'א', '界', '\u200f', '😀', '1\ufe0f\u20e3',
] // prettier-ignore

/** Texts that are hard to cut: mostly of few pieces, so that the same words stand there several times. */
export const hardText = fc
  .uniqueArray(fc.constantFrom(...pieces), { minLength: 2, maxLength: 8 })
  .chain((few) => fc.array(fc.constantFrom(...few), { minLength: 1, maxLength: 300 }))
  .map((parts) => parts.join(''))

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The offsets between the graphemes of a text, by segmenting it whole. */
export function limitsOf(text: string): number[] {
  return [...Array.from(segmenter.segment(text), ({ index }) => index), text.length]
}

/** A text and a span in it that is not empty and lies on grapheme limits. */
export const textWithSpan: fc.Arbitrary<{ text: string; span: Span }> = hardText.chain((text) => {
  const limits = limitsOf(text)
  return fc
    .tuple(fc.integer({ min: 0, max: limits.length - 2 }), fc.integer({ min: 1, max: limits.length - 1 }))
    .map(([from, length]) => ({
      text,
      span: { start: limits[from]!, end: limits[Math.min(from + length, limits.length - 1)]! },
    }))
})
