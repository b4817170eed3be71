import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '../../../src/model/content.ts'
import type { Selector } from '../../../src/model/selector.ts'
import { anchor, candidates } from '../../../src/text/anchor.ts'
import { describe as describeSpan } from '../../../src/text/describe.ts'
import { isGraphemeLimit } from '../../../src/text/grapheme-span.ts'
import { plainContent } from '../../eval/plain-content.ts'
import { hardText, textWithSpan } from './texts.ts'

const story = `HARBOUR, Nov. 2 (Tidewire) – The minister said the breakwater will be finished by spring.

Engineers doubt it. “The minister said the breakwater costs too much,” one of them told a council of pilots, “and that he would resign over it, but he hasn’t.”

The council, which has eleven members, meets again on Thursday to vote on a loan of forty million crowns from the northern towns.

Fishermen have asked for a gate wide enough for their boats, and for a lamp at either end.`

function spanOf(text: string, words: string, nth = 1): Span {
  let start = -1
  for (let found = 0; found < nth; found++) start = text.indexOf(words, start + 1)
  expect(start, `"${words}" stands in the text`).toBeGreaterThanOrEqual(0)
  return { start, end: start + words.length }
}

function noteOn(words: string, nth = 1): Selector {
  return describeSpan(plainContent(story), spanOf(story, words, nth), 1)
}

/** What a note on the nth of these words in the story comes to in the later text. */
function found(later: string, words: string, nth = 1) {
  const place = anchor(plainContent(later), noteOn(words, nth))
  return place.kind === 'lost' ? place : { ...place, words: later.slice(place.span.start, place.span.end) }
}

test('a note finds its passage in the text it was made in, whatever the passage', () => {
  fc.assert(
    fc.property(textWithSpan, ({ text, span }) => {
      const content = plainContent(text)
      expect(anchor(content, describeSpan(content, span, 1))).toEqual({ kind: 'exact', span })
    }),
    { numRuns: 2000 },
  )
}, 30_000)

test('whatever text a note is sought in, its place and the candidates lie on whole letters, apart', () => {
  fc.assert(
    fc.property(textWithSpan, hardText, ({ text, span }, other) => {
      const selector = describeSpan(plainContent(text), span, 1)
      const later = plainContent(text.slice(0, span.start) + other + text.slice(span.start + 1))
      const place = anchor(later, selector)
      const spans = candidates(later, selector).map((candidate) => candidate.span)
      if (place.kind !== 'lost') spans.push(place.span)
      for (const { start, end } of spans) {
        expect(start).toBeLessThan(end)
        expect(isGraphemeLimit(later.text, start) && isGraphemeLimit(later.text, end)).toBe(true)
      }
    }),
    { numRuns: 1000 },
  )
}, 30_000)

test('a note keeps the version, the words, where they stood, the block and 64 characters on either side', () => {
  const span = spanOf(story, 'costs too much')
  expect(describeSpan(plainContent(story), span, 3)).toEqual({
    version: 3,
    exact: 'costs too much',
    prefix: story.slice(span.start - 64, span.start),
    suffix: story.slice(span.end, span.end + 64),
    start: span.start,
    block: 1,
  })
})

test('what a note keeps of its surroundings never cuts a letter', () => {
  fc.assert(
    fc.property(textWithSpan, ({ text, span }) => {
      const { prefix, suffix, start, exact } = describeSpan(plainContent(text), span, 1)
      expect(isGraphemeLimit(text, start - prefix.length)).toBe(true)
      expect(isGraphemeLimit(text, start + exact.length + suffix.length)).toBe(true)
      expect(text.startsWith(prefix + exact + suffix, start - prefix.length)).toBe(true)
      expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(64)
    }),
  )
})

const straight = story.replace(/[“”]/g, '"').replace(/’/g, "'").replace(/–/g, '--')
const wrapped = story.replace(/(.{30,60}?) /g, '$1\n')
const paragraphs = story.split('\n\n')

type Edit = { to: string; words: string; becomes?: string }

const edits: Record<string, Edit> = {
  'other quotation marks and dashes': {
    to: straight,
    words: '“and that he would',
    becomes: '"and that he would',
  },
  'lines broken elsewhere': { to: wrapped, words: 'a loan of forty million crowns' },
  'another dateline': {
    to: story.replace('HARBOUR, Nov. 2 (Tidewire)', 'PORT HARBOUR, Nov. 3 (Coast)'),
    words: 'The minister',
  },
  'a paragraph before it': { to: `A new first paragraph.\n\n${story}`, words: 'Engineers' },
  'its paragraph at the end': {
    to: [...paragraphs.slice(1), paragraphs[0]].join('\n\n'),
    words: 'breakwater will be',
  },
  'other paragraphs around it': {
    to: `Rain fell.\n\n${paragraphs[2]}\n\nSnow fell.`,
    words: paragraphs[2] ?? '',
  },
  'new words all around': {
    to: story.replace('asked for', 'long begged for').replace('for a lamp', 'a lamp'),
    words: 'a gate wide enough',
  },
  'a word changed within': {
    to: story.replace('eleven', 'twelve'),
    words: 'The council, which has eleven members',
    becomes: 'The council, which has twelve members',
  },
  'its first word changed': {
    to: story.replace('Fishermen', 'Pilots'),
    words: 'Fishermen have asked for a gate',
    becomes: 'Pilots have asked for a gate',
  },
  'its last words deleted': {
    to: story.replace(' from the northern towns', ''),
    words: 'a loan of forty million crowns from the northern towns',
    becomes: 'a loan of forty million crowns',
  },
  'words put in before it': {
    to: story.replace('Thursday to', 'Thursday evening at the old exchange to'),
    words: 'to vote on a loan',
  },
  'half a word at either edge': {
    to: straight,
    words: 'ilots, “and that he woul',
    becomes: 'ilots, "and that he woul',
  },
}

test.each(Object.entries(edits))('a note finds its passage after %s', (_, { to, words, becomes = words }) => {
  const place = found(to, words)
  expect(place.kind === 'lost' ? place : place.words.replace(/\n/g, ' ')).toBe(becomes)
  expect(place).not.toMatchObject({ isDoubtful: true })
})

test('of equal words a note finds those with its own surroundings', () => {
  for (const later of [
    `A new first paragraph.\n\n${story}`,
    paragraphs.toReversed().join('\n\n'),
    straight,
  ]) {
    const order = later.indexOf('Engineers') < later.indexOf('spring') ? [2, 1] : [1, 2]
    for (const nth of [1, 2])
      expect(found(later, 'The minister said', nth)).toMatchObject({
        span: spanOf(later, 'The minister said', order[nth - 1]),
      })
  }
})

test('the same words by chance at the old offset do not hold a note whose surroundings moved', () => {
  const noted = noteOn('said', 1)
  const later = `${'x'.repeat(noted.start - 1)} said nothing more.\n\n${story}`
  expect(later.startsWith('said', noted.start)).toBe(true)
  expect(anchor(plainContent(later), noted)).toMatchObject({ kind: 'moved', span: spanOf(later, 'said', 2) })
})

test('where nothing tells equal words apart, a note asks, or is lost', () => {
  const refrain = 'The tide comes in and the tide goes out, and nobody in the harbour minds it. '
  const before = plainContent(refrain.repeat(9))
  const after = plainContent(`Something new. ${refrain.repeat(7)}`)
  const places = Array.from({ length: 9 }, (_, nth) =>
    anchor(after, describeSpan(before, spanOf(before.text, 'nobody in the harbour', nth + 1), 1)),
  )
  const sure = places.filter(
    (place) => place.kind === 'exact' || (place.kind === 'moved' && !place.isDoubtful),
  )
  // The first and the last verse have an end of the text beside them, which tells them from the others.
  expect(sure.length).toBeLessThanOrEqual(2)
})

test('a word is not found by itself: without anything of its surroundings it is lost', () => {
  expect(anchor(plainContent('A breakwater costs.'), noteOn('breakwater'))).toEqual({ kind: 'lost' })
  expect(
    anchor(plainContent('A breakwater costs.'), { ...noteOn('breakwater'), prefix: '', suffix: '' }),
  ).toEqual({
    kind: 'lost',
  })
})

test.each([
  ['its sentence', story.replace('Engineers doubt it. ', ''), 'doubt'],
  ['its paragraph', story.replace(/\n\nThe council.*/, ''), 'The council, which has eleven members'],
  ['its paragraph, and like words stand elsewhere', story.replace(/.*spring\.\n\n/, ''), 'The minister said'],
  ['all of the story', 'Rain is expected in the hills.', 'a gate wide enough for their boats'],
  ['everything', '', 'HARBOUR'],
])('a note whose passage went with %s is not attached without a question', (_, later, words) => {
  const place = found(later, words)
  expect(place.kind === 'lost' || (place.kind === 'moved' && place.isDoubtful)).toBe(true)
})

test('a passage that a new paragraph has parted is shown with a question', () => {
  const later = story.replace(
    '\n\nThe council',
    `\n\n${'The harbour master was not there. '.repeat(5)}\n\nThe council`,
  )
  expect(found(later, 'but he hasn’t.”\n\nThe council, which has eleven members')).not.toMatchObject({
    kind: 'moved',
    isDoubtful: false,
  })
})

test('a letter inside a longer letter is not the passage', () => {
  const selector = { version: 1, exact: 'cafe', prefix: '', suffix: '', start: 9, block: null }
  expect(anchor(plainContent('cafe\u0301'), selector)).toEqual({ kind: 'lost' })
})

test('at most three candidates are offered, the likeliest first, none overlapping another', () => {
  const later = plainContent(
    `${story.replace('will be finished by spring', 'is late')}\n\n${straight}\n\n${wrapped}\n\n${story}`,
  )
  const list = candidates(later, noteOn('The minister said the breakwater will be finished by spring'))
  expect(list).toHaveLength(3)
  const scores = list.map(({ score }) => score)
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  const spans = list.map(({ span }) => span).toSorted((a, b) => a.start - b.start)
  for (const [number, { start }] of spans.entries())
    expect(start).toBeGreaterThanOrEqual(spans[number - 1]?.end ?? 0)
})

test('a lost note is offered the place where its words stood', () => {
  const later = story.replace('a gate wide enough for their boats', 'nothing but some quiet')
  expect(found(later, 'a gate wide enough for their boats')).toMatchObject({ kind: 'lost' })
  const [first] = candidates(plainContent(later), noteOn('a gate wide enough for their boats'))
  expect(first && later.slice(first.span.start, first.span.end)).toBe('nothing but some quiet')
})
