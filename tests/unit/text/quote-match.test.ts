import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findQuote } from '../../../src/text/quote-match.ts'
import { isGraphemeLimit } from '../../../src/text/grapheme-span.ts'
import { surroundings } from '../../../src/text/surroundings.ts'
import { hardText, textWithSpan } from './texts.ts'

function wordsFound(text: string, quote: string): string[] {
  return findQuote(text, quote).map(({ start, end }) => text.slice(start, end))
}

test('a quotation copied from the text is found where it was', () => {
  fc.assert(
    fc.property(textWithSpan, ({ text, span }) => {
      const quote = text.slice(span.start, span.end)
      fc.pre(quote.trim() === quote)
      const places = findQuote(text, quote)
      expect(places.some(({ start, end }) => start < span.end && end > span.start)).toBe(true)
      for (const { start, end } of places) expect(text.slice(start, end)).toBe(quote)
    }),
    { numRuns: 1000 },
  )
})

test('places come in order, apart from one another and on whole letters', () => {
  fc.assert(
    fc.property(hardText, hardText, (text, quote) => {
      let last = 0
      for (const { start, end } of findQuote(text, quote.slice(0, 4))) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(isGraphemeLimit(text, start) && isGraphemeLimit(text, end)).toBe(true)
        last = end
      }
    }),
    { numRuns: 2000 },
  )
})

const text =
  '“We won’t stop” – ever – he said.\n\n‘We\u00a0won’t\nstop,’ they re\u00adpeated… The cafe\u0301 closed. We won’t start.'

test.each([
  ['straight for curly quotation marks', '"We won\'t stop"', ['“We won’t stop”']],
  ['single line for broken lines, plain for no-break spaces', "We won't stop,", ['We\u00a0won’t\nstop,']],
  [
    'every place, however it is set there',
    "we won't".replace('w', 'W'),
    ['We won’t', 'We\u00a0won’t', 'We won’t'],
  ],
  ['hyphens for dashes', 'stop" - ever - he', ['stop” – ever – he']],
  ['double hyphens for dashes', 'stop” -- ever -- he', ['stop” – ever – he']],
  ['across paragraphs', "he said. 'We won't", ['he said.\n\n‘We\u00a0won’t']],
  ['without the soft hyphen', 'repeated', ['re\u00adpeated']],
  ['three dots for an ellipsis', 'repeated... The', ['re\u00adpeated… The']],
  ['composed for decomposed letters', 'The café closed', ['The cafe\u0301 closed']],
])('a quotation is found %s', (_, quote, expected) => {
  expect(wordsFound(text, quote)).toEqual(expected)
})

test('a quotation typed with decomposed letters is found in a composed text', () => {
  expect(wordsFound('Le café est fermé.', 'cafe\u0301')).toEqual(['café'])
  expect(wordsFound('그는 각오했다', '각오'.normalize('NFD'))).toEqual(['각오'])
  expect(wordsFound('그는 각오했다'.normalize('NFD'), '각오')).toEqual(['각오'.normalize('NFD')])
})

test('where the text has the quotation as typed, like ones are left aside', () => {
  expect(wordsFound('“tide” and "tide"', '"tide"')).toEqual(['"tide"'])
})

test('case counts, and other letters are never folded', () => {
  expect(findQuote(text, 'THE CAFÉ')).toEqual([])
  expect(findQuote(text, 'The cafe closed')).toEqual([])
})

test('white space round the typed quotation does not count, and white space alone is no quotation', () => {
  expect(wordsFound('high tide.', '  high tide\n')).toEqual(['high tide'])
  expect(findQuote('high tide.', ' ')).toEqual([])
  expect(findQuote('high tide.', '')).toEqual([])
})

test('an ellipsis is not found in halves', () => {
  expect(findQuote('wait… what', 'wait.')).toEqual([])
})

test('a quotation is found in a megabyte in a fraction of a second', () => {
  const long = `${'words that don’t match – at all '.repeat(31_000)}“the one”`
  const before = process.cpuUsage()
  expect(wordsFound(long, '"the one"')).toEqual(['“the one”'])
  // In microseconds; takes about 300 ms. Several times that would mean that the method has become another.
  expect(process.cpuUsage(before).user).toBeLessThan(2_000_000)
})

test('surroundings are whole words on one line that read on with the quotation', () => {
  const long = `The first paragraph ends in these five words.\n\nThen comes the quotation and after it a good deal more to read.`
  const start = long.indexOf('the quotation')
  expect(surroundings(long, { start, end: start + 13 })).toEqual({
    before: 'ends in these five words. Then comes ',
    after: ' and after it a good deal more to read.',
  })
  const short = surroundings(long, { start: 4, end: 9 })
  expect(short).toEqual({ before: 'The ', after: ' paragraph ends in these five words.' })
})

test('surroundings in a script without spaces are cut between letters', () => {
  const long = '界'.repeat(38) + 'か\u3099'.repeat(10) + '引用' + 'か\u3099'.repeat(30)
  const start = long.indexOf('引用')
  expect(surroundings(long, { start, end: start + 2 })).toEqual({
    before: '界'.repeat(20) + 'か\u3099'.repeat(10),
    after: 'か\u3099'.repeat(20),
  })
})

test('the ends of the text have nothing beyond them', () => {
  expect(surroundings('tide', { start: 0, end: 4 })).toEqual({ before: '', after: '' })
})
