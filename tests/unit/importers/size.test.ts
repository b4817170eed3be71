import { expect, test } from 'vitest'
import { cpuMsUntil } from '../cpu-ms.ts'
import { draftOf } from './drafts.ts'

const sentence = 'The harbour board said on Monday it would replace the tide table. '

test.each([
  ['paragraphs', `${sentence.repeat(10).trim()}\n\n`.repeat(15_000)],
  ['wrapped lines', `${sentence}\n`.repeat(145_000)],
  ['a single line', sentence.repeat(150_000)],
  ['a single word', 'a'.repeat(9_000_000)],
  ['Japanese without a line end', '港湾委員会は月曜日に潮汐表を交換すると発表した。'.repeat(130_000)],
])('ten million bytes of %s are read in a few seconds', async (_, text) => {
  // One to four seconds.
  expect(await cpuMsUntil(() => draftOf('long.txt', text))).toBeLessThan(12_000)
})

test.each(
  [
    '(',
    ' ',
    'A, A, ',
    'AA ',
    'a\n',
    '\n',
    '-',
    '. ',
    '“',
    '_ ',
    '# ',
    'By Aa Bb\n',
    '(Reporting by A)\n\n',
    'a-',
    "a'",
  ]
    .concat([
      '\t',
      'e\u0301\u0301',
      'a\u200c',
      '/',
      '[',
      '1',
      '*',
      'ENDS\n',
      '港',
      '電',
      'LONDON (AP) - A\n',
      '&#3;',
      '^a<\n',
    ])
    .map((piece) => [JSON.stringify(piece), piece] as const),
)('%s over and over takes no longer than other text', async (_, piece) => {
  const text = `x${piece.repeat(Math.ceil(200_000 / piece.length))}y`
  // Under a second; whatever grows with the square of the length takes minutes.
  expect(await cpuMsUntil(() => draftOf('odd.txt', text))).toBeLessThan(5000)
})
