/** Shares of all shingles of two texts: those of both, those only of the found text, those only of the true one. */
type Match = { both: number; extra: number; missed: number }

export type Scores = { f1: number; precision: number; recall: number; exact: number }

/** The found text of a page beside the true one. */
export type Compared = { found: string; truth: string }

const shingleWords = 4

/**
 * The measure of article-extraction-benchmark (scrapinghub, evaluate.py): precision and recall by shingles of four words, each page
 * alone, then the mean of the pages; F1 of these two means. `exact` is the share of pages without any difference.
 */
export function scoresOf(pages: readonly Compared[]): Scores {
  return { ...meansOf(pages.map(match)), exact: mean(pages.map(isExact)) }
}

/** The standard deviation of F1 over so many samples of the pages, drawn with replacement. */
export function bootstrap(pages: readonly Compared[], samples: number, chance: () => number): number {
  const matches = pages.map(match)
  const values = Array.from({ length: samples }, () => {
    const sample = matches.map(() => matches[Math.floor(chance() * matches.length)]!)
    return meansOf(sample).f1
  })
  const middle = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (samples - 1))
}

function meansOf(matches: readonly Match[]): Omit<Scores, 'exact'> {
  const precision = mean(matches.filter(({ both, extra }) => both + extra > 0).map(precisionOf))
  const recall = mean(matches.filter(({ both, missed }) => both + missed > 0).map(recallOf))
  return { f1: (2 * precision * recall) / (precision + recall), precision, recall }
}

function precisionOf({ both, extra }: Match): number {
  return both / (both + extra)
}

function recallOf({ both, missed }: Match): number {
  return both / (both + missed)
}

function isExact({ found, truth }: Compared): number {
  return wordsOf(found).join(' ') === wordsOf(truth).join(' ') ? 1 : 0
}

function match({ found, truth }: Compared): Match {
  const [ours, theirs] = [shinglesOf(found), shinglesOf(truth)]
  const counts = { both: 0, extra: 0, missed: 0 }
  for (const shingle of new Set([...ours.keys(), ...theirs.keys()])) {
    const [a, b] = [ours.get(shingle) ?? 0, theirs.get(shingle) ?? 0]
    counts.both += Math.min(a, b)
    counts.extra += Math.max(0, a - b)
    counts.missed += Math.max(0, b - a)
  }
  return counts
}

function shinglesOf(text: string): Map<string, number> {
  const words = wordsOf(text)
  const shingles = new Map<string, number>()
  for (let at = 0; at < Math.max(1, words.length - shingleWords + 1); at += 1) {
    const shingle = words.slice(at, at + shingleWords).join(' ')
    if (shingle !== '') shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1)
  }
  return shingles
}

/** Python's `\w+`. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? []
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
