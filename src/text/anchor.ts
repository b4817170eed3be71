import type { Content, Span } from '../model/content.ts'
import type { Anchor, Selector } from '../model/selector.ts'
import { likelyPlaces, type Place } from './likely-places.ts'

const weights = { quote: 50, prefix: 20, suffix: 20 }

export function anchor(content: Pick<Content, 'text' | 'blocks'>, selector: Selector): Anchor {
  const { text } = content
  const { prefix, exact, suffix, start } = selector
  const there = { start, end: start + exact.length }
  const whole = prefix + exact + suffix
  if (start >= prefix.length && text.startsWith(whole, start - prefix.length)) return { kind: 'exact', span: there }
  const at = text.indexOf(whole)
  if (at !== -1 && text.indexOf(whole, at + 1) === -1) {
    const span = { start: at + prefix.length, end: at + prefix.length + exact.length }
    return { kind: 'moved', span, score: 1, isDoubtful: false }
  }
  const [best, second] = likelyPlaces(content, selector)
  if (!best) return { kind: 'lost' }
  const score = scoreOf(best)
  if (score < 0.5) return { kind: 'lost' }
  const isDoubtful = score < 0.7 || (second !== undefined && best.evidence - second.evidence < 10)
  if (!isDoubtful && best.span.start === start && text.slice(best.span.start, best.span.end) === exact)
    return { kind: 'exact', span: best.span }
  return { kind: 'moved', span: best.span, score, isDoubtful }
}

export function scoreOf({ quote, prefix, suffix, evidence }: Place): number {
  const total = weights.quote + (prefix === null ? 0 : weights.prefix) + (suffix === null ? 0 : weights.suffix)
  const likeness = (weights.quote * quote + weights.prefix * (prefix ?? 0) + weights.suffix * (suffix ?? 0)) / total
  return likeness * (1 - 2 ** (-Math.max(0, evidence) / 10))
}

/** A place where a note that lost its own may belong. */
export type Candidate = { span: Span; score: number }

/** The places in this text most like the one remembered, the likeliest first: at most 3. */
export function candidates(content: Pick<Content, 'text' | 'blocks'>, selector: Selector): Candidate[] {
  return likelyPlaces(content, selector).slice(0, 3).map((place) => ({ span: place.span, score: scoreOf(place) }))
}
