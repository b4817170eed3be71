import type { Content, Span } from '../model/content.ts'
import type { Anchor, Selector } from '../model/selector.ts'
import { likelyPlaces, type Place } from './likely-places.ts'

/** From this score on a place is taken for the passage without asking. */
export const leastSure = 0.8

/** From this score on it is shown as doubtful. */
export const leastDoubtful = 0.5

/** Of a quotation with less than this in common with the place, not enough is left to call it found. */
const leastQuote = 0.5

/** Bits by which the place has to be ahead of the next: less than three rare words could as well be the other one. */
const leastLead = 20

/** Tokens: a quotation that lost more at once, or has more put into it, is not what the reader marked. */
const longestTear = 8

/** UTF-16 units: shorter than this, quotation and context could stand in any text. */
const leastWhole = 64

/**
 * Where the passage of a note stands in this text. First at its offsets, or at the only place where the quotation stands
 * in its whole context; else at the place most like it, as far as it is like enough, and surely only where no
 * other comes near.
 */
export function anchor(content: Pick<Content, 'text' | 'blocks'>, selector: Selector): Anchor {
  const span = spanInWholeContext(content.text, selector)
  if (span) return span.start === selector.start ? { kind: 'exact', span } : moved(span, 1)
  const [best, rival] = likelyPlaces(content, selector)
  if (!best || best.quote < leastQuote || best.score < leastDoubtful) return { kind: 'lost' }
  if (!isSure(best, rival)) return { ...moved(best.span, best.score), isDoubtful: true }
  return isWhereItWas(content.text, best.span, selector)
    ? { kind: 'exact', span: best.span }
    : moved(best.span, best.score)
}

function moved(span: Span, score: number) {
  return { kind: 'moved' as const, span, score, isDoubtful: false }
}

function spanInWholeContext(text: string, { prefix, exact, suffix, start }: Selector): Span | null {
  const whole = prefix + exact + suffix
  const there = start - prefix.length
  if (there >= 0 && text.startsWith(whole, there)) return { start, end: start + exact.length }
  const first = whole.length < leastWhole ? -1 : text.indexOf(whole)
  if (first === -1 || text.includes(whole, first + 1)) return null
  return { start: first + prefix.length, end: first + prefix.length + exact.length }
}

function isSure({ score, torn, evidence }: Place, rival: Place | undefined): boolean {
  return score >= leastSure && torn <= longestTear && evidence - (rival?.evidence ?? 0) >= leastLead
}

function isWhereItWas(text: string, span: Span, { exact, start }: Selector): boolean {
  return span.start === start && text.slice(start, span.end) === exact
}

/** A place where a note that lost its own may belong. */
export type Candidate = { span: Span; score: number }

/** The places in this text most like the one remembered, the likeliest first: at most 3. */
export function candidates(content: Pick<Content, 'text' | 'blocks'>, selector: Selector): Candidate[] {
  return likelyPlaces(content, selector)
    .slice(0, 3)
    .map(({ span, score }) => ({ span, score }))
}
