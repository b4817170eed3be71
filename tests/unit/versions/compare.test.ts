import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SentenceChange } from '../../../src/model/comparison.ts'
import { sentencesOf } from '../../../src/text/sentences.ts'
import { compareContents } from '../../../src/versions/compare.ts'
import { contentOf } from '../text/contents.ts'

function compare(before: string, after: string): SentenceChange[] {
  return compareContents(contentOf(before), contentOf(after))
}

/** Each change as its kind and its sentence, the later one if there is one. */
function told(before: string, after: string): string[] {
  return compare(before, after).map(
    (change) => `${change.kind}: ${change.kind === 'removed' ? change.before.text : change.after.text}`,
  )
}

/** The words of a changed sentence: `-` those removed, `+` those added. */
function wordings(before: string, after: string): string[] {
  return compare(before, after).flatMap((change) =>
    change.kind === 'changed'
      ? change.wordings.map(
          ({ kind, text }) => `${kind === 'same' ? '=' : kind === 'added' ? '+' : '-'}${text}`,
        )
      : [],
  )
}

test('a later edition is told sentence by sentence, in its order', () => {
  const before =
    'The harbour was closed on Monday. Mr. Reed said he would stay. He left at noon.\n\nThe tide rose by two metres. Nobody was hurt. It rained.\n\nThe vote is next week.'
  const after =
    'The harbour was closed on Tuesday. Mr. Reed said he would stay. He left at noon.\n\nThe vote is next week.\n\nA storm is coming. The tide rose by two metres. It rained.'
  expect(told(before, after)).toEqual([
    'changed: The harbour was closed on Tuesday.',
    'same: Mr. Reed said he would stay.',
    'same: He left at noon.',
    'moved: The vote is next week.',
    'added: A storm is coming.',
    'same: The tide rose by two metres.',
    'removed: Nobody was hurt.',
    'same: It rained.',
  ])
})

test('of a changed sentence the words that changed are told, with the white space before them', () => {
  expect(wordings('The harbour was closed on Monday.', 'The old harbour was closed on Tuesday.')).toEqual([
    '=The',
    '+ old',
    '= harbour was closed on',
    '- Monday',
    '+ Tuesday',
    '=.',
  ])
  expect(wordings('وزیر روز دوشنبه از بندر بازدید کرد.', 'وزیر روز سه‌شنبه از بندر بازدید کرد.')).toEqual([
    '=وزیر روز',
    '- دوشنبه',
    '+ سه‌شنبه',
    '= از بندر بازدید کرد.',
  ])
  expect(wordings('部长星期一在港口表示工程完工。', '部长星期二在港口表示工程完工。')).toEqual([
    '=部长',
    '-星期一',
    '+星期二',
    '=在港口表示工程完工。',
  ])
})

test('quotation marks, dashes and line breaks set otherwise change nothing', () => {
  expect(told('He said: "We won\'t\nstop - ever."', 'He said: “We won’t stop – ever.”')).toEqual([
    'same: He said: “We won’t stop – ever.”',
  ])
})

test('a sentence that was split is changed, and what it lost was added', () => {
  const before = 'The minister said the wall will be finished by spring and left.'
  const after = 'The minister said the wall will be finished by spring. He left.'
  expect(told(before, after)).toEqual([
    'changed: The minister said the wall will be finished by spring.',
    'added: He left.',
  ])
})

test('sentences that have little in common are not taken for each other', () => {
  expect(told('The tide rose by two metres.', 'The minister resigned at noon.')).toEqual([
    'removed: The tide rose by two metres.',
    'added: The minister resigned at noon.',
  ])
})

test('sentences that stand there several times stay in order', () => {
  expect(told('Stop. Go. Stop. Go. Stop.', 'Stop. Go. Stop. Stop.')).toEqual([
    'same: Stop.',
    'same: Go.',
    'same: Stop.',
    'removed: Go.',
    'same: Stop.',
  ])
})

test('two texts without words have nothing to tell', () => {
  expect(compare('', '')).toEqual([])
})

const sentence = fc.constantFrom(
  ...'He left.|She stayed.|The tide rose by two metres.|The tide rose by ten metres.|Nobody was hurt, he said.|“Why?”|وزیر رفت.|部长走了。|Mr. Reed left.|…'.split(
    '|',
  ),
)
const text = fc
  .array(fc.tuple(sentence, fc.constantFrom(' ', '\n\n')), { maxLength: 25 })
  .map((parts) => parts.flat().join('').trim())

test('each sentence of either edition is told once, the later ones in their order, and wordings read on as both', () => {
  fc.assert(
    fc.property(text, text, (one, two) => {
      const [before, after] = [contentOf(one), contentOf(two)]
      const changes = compareContents(before, after)
      const earlier = changes.flatMap((change) => (change.kind === 'added' ? [] : [change.before.span]))
      expect(earlier.toSorted((a, b) => a.start - b.start)).toEqual(sentencesOf(before))
      expect(changes.flatMap((change) => (change.kind === 'removed' ? [] : [change.after.span]))).toEqual(
        sentencesOf(after),
      )
      for (const change of changes) {
        if (change.kind !== 'changed') continue
        const read = (left: 'removed' | 'added') =>
          change.wordings.flatMap(({ kind, text: part }) => (kind === left ? [] : [part])).join('')
        expect(read('added')).toBe(change.before.text)
        expect(read('removed')).toBe(change.after.text)
      }
    }),
    { numRuns: 500 },
  )
}, 30_000)

test('what was removed stands where it stood: without what is new and what moved, the earlier edition reads on', () => {
  fc.assert(
    fc.property(text, text, (one, two) => {
      const starts = compare(one, two).flatMap((change) =>
        change.kind === 'added' || change.kind === 'moved' ? [] : [change.before.span.start],
      )
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    }),
    { numRuns: 300 },
  )
}, 30_000)

test('a text compared with itself is all the same', () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(compare(one, one).every(({ kind }) => kind === 'same')).toBe(true)
    }),
  )
})

test('two long texts that have nothing in common are told apart all the same', () => {
  const long = (word: string) =>
    Array.from({ length: 3000 }, (_, place) => `The ${word} ${word}${place}.`).join(' ')
  const changes = compare(long('tide'), long('vote'))
  expect(changes.filter(({ kind }) => kind === 'removed')).toHaveLength(3000)
  expect(changes.filter(({ kind }) => kind === 'added')).toHaveLength(3000)
})
