import type { Span } from '../model/content.ts'
import type { Anchor, Selector } from '../model/selector.ts'
import { occurrences } from './occurrences.ts'

/** How much the words and the contexts count, as in Hypothesis' client (match-quote.ts). */
const weights = { exact: 50, prefix: 20, suffix: 20 }

/**
 * Where the passage stands in this text: at its offsets, if the words and their surroundings are still there; else
 * where the same words have the surroundings most like those remembered, and of equals nearest to where they were.
 * `lost` where the words are not in the text.
 */
export function anchor(text: string, selector: Selector): Anchor {
  const { exact, start } = selector
  const there = { start, end: start + exact.length }
  if (text.startsWith(exact, start) && contextScore(text, there, selector) === 1) {
    return { kind: 'exact', span: there }
  }
  const best = bestOccurrence(text, selector)
  if (!best) return { kind: 'lost' }
  if (best.span.start === start) return { kind: 'exact', span: best.span }
  return { kind: 'moved', ...best }
}

function bestOccurrence(text: string, selector: Selector): { span: Span; score: number } | null {
  let best: { span: Span; score: number } | null = null
  for (const span of occurrences(text, selector.exact)) {
    const score = contextScore(text, span, selector)
    const isNearer = best && distance(span, selector) < distance(best.span, selector)
    if (!best || score > best.score || (score === best.score && isNearer)) best = { span, score }
  }
  return best
}

function distance(span: Span, selector: Selector): number {
  return Math.abs(span.start - selector.start)
}

/** 0 to 1: how much of the remembered context still touches these words. */
function contextScore(text: string, span: Span, { prefix, suffix }: Selector): number {
  const total = weights.exact + weights.prefix + weights.suffix
  const before = share(sharedBefore(text, span.start, prefix), prefix)
  const after = share(sharedAfter(text, span.end, suffix), suffix)
  return (weights.exact + weights.prefix * before + weights.suffix * after) / total
}

/** No context was remembered at the ends of a text: then there is none to miss. */
function share(units: number, context: string): number {
  return context === '' ? 1 : units / context.length
}

function sharedBefore(text: string, end: number, prefix: string): number {
  let units = 0
  while (units < Math.min(prefix.length, end) && text[end - 1 - units] === prefix.at(-1 - units)) units++
  return units
}

function sharedAfter(text: string, start: number, suffix: string): number {
  let units = 0
  while (units < suffix.length && text[start + units] === suffix[units]) units++
  return units
}
