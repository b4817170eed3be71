import { expect, test } from 'vitest'
import {
  type Intake,
  paceOf,
  type Sample,
  secondsLeft,
  withSample,
} from '../../../../renderer/state/intake-pace.ts'
import type { IntakeProgress } from '../../../../src/model/collection.ts'

function samplesOf(...told: [at: number, done: number][]): Sample[] {
  return told.reduce<Sample[]>((samples, [at, done]) => withSample(samples, { at, done }), [])
}

test('the pace is what was done in the last seconds, not since the start', () => {
  const samples = samplesOf([0, 0], [10_000, 1000], [15_000, 1050], [20_000, 1100])
  expect(paceOf(samples)).toBe(10)
})

test('a first moment tells nothing, and neither does standing still', () => {
  expect(paceOf([])).toBeNull()
  expect(paceOf(samplesOf([0, 0], [400, 40]))).toBeNull()
  expect(paceOf(samplesOf([0, 5], [4000, 5]))).toBeNull()
})

test('the time left is what is left at that pace', () => {
  const progress = { done: 20, total: 100 } as IntakeProgress
  const intake: Intake = { progress, samples: samplesOf([0, 0], [5000, 20]), report: null }
  expect(secondsLeft(intake)).toBe(20)
  expect(secondsLeft({ ...intake, samples: [] })).toBeNull()
})
