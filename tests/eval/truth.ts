import type { Span } from '../../src/model/content.ts'
import type { Tracked } from './tracked.ts'

/**
 * Where a passage of the first text is after the edits: the spans that each may be called it. With what took the place
 * of its words at its edges, or from the first of its own words to the last; and where other text came in between,
 * across that, or the larger part alone.
 */
export type Truth = { isThere: boolean; spans: Span[] }

/** Below this share of its letters a passage is gone: what is left of it can't be called the passage. */
const leastLeft = 0.25

/** UTF-16 units. */
const longestInsertion = 40

export function truthOf(edited: Tracked, first: string, passage: Span): Truth {
  const parts = partsOf(edited, passage)
    .map((part) => measured(edited, part))
    .filter(({ letters }) => letters > 0)
  const largest = parts.toSorted((a, b) => b.letters - a.letters)[0]
  const letters = countLetters(first.slice(passage.start, passage.end))
  if (!largest || largest.letters < leastLeft * letters) return { isThere: false, spans: [] }
  const across = acrossOf(parts, passage.end - passage.start)
  return { isThere: true, spans: [largest, ...across].flatMap(({ whole, surviving }) => [whole, surviving]) }
}

type Part = { whole: Span; surviving: Span; letters: number; from: number }

/** All parts as one, if they still come in their order with no more between them than the passage was long. */
function acrossOf(parts: readonly Part[], length: number): Pick<Part, 'whole' | 'surviving'>[] {
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last || first === last) return []
  const own = parts.reduce((sum, { whole }) => sum + whole.end - whole.start, 0)
  const isInOrder = parts.every(({ from }, number) => number === 0 || from > (parts[number - 1]?.from ?? 0))
  if (!isInOrder || last.whole.end - first.whole.start > own + length) return []
  const hull = (of: 'whole' | 'surviving') => ({ start: first[of].start, end: last[of].end })
  return [{ whole: hull('whole'), surviving: hull('surviving') }]
}

/** The stretches of the edited text that come from the passage, in its order, with nothing else between. */
function partsOf({ origins }: Tracked, passage: Span): Span[] {
  const parts: Span[] = []
  let [last, isOpen] = [-1, false]
  for (const [at, origin] of origins.entries()) {
    const isInside = origin >= passage.start && origin < passage.end
    const part = parts.at(-1)
    if (isInside && isOpen && part && origin >= last) part.end = at + 1
    else if (isInside) parts.push({ start: at, end: at + 1 })
    // A word or two that an editor put in don't part a passage.
    if (origin !== -1 || (part && at - part.end > longestInsertion)) isOpen = isInside
    if (isInside) last = origin
  }
  return parts
}

function measured({ text, isKept, origins }: Tracked, whole: Span): Part {
  let [start, end, letters] = [whole.end, whole.start, 0]
  for (let at = whole.start; at < whole.end; at++) {
    if (isKept[at] !== 1 || (origins[at] ?? -1) < 0 || text.charAt(at).trim() === '') continue
    start = Math.min(start, at)
    end = at + 1
    letters += countLetters(text.charAt(at))
  }
  const surviving = start < end ? { start, end } : whole
  return { whole, surviving, letters, from: origins[whole.start] ?? -1 }
}

function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

/** What two spans have in common, as a share of both together. */
export function likeness(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}
