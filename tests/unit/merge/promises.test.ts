import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { histories, rareHistories } from './histories.ts'
import { type History, promises } from './promises.ts'
import { merge } from './world.ts'

/** Histories for each promise. `LECTERN_HISTORIES=100000 npx vitest run tests/unit/merge/promises.test.ts` looks further. */
const numRuns = Number(process.env['LECTERN_HISTORIES'] ?? 2000)

/** A day: however far it is told to look. */
const timeout = 24 * 3_600_000

describe('whatever happens among devices that share an article', () => {
  test.for(Object.entries(promises))('%s', { timeout }, ([, promise]) => {
    const found = fc.check(
      fc.property(histories, (history) => promise(merge, history)),
      { numRuns, examples: rareHistories.map((history): [History] => [history]) },
    )
    expect(fc.defaultReportMessage(found) ?? 'kept').toBe('kept')
  })
})
