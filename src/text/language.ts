import { eld } from 'eld/small'

/** eld looks at n-grams: beyond this many UTF-16 units its answer no longer changes, only its cost grows. */
const sampleLength = 10_000

/** Fewer letters than this and eld's answer is a guess: measured on cut sentences, a third of them go wrong below it. */
const leastLetters = 20

/** How far the best language must lead the next: eld's own notion of "reliable" compares with the wrong column. */
const leastLead = 0.01

/** BCP 47, or null when the text is too short or could as well be another language. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, sampleLength)
  if ((sample.match(/\p{L}/gu) ?? []).length < leastLetters) return null
  const [best, next] = scores(sample)
  if (best === undefined) return null
  return best.score - (next?.score ?? 0) >= leastLead ? best.language : null
}

/** 0 to 1: how much the text looks like any language at all. Garbage of a wrong decoding scores far below real words. */
export function languageScore(text: string): number {
  return scores(text.slice(0, sampleLength))[0]?.score ?? 0
}

function scores(sample: string): { language: string; score: number }[] {
  return Object.entries(eld.detect(sample).getScores())
    .map(([language, score]) => ({ language, score }))
    .sort((a, b) => b.score - a.score)
}
