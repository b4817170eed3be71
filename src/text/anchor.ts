import type { Content, Span } from '../model/content.ts'
import type { Anchor, Selector } from '../model/selector.ts'
import { isGraphemeLimit } from './grapheme-span.ts'
import { likelyPlaces, overlap, type RankedPlace } from './likely-places.ts'
import { mostTorn, type Place } from './place.ts'

/**
 * What a place needs to be taken for the passage without asking. Measured on 33,600 notes in 80 edited stories
 * (`npm run eval:anchors`; `tests/bench/anchoring.bench.ts` prints the same for made texts): 95 of 100 passages that could be
 * found are, 4 more with a question, and of the rest 1 in 1,000 is another place. Nearly all wrong ones are passages that were
 * deleted while a likeness of them stands elsewhere, which nobody can tell from a passage that was moved and reworded.
 */
export const sure = {
  /** At 0.775 two passages in 100 more are asked for, and one such likeness in five is taken for one; here two in five. */
  score: 0.72,
  /** With less of the quotation left, what is left may be its less telling half. */
  quote: 0.65,
  /** Bits ahead of the next place: five rare words. */
  lead: 40,
  tear: mostTorn,
}

/**
 * What words need to be known by themselves. In 60 edited stories this takes 1 passage in 1,000 more without a question, and
 * 1 in 1,000 of those that are gone for another place.
 */
const only = {
  /** UTF-16 units: three short words. */
  length: 12,
  /** A tenth of the context: one word or two on either side. */
  context: 0.1,
}

/** What a place needs to be shown with a question: most of those below are wrong. */
const doubtful = {
  score: 0.6,
  quote: 0.5,
  /** Bits: less than this is met by chance in one of a million places. */
  evidence: 20,
}

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
  if (!best || !isLikely(best)) return { kind: 'lost' }
  if (!isSure(best) && !isOnlyOne(content.text, best, selector))
    return { ...moved(best.span, best.score), isDoubtful: true }
  return isWhereItWas(content.text, best.span, selector)
    ? { kind: 'exact', span: best.span }
    : moved(best.span, best.score)
}

function moved(span: Span, score: number) {
  return { kind: 'moved' as const, span, score, isDoubtful: false }
}

function spanInWholeContext(text: string, { prefix, exact, suffix, start }: Selector): Span | null {
  const whole = prefix + exact + suffix
  const before = start - prefix.length
  const at = before >= 0 && text.startsWith(whole, before) ? before : onlyPlaceOf(whole, text)
  if (at === null) return null
  const span = { start: at + prefix.length, end: at + prefix.length + exact.length }
  return isGraphemeLimit(text, span.start) && isGraphemeLimit(text, span.end) ? span : null
}

function onlyPlaceOf(whole: string, text: string): number | null {
  const at = whole.length < leastWhole ? -1 : text.indexOf(whole)
  return at === -1 || text.includes(whole, at + 1) ? null : at
}

function isLikely({ score, quote, evidence }: Place): boolean {
  return score >= doubtful.score && quote >= doubtful.quote && evidence >= doubtful.evidence
}

function isSure({ score, quote, lead, tear }: RankedPlace): boolean {
  return score >= sure.score && quote >= sure.quote && lead >= sure.lead && tear <= sure.tear
}

/**
 * Some words that stand in the text just once, letter for letter, with some of their context: then there is no other place to
 * mistake it for, and in a short text, where all words are rare, nothing else could tell.
 */
function isOnlyOne(text: string, { span, context }: Place, { exact }: Selector): boolean {
  if (exact.length < only.length || context < only.context) return false
  return text.slice(span.start, span.end) === exact && text.indexOf(exact) === text.lastIndexOf(exact)
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
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ span, score }) => ({ span, score }))
}
