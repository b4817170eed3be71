import type { Content, Span } from '../model/content.ts'
import type { Anchor, Selector } from '../model/selector.ts'
import { isGraphemeLimit } from './grapheme-span.ts'
import { likelyPlaces, overlap, type Place } from './likely-places.ts'

/**
 * What a place needs to be taken for the passage without asking. Measured (`npm run eval:anchors`) on 29,400 notes of 70
 * edited stories, 13,786 of them still there but not word for word in their context: this finds 12,097 and is wrong with
 * 10. A score of 0.65 would find 657 more and be wrong with 9 more, one of 0.85 would miss 1,733 more and still be wrong
 * with 5; `tests/bench/anchoring.bench.ts` prints the same for made texts.
 */
export const sure = {
  score: 0.75,
  /** With less of the quotation left, what is left may be the less telling half: 3 of 100 are wrong below, 1 of 1000 above. */
  quote: 0.65,
  /** Bits ahead of the next place: five rare words. Of those with less, a third is wrong. */
  lead: 40,
  /** Tokens: who lost more at once, or had more put in, holds a new sentence. Of these a third is wrong. */
  tear: 8,
}

/** What a place needs to be shown with a question; of those below, three in four would be wrong. */
export const doubtful = { score: 0.5, quote: 0.5 }

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
  const [best] = likelyPlaces(content, selector)
  if (!best || best.quote < doubtful.quote || best.score < doubtful.score) return { kind: 'lost' }
  if (!isSure(best)) return { ...moved(best.span, best.score), isDoubtful: true }
  return isWhereItWas(content.text, best.span, selector)
    ? { kind: 'exact', span: best.span }
    : moved(best.span, best.score)
}

function moved(span: Span, score: number) {
  return { kind: 'moved' as const, span, score, isDoubtful: false }
}

function spanInWholeContext(text: string, { prefix, exact, suffix, start }: Selector): Span | null {
  const whole = prefix + exact + suffix
  const at = text.startsWith(whole, start - prefix.length) ? start - prefix.length : onlyPlaceOf(whole, text)
  if (at === null) return null
  const span = { start: at + prefix.length, end: at + prefix.length + exact.length }
  return isGraphemeLimit(text, span.start) && isGraphemeLimit(text, span.end) ? span : null
}

function onlyPlaceOf(whole: string, text: string): number | null {
  const at = whole.length < leastWhole ? -1 : text.indexOf(whole)
  return at === -1 || text.includes(whole, at + 1) ? null : at
}

function isSure({ score, quote, lead, tear }: Place): boolean {
  return score >= sure.score && quote >= sure.quote && lead >= sure.lead && tear <= sure.tear
}

function isWhereItWas(text: string, span: Span, { exact, start }: Selector): boolean {
  return span.start === start && text.slice(start, span.end) === exact
}

/** A place where a note that lost its own may belong. */
export type Candidate = { span: Span; score: number }

/** The places in this text most like the one remembered, the likeliest first: at most 3. */
export function candidates(content: Pick<Content, 'text' | 'blocks'>, selector: Selector): Candidate[] {
  const places = likelyPlaces(content, selector)
  return places
    .filter((place, rank) => !places.slice(0, rank).some((better) => overlap(better.span, place.span)))
    .slice(0, 3)
    .map(({ span, score }) => ({ span, score }))
}
