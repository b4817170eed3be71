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

function scoresIn(laterTexts: string[]): number[] {
  return laterTexts.map((later) => candidates(plainContent(later), note)[0]?.score ?? 0)
}

/** From high to low, no two alike. */
function everLower(scores: number[]): number[] {
  return [...new Set(scores)].toSorted((a, b) => b - a)
}

test('the more of the quotation is gone, the lower the score', () => {
  const worse = [
    quotation,
    quotation.replace('both lamps', 'the lamps'),
    quotation.replace('both lamps burn', 'the lights shine'),
    quotation.replace('both lamps burn', 'the lights shine').replace('take no ship', 'bring no vessel'),
    quotation
      .replace('both lamps burn again', 'the lights shine')
      .replace('agreed to take no ship', 'will bring no vessel'),
    'They agreed to take a holiday.',
  ]
  const scores = scoresIn(worse.map((words) => text.replace(quotation, words)))
  expect(scores).toEqual(everLower(scores))
})

test('the more of the surroundings is gone, the lower the score', () => {
  const scores = scoresIn([
    text,
    text.replace('before dawn', 'at noon'),
    text.replace('customs house on the quay before dawn', 'town hall at noon'),
    text.replace(before, ''),
    text.replace(before, '').replace('called it a strike', 'laughed'),
    text.replace(before, '').replace(after, ''),
  ])
  expect(scores).toEqual(everLower(scores))
})

test('the more was put into the quotation, the lower the score', () => {
  const put = [
    '',
    ' at all',
    ' at all, in rain or fog,',
    ' at all, in rain or fog or when the wind is in the north,',
  ]
  const scores = scoresIn(put.map((words) => text.replace('no ship', `no ship${words}`)))
  expect(scores).toEqual(everLower(scores))
})
