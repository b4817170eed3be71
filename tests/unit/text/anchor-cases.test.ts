import { expect, test } from 'vitest'
import { anchor } from '../../../src/text/anchor.ts'
import { describe as describeSpan } from '../../../src/text/describe.ts'
import { plainContent } from '../../eval/plain-content.ts'

type Case = { text: string; words: string; nth?: number }

/** What Apache Annotator tries its text quotes on (packages/dom/test/text-quote/match-cases.ts), with words of our own. */
const cases: Record<string, Case> = {
  'in the middle': { text: 'gulls over the grey water', words: 'er the gr' },
  'the first characters': { text: 'gulls over the grey water', words: 'gulls over' },
  'the last characters': { text: 'gulls over the grey water', words: 'grey water' },
  'all there is': { text: 'gulls', words: 'gulls' },
  'across two blocks': { text: 'Gulls over\n\nthe grey water', words: 'over\n\nthe' },
  'one block and no more': { text: 'Gulls.\n\nGrey water.\n\nWind.', words: 'Grey water.' },
  'the first of two': { text: 'over and over', words: 'over' },
  'the second of two': { text: 'over and over', words: 'over', nth: 2 },
  'the same in several blocks': {
    text: 'Again rain,\n\nagain rain\n\nand again rain.',
    words: 'again',
    nth: 2,
  },
  'the first of two that overlap': { text: 'a tarara of drums', words: 'ara' },
  'the second of two that overlap': { text: 'a tarara of drums', words: 'ara', nth: 2 },
  'overlapping across blocks': { text: 'na na\n\nna na\n\nna', words: 'na\n\nna', nth: 2 },
  'one letter, told by what is before it': { text: 'to and fro', words: 'o', nth: 2 },
  'one letter, told by what is behind it': { text: 'to go to town', words: 'o', nth: 3 },
  'one letter, told by both': { text: 'lo, los, slow, slows', words: 'o', nth: 4 },
  'a space': { text: 'to and fro', words: ' ', nth: 2 },
  'an empty line': { text: 'to\n\nand\n\nfro', words: '\n\n', nth: 2 },
  'a mark': { text: '“So!” – “So?” – “So.”', words: '–', nth: 2 },
  'right to left': { text: 'باد و باران و باد', words: 'باد', nth: 2 },
  'without spaces': { text: '潮来て潮去る、潮また来る', words: '潮', nth: 3 },
  'an emoji of several': { text: '👩🏽‍🚀👩🏽‍🚀👩🏽', words: '👩🏽‍🚀', nth: 2 },
  'a letter with its marks': { text: 'cafe\u0301 cafe cafe\u0301', words: 'cafe\u0301', nth: 2 },
}

test.each(Object.entries(cases))('what a note describes, it finds: %s', (_, { text, words, nth = 1 }) => {
  let start = -1
  for (let found = 0; found < nth; found++) start = text.indexOf(words, start + 1)
  expect(start).toBeGreaterThanOrEqual(0)
  const span = { start, end: start + words.length }
  const content = plainContent(text)
  expect(anchor(content, describeSpan(content, span, 1))).toEqual({ kind: 'exact', span })
})

test('what was never there is not found', () => {
  const absent = { version: 1, exact: 'holy grail', prefix: '', suffix: '', start: 3, block: 0 }
  for (const { text } of Object.values(cases))
    expect(anchor(plainContent(text), absent)).toEqual({ kind: 'lost' })
})
