import { expect, test } from 'vitest'
import { candidates } from '../../../src/text/anchor.ts'
import { describe as describeSpan } from '../../../src/text/describe.ts'
import { plainContent } from '../../eval/plain-content.ts'

const before = 'The pilots met in the old customs house on the quay before dawn.'
const quotation = 'They agreed to take no ship through the narrows after dark until both lamps burn again.'
const after = 'The harbour master called it a strike, and the mayor called it common sense.'
const others = 'Wool prices fell for the third week. A circus is expected on the green.'

const text = `${others} ${before} ${quotation} ${after}`
const start = text.indexOf(quotation)
const note = describeSpan(plainContent(text), { start, end: start + quotation.length }, 1)

function scoreIn(later: string): number {
  return candidates(plainContent(later), note)[0]?.score ?? 0
}

function expectEverLower(laterTexts: string[]): void {
  const scores = laterTexts.map(scoreIn)
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  expect(new Set(scores).size).toBe(scores.length)
}

test('the more of the quotation is gone, the lower the score', () => {
  const worse = [
    quotation,
    quotation.replace('both lamps', 'the lamps'),
    quotation.replace('both lamps burn', 'the lights shine'),
    quotation.replace('both lamps burn', 'the lights shine').replace('take no ship', 'bring no vessel'),
    quotation.replace('both lamps burn again', 'the lights shine').replace('agreed to take no ship', 'will bring no vessel'),
    'They agreed to take a holiday.',
  ]
  expectEverLower(worse.map((words) => text.replace(quotation, words)))
})

test('the more of the surroundings is gone, the lower the score', () => {
  expectEverLower([
    text,
    text.replace('before dawn', 'at noon'),
    text.replace('customs house on the quay before dawn', 'town hall at noon'),
    text.replace(before, ''),
    text.replace(before, '').replace('called it a strike', 'laughed'),
    text.replace(before, '').replace(after, ''),
  ])
})

test('the more was put into the quotation, the lower the score', () => {
  const put = ['', ' at all', ' at all, in rain or fog,', ' at all, in rain or fog or when the wind is in the north,']
  expectEverLower(put.map((words) => text.replace('no ship', `no ship${words}`)))
})
