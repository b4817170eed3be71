import { describe, expect, test } from 'vitest'
import { notesOf, readCollection } from '../collections.ts'
import { hasSamples, sample } from './sample.ts'

type Book = {
  title: string
  byline: string | null
  addedAt: string
  quotes: number
  bodies: number
  pages: number[]
}

async function booksIn(name: string): Promise<{ books: Book[]; skipped: string[] }> {
  const { importer, listing, entries } = await readCollection(await sample(`kindle/${name}`))
  expect(importer).toBe('kindle')
  const books = entries.map((entry) => ({
    title: entry.draft.facts.title.slice(0, 20),
    byline: entry.draft.facts.byline,
    addedAt: entry.addedAt ?? '',
    quotes: notesOf(entry).filter(([quote]) => quote !== null).length,
    bodies: notesOf(entry).filter(([, body]) => body !== '').length,
    pages: entry.draft.content.blocks.flatMap(({ page }) => (page === undefined ? [] : [page])),
  }))
  return { books, skipped: listing.skipped.map(({ reason }) => reason) }
}

describe.skipIf(!hasSamples)('samples of Kindle clippings', () => {
  test('in both English orders of the date, with a bookmark and a note by itself', async () => {
    expect(await booksIn('clippings_sample.txt')).toEqual({
      books: [
        {
          title: 'The_Power_of_Now',
          byline: 'Eckhart Tolle',
          addedAt: '2025-04-15T22:16:21.000Z',
          quotes: 1,
          bodies: 1,
          pages: [8],
        },
        {
          title: 'Harry_Potter_und_die',
          byline: null,
          addedAt: '2025-04-21T20:55:24.000Z',
          quotes: 2,
          bodies: 0,
          pages: [207, 207],
        },
        {
          title: 'The Selfish Gene: 30',
          byline: 'Richard Dawkins',
          addedAt: '2016-03-26T14:59:39.000Z',
          quotes: 1,
          bodies: 0,
          pages: [92],
        },
        {
          title: 'Fahrenheit 451',
          byline: 'Ray Bradbury',
          addedAt: '2016-03-26T15:46:21.000Z',
          quotes: 1,
          bodies: 0,
          pages: [],
        },
      ],
      skipped: ['nothing'],
    })
  })

  test('in five languages, with a byte order mark before every title', async () => {
    expect(await booksIn('made-multilang-bom-crlf.txt')).toEqual({
      books: [
        {
          title: 'The Pragmatic Reader',
          byline: 'Mara Ellison',
          addedAt: '2016-03-26T14:59:39.000Z',
          quotes: 1,
          bodies: 1,
          pages: [92],
        },
        {
          title: 'Spuren',
          byline: 'Otto Brandt',
          addedAt: '2023-09-25T22:42:15.000Z',
          quotes: 2,
          bodies: 0,
          pages: [12],
        },
        {
          title: '小説思考',
          byline: '小川哲',
          addedAt: '2026-05-04T20:26:13.000Z',
          quotes: 1,
          bodies: 0,
          pages: [6],
        },
        {
          title: '爱的艺术',
          byline: '〔美〕弗洛姆',
          addedAt: '2019-08-31T01:26:56.000Z',
          quotes: 1,
          bodies: 1,
          pages: [2],
        },
        {
          title: 'Untitled (Parens) In',
          byline: 'Authors Many, Name Second',
          addedAt: '2025-04-21T20:55:24.000Z',
          quotes: 1,
          bodies: 0,
          pages: [207],
        },
      ],
      skipped: ['nothing', 'repeated', 'nothing'],
    })
  })

  test.each([
    ['clippings_with_notes.txt', [1, 1, 1, 1], [2, 0, 1, 0], []],
    ['edge_cases_clippings.txt', [3, 1], [0, 0], ['nothing', 'nothing']],
    ['image_highlights_clippings.txt', [2], [0], ['nothing', 'nothing']],
    ['issue_3_example.txt', [1], [1], ['repeated', 'repeated']],
    ['hadynz-dup-location-scenario.txt', [1, 1, 1], [0, 0, 0], []],
    ['hadynz-dup-same-page.txt', [3], [0], ['repeated']],
    ['hadynz-first-scenario.txt', [3, 1], [0, 2], ['repeated']],
    ['hadynz-missing-note-scenario.txt', [1], [1], []],
    ['hadynz-no-content-scenario.txt', [1], [0], ['nothing', 'nothing']],
    ['hadynz-unordered-scenario.txt', [3], [3], []],
  ])('%s: highlights of each book, notes, and what is skipped', async (name, ...counts) => {
    const [quotes, bodies, skipped] = counts
    const read = await booksIn(name)
    expect(read.books.map((book) => book.quotes)).toEqual(quotes)
    expect(read.books.map((book) => book.bodies)).toEqual(bodies)
    expect(read.skipped).toEqual(skipped)
  })

  test('several notes on one highlight are joined, and the order is that of the book', async () => {
    const { entries } = await readCollection(await sample('kindle/hadynz-unordered-scenario.txt'))
    expect(entries.flatMap(notesOf).map(([, body]) => body)).toEqual([
      'Hollow 1',
      'Few more',
      'Hollow 2\n\nHollow 3',
    ])
  })
})
