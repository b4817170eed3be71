import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../../src/importers/entry.ts'
import { collection, notesOf } from '../collections.ts'

async function one(item: Record<string, unknown>): Promise<Entry> {
  const { importer, entries } = await collection(
    'a.json',
    JSON.stringify([{ id: 'a', type: 'webpage', title: 'Tides', ...item }]),
  )
  expect(importer).toBe('csl-json')
  return entries[0]!
}

describe('an item', () => {
  test('gives title, authors, day, address, tags, abstract, notes and when it was looked at', async () => {
    const entry = await one({
      title: 'Tides & <i>times</i> of the <span class="nocase">Harbour</span>',
      author: [
        { family: 'Ellison', given: 'Mara' },
        { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
        { literal: 'Harbour Board' },
      ],
      'container-title': 'Tide Quarterly',
      volume: 5,
      issue: '6',
      page: '200-210',
      issued: { 'date-parts': [['2026', 10, '5']] },
      accessed: { 'date-parts': [[2026, 10, 6]] },
      URL: 'https://example.com/tides',
      DOI: '10.1000/1',
      language: 'en-GB',
      keyword: 'essays, slow web; harbours',
      abstract: '<p>One &amp; two.</p><p>Three.</p>',
      note: 'PMID: 1',
    })
    expect(entry.draft).toMatchObject({
      url: 'https://example.com/tides',
      facts: {
        title: 'Tides & times of the Harbour',
        byline: 'Mara Ellison, Jan van der Berg, Harbour Board',
        published: '2026-10-05',
        language: 'en-GB',
        tags: ['essays', 'slow web', 'harbours'],
      },
    })
    expect(entry.draft.content.text).toMatch(
      /^One & two\.\n\nThree\.\n\n.*Tide Quarterly, vol\. 5, no\. 6, pp\. 200-210/,
    )
    expect(entry.addedAt).toBe('2026-10-06T00:00:00.000Z')
    expect(notesOf(entry)).toEqual([[null, 'PMID: 1']])
  })

  test.each([
    [
      {
        'date-parts': [
          [2026, 10, 5],
          [2026, 10, 7],
        ],
      },
      '2026-10-05',
    ],
    [{ 'date-parts': [[2026, 10]] }, null],
    [{ 'date-parts': [[2026]] }, null],
    [{ 'date-parts': [[]], raw: '2026-10-05' }, '2026-10-05'],
    [{ raw: '5 October 2026' }, '2026-10-05'],
    [{ raw: 'ca. 2026' }, null],
    [{ literal: 'Autumn' }, null],
    ['2026-10-05', '2026-10-05'],
    [2026, null],
    [null, null],
  ])('of %j was published on %s', async (issued, published) => {
    expect((await one({ issued })).draft.facts.published).toBe(published)
  })

  test('without an address is led to by its DOI', async () => {
    expect((await one({ DOI: 'https://doi.org/10.1000/abc' })).draft.url).toBe('https://doi.org/10.1000/abc')
  })

  test('that is a book and nothing more is its citation', async () => {
    const entry = await one({
      type: 'book',
      editor: [{ family: 'Brandt', given: 'Otto' }],
      publisher: 'Board',
      ISBN: '1',
      issued: { raw: 'ca. 2019' },
    })
    expect(entry.draft.content.text).toBe('Otto Brandt: Tides. Board, ISBN 1, ca. 2019')
  })
})

test.each([
  ['one item by itself', { type: 'book', title: 'Tides', author: [] }],
  ['items by their ids', { a: { type: 'book', title: 'Tides', author: [] } }],
  ['items below a name', { items: [{ type: 'book', title: 'Tides', author: [] }] }],
])('%s is read', async (_, json) => {
  expect((await collection('a.json', JSON.stringify(json))).entries).toHaveLength(1)
})

test('what is no item is told, and so are fields without a place', async () => {
  const { listing } = await collection(
    'a.json',
    JSON.stringify([{ type: 'book', title: 'Tides', author: [], genre: 'x' }, 7, {}]),
  )
  expect(listing.skipped.map(({ reason }) => reason)).toEqual(['nothing', 'nothing'])
  expect(listing.unplaced).toEqual(['genre'])
})
