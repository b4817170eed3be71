import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findParagraphs } from '../../../src/text/paragraphs.ts'

const words =
  'the harbour board said it would replace the tide table that has hung in its office since 1961 and would give ' +
  'the old one to the town museum where children may touch it and nobody will set a clock by it again'

/** Lines of at most this many characters, broken where a word would not fit. */
function wrap(text: string, width: number): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.join('\n')
}

test.each([55, 64, 72, 80, 100])('lines wrapped at %i are joined', (width) => {
  const text = `${wrap(`First ${words}.`, width)}\n\n${wrap(`Then ${words}.`, width)}\n`
  expect(findParagraphs(text)).toEqual([`First ${words}.`, `Then ${words}.`])
})

test('wrapped paragraphs with no more than an indent between them are parted', () => {
  const text = `    ${wrap(`First ${words}.`, 66)}\n    Short.\n    ${wrap(`Then ${words}.`, 66)}`
  expect(findParagraphs(text)).toEqual([`First ${words}.`, 'Short.', `Then ${words}.`])
})

test('a dateline put in front of a wrapped line does not hide the wraps', () => {
  const text = `    NEW YORK, Feb 26 - ${wrap(`First ${words}.`, 66)}\n    ${wrap(`Then ${words}.`, 66)}`
  const apart = (line: string): 'opens' | null => (line.startsWith('NEW YORK') ? 'opens' : null)
  expect(findParagraphs(text, apart)).toEqual([`NEW YORK, Feb 26 - First ${words}.`, `Then ${words}.`])
})

test('wrapped paragraphs with nothing between them are parted where a line ends early', () => {
  const text = `${wrap(`First ${words}, so they say.`, 72)}\n${wrap(`Then ${words}.`, 72)}`
  expect(findParagraphs(text)).toEqual([`First ${words}, so they say.`, `Then ${words}.`])
})

test('long lines are paragraphs each', () => {
  expect(findParagraphs(`First ${words}.\nThen ${words}.\nShort.`)).toEqual([
    `First ${words}.`,
    `Then ${words}.`,
    'Short.',
  ])
})

test.each([
  ['verse', 'The tide comes in,\nthe tide goes out,\nand nobody asks\nwhat it was about.'],
  ['an address', 'Harbour Board\n1 Quay Street\nPort Ellery'],
  ['a list', 'To do:\n- paint the board\n- tell the museum\n- wait'],
])('%s keeps its lines', (_, text) => {
  expect(findParagraphs(text)).toEqual([text])
  expect(
    findParagraphs(`${wrap(`First ${words}.`, 72)}\n\n${text}\n\n${wrap(`Then ${words}.`, 72)}`)[1],
  ).toBe(text)
})

test('verse set in and out keeps its lines', () => {
  const text = 'The tide comes in,\n    the tide goes out,\nand nobody asks\n    what it was about.'
  expect(findParagraphs(text)).toEqual([text.replace(/\n +/g, '\n')])
})

test('a line that ends in a space goes on in the next', () => {
  expect(findParagraphs('Tides Inc. Partners with \nHarbour Board\n\nText.')).toEqual([
    'Tides Inc. Partners with Harbour Board',
    'Text.',
  ])
})

test('a wrap at the hyphen of a word leaves the word as it is', () => {
  const text =
    'It ended a long argument over the harbour and its forty-\none minutes, which nobody had ever counted twice or at\nall.'
  expect(findParagraphs(text)[0]).toContain('its forty-one minutes')
})

test('Chinese and Japanese lines are joined without a space', () => {
  const line = '港湾委員会は月曜日に潮汐表を交換すると発表した。委員会の事務所に掛けられていたものである。'
    .repeat(2)
    .slice(0, 60)
  expect(findParagraphs(`${line}\n${line}\n終`)).toEqual([line + line + '終'])
})

test('a line that stands apart is joined to nothing', () => {
  const text = `${wrap(`First ${words}.`, 66)}\nREUTER\n`
  const apart = (line: string): 'alone' | null => (line === 'REUTER' ? 'alone' : null)
  expect(findParagraphs(text, apart)).toEqual([`First ${words}.`, 'REUTER'])
})

test('no character but white space is ever lost, added or moved', () => {
  const line = fc
    .array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 20 })
    .map((parts) => parts.join(' '))
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 12 }),
      fc.constantFrom('\n', '\n\n', ' \n', '\n    '),
      (lines, end) => {
        const text = lines.join(end)
        const bare = (made: string): string => made.replace(/\s/g, '')
        expect(bare(findParagraphs(text).join(''))).toBe(bare(text))
      },
    ),
    { numRuns: 500 },
  )
})
