import search from 'approx-string-match'
import type { Span } from '../../src/model/content.ts'
import type { Selector } from '../../src/model/selector.ts'

/** What Hypothesis' client keeps of the surroundings on either side, in UTF-16 units. */
const contextLength = 32

/** How much quotation, surroundings and nearness to the old place count there. */
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 }

/**
 * Finds a quotation as Hypothesis' client does (src/annotator/anchoring/match-quote.ts, read at 9d28950, written anew): every
 * exact place, or else the places with the fewest errors if these are at most half of the quotation and 256, and of
 * them always the one that scores best.
 */
export function findAsHypothesis(text: string, { exact, prefix, suffix, start }: Selector): Span | null {
  const matches = bestMatches(text, exact, Math.min(256, exact.length / 2))
  const before = prefix.slice(-contextLength)
  const after = suffix.slice(0, contextLength)
  let best: { span: Span; score: number } | null = null
  for (const match of matches) {
    const score =
      weights.quote * (1 - match.errors / exact.length) +
      weights.prefix * likeness(text.slice(Math.max(0, match.start - before.length), match.start), before) +
      weights.suffix * likeness(text.slice(match.end, match.end + after.length), after) +
      weights.position * (1 - Math.abs(match.start - start) / text.length)
    if (!best || score > best.score) best = { span: { start: match.start, end: match.end }, score }
  }
  return best?.span ?? null
}

type Match = { start: number; end: number; errors: number }

function bestMatches(text: string, words: string, mostErrors: number): Match[] {
  const matches: Match[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
    matches.push({ start: at, end: at + words.length, errors: 0 })
  return matches.length > 0 ? matches : search(text, words, mostErrors)
}

function likeness(text: string, context: string): number {
  if (context === '') return 1
  const [match] = text === '' ? [] : bestMatches(text, context, context.length)
  return match ? 1 - match.errors / context.length : 0
}
