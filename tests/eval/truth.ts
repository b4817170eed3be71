import type { Span } from '../../src/model/content.ts'
import type { Tracked } from './tracked.ts'

/**
 * Where a passage of the first text is after the edits. `whole` has what took the place of its words, too; `surviving`
 * runs from the first of its own words to the last. Of a passage torn apart, the larger part counts.
 */
export type Truth = { isThere: boolean; whole: Span; surviving: Span } | null

/** Below this share of its letters a passage is gone: what is left of it can't be called the passage. */
const leastLeft = 0.25

export function truthOf(edited: Tracked, first: string, passage: Span): Truth {
  const parts = partsOf(edited, passage).map((part) => measured(edited, part))
  const [largest] = parts.sort((a, b) => b.letters - a.letters)
  if (!largest) return null
  const letters = countLetters(first.slice(passage.start, passage.end))
  return { ...largest, isThere: largest.letters > 0 && largest.letters >= leastLeft * letters }
}

/** The stretches of the edited text that come from the passage, in its order, with nothing of the first text between. */
function partsOf({ origins }: Tracked, passage: Span): Span[] {
  const parts: Span[] = []
  let [last, isOpen] = [-1, false]
  for (const [at, origin] of origins.entries()) {
    if (origin === -1) continue
    const isInside = origin >= passage.start && origin < passage.end
    const part = parts.at(-1)
    if (isInside && isOpen && part && origin >= last) part.end = at + 1
    else if (isInside) parts.push({ start: at, end: at + 1 })
    isOpen = isInside
    if (isInside) last = origin
  }
  return parts
}

function measured({ text, isKept, origins }: Tracked, part: Span) {
  const own = (at: number) => isKept[at] === 1 && (origins[at] ?? -1) >= 0 && text.charAt(at).trim() !== ''
  let [start, end] = [part.end, part.start]
  let letters = 0
  for (let at = part.start; at < part.end; at++) {
    if (!own(at)) continue
    start = Math.min(start, at)
    end = at + 1
    letters += countLetters(text.charAt(at))
  }
  return { whole: part, surviving: start < end ? { start, end } : part, letters }
}

function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

/** What two spans have in common, as a share of both together. */
export function likeness(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}
