import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Sketch } from '../../../src/model/article.ts'
import { leastLikeness, likeness, sketchOf } from '../../../src/versions/sketch.ts'
import { hardText } from '../text/texts.ts'

const words =
  'harbour wall tide minister engineer spring cost doubt plan stone crane wave storm vote paper gate'.split(
    ' ',
  )

/** A story of as many words, the same for the same seed. */
function storyOf(seed: number, length = 300): string {
  let state = seed
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647
    return words[state % words.length]
  }).join(' ')
}

function shared(a: string, b: string): number {
  const others = new Set(sketchOf({ text: b }))
  return sketchOf({ text: a }).filter((hash) => others.has(hash)).length
}

test('the same text has the same sketch in every release: what is stored stays comparable', () => {
  expect(sketchOf({ text: 'The breakwater will be finished by spring.' })).toEqual([
    193_030_424, 299_307_057, 505_088_394, 997_018_425, 3_469_798_708,
  ])
  expect(sketchOf({ text: '部长走了，防波堤' })).toEqual([1_281_082_232, 3_803_925_881])
})

test('a sketch is at most 16 numbers in order, none twice, as the file format has them', () => {
  fc.assert(
    fc.property(hardText, (text) => {
      const sketch = sketchOf({ text })
      expect(Sketch.parse(sketch)).toEqual(sketch)
      expect(sketch).toEqual([...new Set(sketch)].sort((a, b) => a - b))
      expect(sketch.length).toBeLessThanOrEqual(16)
    }),
  )
})

test('case, punctuation, line breaks and Unicode form make no other sketch', () => {
  const text = 'The café’s owner said: “We won’t stop – ever.”'
  const other = 'THE CAFE\u0301\'S  OWNER\nSAID: "WE WON\'T STOP -- EVER"'
  expect(sketchOf({ text: other })).toEqual(sketchOf({ text }))
  expect(likeness(text, other)).toBe(1)
})

test('likeness is 1 for the same words, 0 for none in common, and the same either way', () => {
  expect(likeness('', ' ')).toBe(1)
  expect(likeness('one two three', 'four five six')).toBe(0)
  fc.assert(
    fc.property(hardText, hardText, (a, b) => {
      expect(likeness(a, a)).toBe(1)
      expect(likeness(a, b)).toBe(likeness(b, a))
    }),
  )
})

test('a story is found by the sketch of its correction, its shorter and its longer edition; another story is not', () => {
  const story = storyOf(7)
  const corrected = story
    .split(' ')
    .map((word, place) => (place % 20 === 0 ? 'Oldham' : word))
    .join(' ')
  for (const later of [corrected, story.slice(story.length / 2), `${story} ${storyOf(11)}`]) {
    expect(shared(story, later)).toBeGreaterThanOrEqual(2)
    expect(likeness(story, later)).toBeGreaterThanOrEqual(leastLikeness)
  }
  expect(likeness(story, storyOf(23))).toBeLessThan(leastLikeness)
})

test('a Chinese story is found by its correction', () => {
  const story =
    '部长星期一在港口表示，防波堤工程将于明年春天完工，工程师对此表示怀疑，渔民也不相信。他说费用已经增加了一倍，但是政府不会停工。'
  expect(shared(story, story.replace('星期一', '星期二'))).toBeGreaterThanOrEqual(2)
  expect(likeness(story, story.replace('星期一', '星期二'))).toBeGreaterThan(0.6)
  expect(likeness(story, '北方的大雪使铁路中断，数百名旅客在车站过夜，有关部门表示将在周末恢复运行。')).toBe(
    0,
  )
})

test('the more words are changed, the less alike two texts are', () => {
  const story = storyOf(5)
  const changed = [40, 20, 10, 5, 2].map((step) =>
    likeness(
      story,
      story
        .split(' ')
        .map((word, place) => (place % step === 0 ? `new${place}` : word))
        .join(' '),
    ),
  )
  expect(changed).toEqual(changed.toSorted((a, b) => b - a))
})
