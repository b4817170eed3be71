import type { Extracted } from './engines.ts'
import { mean } from './shingles.ts'
import type { GoldFacts } from './pages.ts'

/** An engine's answer beside the gold. */
export type Judged = { found: Extracted; gold: GoldFacts }

/** Shares of the pages whose gold names one; `falseAuthors` of those whose gold names none. */
export type FactScores = {
  title: number
  author: number
  date: number
  falseAuthors: number
  precision: number
  recall: number
  f1: number
}

const day = 86_400_000

/** Exact after folding of case and white space; a date may be a day off, as time zones make it. */
export function factScoresOf(pages: readonly Judged[]): FactScores {
  const share = (
    key: 'title' | 'author' | 'date',
    isRight: (found: string, gold: string) => boolean,
  ): number =>
    mean(
      pages
        .filter(({ gold }) => gold[key] !== '')
        .map(({ found, gold }) => Number(isRight(found[key], gold[key]))),
    )
  const without = pages.filter(({ gold }) => gold.author === '')
  return {
    title: share('title', isSame),
    author: share('author', isSame),
    date: share('date', isSameDay),
    falseAuthors: mean(without.map(({ found }) => Number(found.author !== ''))),
    ...phraseScores(pages),
  }
}

export function isSame(found: string, gold: string): boolean {
  return fold(found) === fold(gold)
}

export function isSameDay(found: string, gold: string): boolean {
  return Math.abs(Date.parse(found) - Date.parse(gold)) <= day
}

/** Phrases that the text must have and must not have, over all pages together, as trafilatura counts them. */
function phraseScores(pages: readonly Judged[]): { precision: number; recall: number; f1: number } {
  let [right, missed, wrong] = [0, 0, 0]
  for (const { found, gold } of pages) {
    const text = fold(found.text)
    const there = gold.with.filter((phrase) => text.includes(fold(phrase))).length
    right += there
    missed += gold.with.length - there
    for (const phrase of gold.without) if (text.includes(fold(phrase))) wrong += 1
  }
  const [precision, recall] = [right / (right + wrong), right / (right + missed)]
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}
