import { expect, test } from 'vitest'
import { readCopy } from '../../../src/wire/story.ts'

test('copy of the 1980s: capitals, indents, wraps, and a dateline before a wrapped line', () => {
  const story = readCopy(
    [
      'HARBOUR STOCKS SEEN FALLING BY YEAR END',
      '    By Jeremy Marsh, Reuters',
      '    CHICAGO, March 2 - Harbour stocks will fall by the end of the year, the board said',
      'in its monthly report on the state of the harbours of the',
      'northern coast.',
      '    It said stocks were lower than a year ago, when they stood',
      'at forty-one tonnes.',
      ' REUTER',
      '&#3;',
    ].join('\n'),
  )
  expect(story).toMatchObject({
    headline: 'HARBOUR STOCKS SEEN FALLING BY YEAR END',
    byline: 'Jeremy Marsh, Reuters',
    agency: 'Reuters',
    signoff: 'REUTER',
    day: { year: null, month: 3, day: 2 },
    body: [
      'CHICAGO, March 2 - Harbour stocks will fall by the end of the year, the board said in its monthly report on ' +
        'the state of the harbours of the northern coast.',
      'It said stocks were lower than a year ago, when they stood at forty-one tonnes.',
    ],
  })
})

test('a table of results stays line by line', () => {
  const lines = [
    'TIDES INC 4TH QTR NET',
    '    NEW YORK, April 1 -',
    '    Shr 34 cts vs 1.19 dlrs',
    '    Net 807,000 vs 2,858,000',
    ' Reuter',
  ]
  expect(readCopy(lines.join('\n'))).toMatchObject({
    headline: 'TIDES INC 4TH QTR NET',
    body: ['NEW YORK, April 1 -', 'Shr 34 cts vs 1.19 dlrs', 'Net 807,000 vs 2,858,000'],
    signoff: 'Reuter',
  })
})

test('points above the dateline stay in the text', () => {
  const story = readCopy(
    'Tides\n\n* Board votes 4-3\n\nBy Mara Ellison\n\nLONDON, Oct 5 (Reuters) - The board met.',
  )
  expect(story).toMatchObject({ headline: 'Tides', byline: 'Mara Ellison', datelineAt: 1 })
  expect(story.body).toEqual(['* Board votes 4-3', 'LONDON, Oct 5 (Reuters) - The board met.'])
})

test('a headline in capitals over two lines is one headline', () => {
  const story = readCopy(
    'HARBOUR BOARD SEES TIDES STEADY AS WIND\nFALLS ALONG THE COAST\n    By Mara Ellison, Reuters\n' +
      '    WHITBY, March 3 - The board said the tides would hold.\n    "No change," it said.\n REUTER\n',
  )
  expect(story.headline).toBe('HARBOUR BOARD SEES TIDES STEADY AS WIND FALLS ALONG THE COAST')
  expect(story.byline).toBe('Mara Ellison, Reuters')
})

test('an address in brackets after the crew is not the crew’s', () => {
  const story = readCopy(
    'Tides hold\n\nWHITBY, March 3 (Reuters) - The board said the tides would hold.\n\n' +
      '(Reporting by Mara Ellison; Editing by Sam Vane)\n((mara@example.com; +44 1632 960000))\n',
  )
  expect(story.credit).toBe('Reporting by Mara Ellison; Editing by Sam Vane')
})
