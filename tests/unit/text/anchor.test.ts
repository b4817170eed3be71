import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '../../../src/model/content.ts'
import { anchor } from '../../../src/text/anchor.ts'
import { describe as describeSpan } from '../../../src/text/describe.ts'
import { isGraphemeLimit } from '../../../src/text/grapheme-span.ts'
import { textWithSpan } from './texts.ts'

const story =
  'HARBOUR, Nov. 2 (Tidewire) – The minister said the breakwater will be finished by spring.\n\n' +
  'Engineers doubt it. The minister said the breakwater costs too much, and that he would resign.'

function spanOf(text: string, words: string, nth = 1): Span {
  let start = -1
  for (let found = 0; found < nth; found++) start = text.indexOf(words, start + 1)
  expect(start, `"${words}" stands in the text`).toBeGreaterThanOrEqual(0)
  return { start, end: start + words.length }
}

/** What a note on the nth of these words in the story marks in the later text. */
function found(later: string, words: string, nth = 1) {
  const place = anchor(later, describeSpan(story, spanOf(story, words, nth), 1))
  return place.kind === 'lost' ? place : { ...place, words: later.slice(place.span.start, place.span.end) }
}

test('a note finds its passage in the text it was made in, whatever the passage', () => {
  fc.assert(
    fc.property(textWithSpan, ({ text, span }) => {
      expect(anchor(text, describeSpan(text, span, 1))).toEqual({ kind: 'exact', span })
    }),
    { numRuns: 2000 },
  )
})

test('what a note keeps of its surroundings never cuts a letter', () => {
  fc.assert(
    fc.property(textWithSpan, ({ text, span }) => {
      const { prefix, suffix, start, exact } = describeSpan(text, span, 1)
      expect(isGraphemeLimit(text, start - prefix.length)).toBe(true)
      expect(isGraphemeLimit(text, start + exact.length + suffix.length)).toBe(true)
      expect(text.startsWith(prefix + exact + suffix, start - prefix.length)).toBe(true)
      expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(64)
    }),
  )
})

test('a note keeps the version, the words, where they stood and 64 characters on either side', () => {
  const span = spanOf(story, 'costs too much')
  expect(describeSpan(story, span, 3)).toEqual({
    version: 3,
    exact: 'costs too much',
    prefix: story.slice(span.start - 64, span.start),
    suffix: ', and that he would resign.',
    start: span.start,
  })
})

test('a note finds its passage after the dateline was corrected', () => {
  const later = story.replace('HARBOUR, Nov. 2 (Tidewire)', 'PORT HARBOUR, Nov. 3 (Tidewire)')
  const place = found(later, 'will be finished by spring')
  expect(place).toMatchObject({ kind: 'moved', span: spanOf(later, 'will be finished by spring') })
})

test('of equal words a note finds those with its own surroundings, after a paragraph was put before them', () => {
  const later = `A new first paragraph.\n\n${story}`
  expect(found(later, 'The minister said', 1)).toMatchObject({ span: spanOf(later, 'The minister said', 1) })
  expect(found(later, 'The minister said', 2)).toMatchObject({ span: spanOf(later, 'The minister said', 2) })
})

test('of equal words a note finds its own after the paragraphs changed places', () => {
  const later = story.split('\n\n').reverse().join('\n\n')
  expect(found(later, 'The minister said', 1)).toMatchObject({ span: spanOf(later, 'The minister said', 2) })
})

test('the same words by chance at the old offset do not hold a note whose surroundings moved', () => {
  const before = 'one two said three. four five said six.'
  const selector = describeSpan(before, spanOf(before, 'said', 1), 1)
  const later = 'new new said new. one two said three. four five said six.'
  expect(later.startsWith('said', selector.start)).toBe(true)
  expect(anchor(later, selector)).toMatchObject({ kind: 'moved', span: spanOf(later, 'said', 2) })
})

test('where nothing tells equal words apart, the nearest to the old place is taken', () => {
  const selector = { version: 1, exact: 'tide', prefix: '', suffix: '', start: 21 }
  const text = 'tide -------------- tide ------------ tide'
  expect(anchor(text, selector)).toMatchObject({ kind: 'moved', span: spanOf(text, 'tide', 2) })
})

test('the more of its surroundings is gone, the lower a note scores', () => {
  const words = 'breakwater costs'
  const edits = [
    `New words first. ${story}`,
    story.replace('Engineers doubt it. ', ''),
    story.replace('Engineers doubt it. The minister said the', 'The'),
    story
      .replace('Engineers doubt it. The minister said the', 'The')
      .replace(', and that he would resign.', ''),
    'A breakwater costs.',
  ]
  const scores = edits.map((later) => {
    const place = found(later, words)
    return place.kind === 'moved' ? place.score : Number.NaN
  })
  expect(scores).toEqual([...scores].sort((a, b) => b - a))
  expect(new Set(scores).size).toBe(scores.length)
  expect(Math.min(...scores)).toBeGreaterThan(0)
})

test('a note whose words are gone is lost, not attached to something like them', () => {
  expect(found(story.replace('costs too much', 'costs very much'), 'costs too much')).toEqual({
    kind: 'lost',
  })
  expect(anchor('', describeSpan(story, { start: 0, end: 7 }, 1))).toEqual({ kind: 'lost' })
})

test('a letter inside a longer letter is not the passage', () => {
  expect(anchor('cafe\u0301', { version: 1, exact: 'cafe', prefix: '', suffix: '', start: 9 })).toEqual({
    kind: 'lost',
  })
})
