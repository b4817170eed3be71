import { sure } from '../../src/text/anchor.ts'
import { likelyPlaces, type RankedPlace } from '../../src/text/likely-places.ts'
import type { Case } from './cases.ts'
import { isRight } from './judge.ts'

/** The best place for a note whose words and context are not there as they were, and whether it is the right one. */
export type Find = { place: RankedPlace; isRight: boolean }

export function findFor({ selector, later, truth }: Case): Find | null {
  const whole = selector.prefix + selector.exact + selector.suffix
  const place = later.text.includes(whole) ? undefined : likelyPlaces(later, selector)[0]
  return place ? { place, isRight: isRight(place.span, truth) } : null
}

const scores = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9]

/** As Markdown: right and wrong finds with each least score, and what each other condition of `sure` keeps out. */
export function sweepTable(finds: readonly Find[]): string {
  const swept = scores.map((score) => `| score ≥ ${score} | ${counts(finds, { ...sure, score })} |`)
  const without = [
    `| ${sure.score}, any quote | ${counts(finds, { ...sure, quote: 0 })} |`,
    `| ${sure.score}, any lead | ${counts(finds, { ...sure, lead: 0 })} |`,
    `| ${sure.score}, any tear | ${counts(finds, { ...sure, tear: Infinity })} |`,
  ]
  const all = `| all | ${counts(finds, { score: 0, quote: 0, lead: -Infinity, tear: Infinity })} |`
  return ['| accepted | right | wrong |', '|---|---:|---:|', ...swept, ...without, all, ''].join('\n')
}

function counts(finds: readonly Find[], least: typeof sure): string {
  const accepted = finds.filter(
    ({ place: { score, quote, lead, tear } }) =>
      score >= least.score && quote >= least.quote && lead >= least.lead && tear <= least.tear,
  )
  const right = accepted.filter((find) => find.isRight).length
  return `${right} | ${accepted.length - right}`
}
