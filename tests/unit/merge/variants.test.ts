import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { histories, rareHistories } from './histories.ts'
import { type History, promises } from './promises.ts'
import { variants } from './variants.ts'

/** The rarest of them shows itself once in some hundred histories. */
const numRuns = 10_000

describe('a merge that is wrong breaks its promise where', () => {
  test.for(Object.entries(variants))('%s', ([, { merge, breaks }]) => {
    const promise = promises[breaks]!
    const found = fc.check(
      fc.property(histories, (history) => promise(merge, history)),
      { numRuns, examples: rareHistories.map((history): [History] => [history]), endOnFailure: true },
    )
    expect(found.failed).toBe(true)
  })
})
