import fc from 'fast-check'
import papaparse from 'papaparse'
import { describe, expect, test } from 'vitest'
import { toldOf } from './told.ts'
import { bytesOf, instant, instantSign, writing } from './written.ts'

type Row = Record<string, string>

/** `optional` are columns that some files lack. What is in them then is missing, and nothing else. */
type Table = { importer: string; optional: string[]; rows: [Row, ...Row[]] }

const tables: Table[] = [
  {
    importer: 'pocket',
    optional: ['tags', 'status', 'title'],
    rows: [
      { title: 'Slack water, "they say"', url: 'https://example.com/1?a=1,2', time_added: instantSign, tags: 'sea|slow web', status: 'archive' },
      { title: 'Zwei;drei', url: 'https://example.com/2', time_added: instantSign, tags: '', status: 'unread' },
    ],
  },
  {
    importer: 'instapaper',
    optional: ['Tags', 'Timestamp'],
    rows: [
      { URL: 'https://example.com/1', Title: 'One', Selection: 'Two lines,\nmarked', Folder: 'Starred', Timestamp: instantSign, Tags: '["sea", "slow web"]' },
      { URL: 'https://example.com/2', Title: 'Two', Selection: '', Folder: 'Archive', Timestamp: instantSign, Tags: '[]' },
      { URL: 'https://example.com/3', Title: 'Three', Selection: '', Folder: 'Harbours', Timestamp: instantSign, Tags: '' },
      { URL: '', Title: 'Kept text', Selection: 'Words without a page.', Folder: 'Unread', Timestamp: instantSign, Tags: '' },
    ],
  },
  {
    importer: 'readwise',
    optional: ['Amazon Book ID', 'Color', 'Document tags', 'Location Type', 'Tags'],
    rows: [
      { Highlight: 'The tide,\nas printed', 'Book Title': 'Tides: a book', 'Book Author': 'Mara Ellison', 'Amazon Book ID': 'B00', Note: 'mine', Color: 'blue', Tags: 'sea, slow', 'Location Type': 'page', Location: '3', 'Highlighted at': instantSign, 'Document tags': 'essays' },
      { Highlight: 'Later', 'Book Title': 'Tides: a book', 'Book Author': 'Mara Ellison', 'Amazon Book ID': 'B00', Note: '.h1', Color: '', Tags: '', 'Location Type': 'page', Location: '9', 'Highlighted at': instantSign, 'Document tags': 'essays' },
    ],
  },
  {
    importer: 'readwise-reader',
    optional: ['Seen', 'ID', 'Document tags'],
    rows: [
      { Title: 'One', URL: 'https://example.com/1', ID: '01a', 'Document tags': `['slow web', "writer's"]`, 'Saved date': instantSign, 'Reading progress': '0.5', Location: 'archive', Seen: 'True' },
      { Title: 'Two', URL: 'https://example.com/2', ID: '01b', 'Document tags': '[]', 'Saved date': instantSign, 'Reading progress': '1', Location: 'later', Seen: 'False' },
    ],
  },
  {
    importer: 'matter',
    optional: ['Author', 'Tags', 'Word Count', 'Highlight Count', 'Favorited'],
    rows: [
      { Title: 'One', Author: 'Mara Ellison', Publisher: 'Example Press', URL: 'https://example.com/1', Tags: 'sea;slow web', 'Word Count': '120', 'In Queue': 'True', Favorited: 'True', Read: 'False', 'Highlight Count': '2', 'Last Interaction Date': instantSign, 'File Id': 'content_1.html' },
      { Title: 'Two', Author: '', Publisher: '=?utf-8?q?Quay=E2=80=99s_Post?=', URL: 'https://example.com/2', Tags: '', 'Word Count': '', 'In Queue': 'False', Favorited: 'False', Read: 'True', 'Highlight Count': '0', 'Last Interaction Date': instantSign, 'File Id': '' },
    ],
  },
  {
    importer: 'raindrop',
    optional: ['id', 'cover', 'favorite', 'excerpt', 'tags'],
    rows: [
      { id: '9', title: 'One, "quoted"', note: 'First line\nSecond line', excerpt: 'What it is', url: 'https://example.com/1', folder: 'Research / Tides', tags: 'sea, slow web', created: instantSign, cover: 'https://example.com/c.jpg', highlights: 'Highlight:No hours.\nNote:why?\n\nHighlight:More.', favorite: 'true' },
      { id: '10', title: 'Two', note: '', excerpt: '', url: 'https://example.com/2', folder: 'Unsorted', tags: '', created: instantSign, cover: '', highlights: '', favorite: 'false' },
    ],
  },
  {
    importer: 'hypothesis',
    optional: ['Group', 'Tags'],
    rows: [
      { 'Created at': instantSign, Author: 'mara', Page: 'One', URL: 'https://example.com/1', Group: 'Public', Type: 'Annotation', 'Quote/description': 'no hours', Comment: 'why?', Tags: 'sea, slow' },
      { 'Created at': instantSign, Author: 'mara', Page: 'One', URL: 'https://example.com/1', Group: 'Public', Type: 'Page note', 'Quote/description': 'About it', Comment: 'on all of it', Tags: '' },
    ],
  },
] // prettier-ignore

const variation = fc.record({
  separator: fc.constantFrom(',', ';', '\t'),
  quotes: fc.boolean(),
  letters: fc.constantFrom('as they are', 'small', 'capital', 'underscores'),
  padding: fc.constantFrom('', ' ', '\u00a0'),
  extra: fc.uniqueArray(fc.constantFrom('mood', 'Weather', 'x-rank'), { maxLength: 2 }),
  time: instant,
  writing,
})
type Variation = typeof variation extends fc.Arbitrary<infer T> ? T : never

function write(rows: readonly Row[], columns: readonly string[], how: Variation): Uint8Array {
  const { separator, quotes, padding, extra, time } = how
  const all = [...columns, ...extra]
  const cells = rows.map((row) =>
    all.map((column) => {
      const value = row[column] ?? 'something'
      return value === instantSign ? time : `${padding}${value}${padding}`
    }),
  )
  const header = all.map((column) => lettersOf(column, how))
  return bytesOf(
    papaparse.unparse([header, ...cells], { delimiter: separator, quotes, newline: '\n' }),
    how.writing,
  )
}

function lettersOf(column: string, { letters }: Variation): string {
  if (letters === 'small') return column.toLowerCase()
  if (letters === 'capital') return column.toUpperCase()
  return letters === 'underscores' ? column.replaceAll(' ', '_') : column
}

const usual: Variation = {
  separator: ',',
  quotes: false,
  letters: 'as they are',
  padding: '',
  extra: [],
  time: instantSign,
  writing: { encoding: 'utf-8', lineEnd: '\n', end: '' },
}

describe.each(tables)('a table of $importer', ({ importer, optional, rows }) => {
  const columns = Object.keys(rows[0])

  test('comes to the same however it is written', async () => {
    const told = await toldOf('export.csv', write(rows, columns, usual))
    expect(told).toMatchObject({ importer, skipped: [] })
    const order = fc.shuffledSubarray(columns, { minLength: columns.length })
    await fc.assert(
      fc.asyncProperty(variation, order, async (how, ordered) => {
        const varied = await toldOf('export.csv', write(rows, ordered, how))
        expect({ ...varied, unplaced: [] }).toEqual({ ...told, unplaced: [] })
        expect(
          varied.unplaced.map((name) => name.toLowerCase().replaceAll('_', ' ')).toSorted(compare),
        ).toEqual([...told.unplaced, ...how.extra].map((name) => name.toLowerCase()).toSorted(compare))
      }),
      { numRuns: 25 },
    )
  })

  test('may lack columns, which costs what was in them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(optional), async (missing) => {
        const kept = columns.filter((column) => !missing.includes(column))
        const varied = await toldOf('export.csv', write(rows, kept, usual))
        const emptied = rows.map((row) => ({
          ...row,
          ...Object.fromEntries(missing.map((name) => [name, ''])),
        }))
        const expected = await toldOf('export.csv', write(emptied, columns, usual))
        expect({ ...varied, unplaced: [] }).toEqual({ ...expected, unplaced: [] })
      }),
      { numRuns: 10 },
    )
  })

  test('has rows that are none, and the others come in', async () => {
    const told = await toldOf('export.csv', write(rows, columns, usual))
    const nothing = Object.fromEntries(
      columns.map((column) => [column, /date|at$|time|created/i.test(column) ? instantSign : '']),
    )
    const varied = await toldOf('export.csv', write([nothing, ...rows], columns, usual))
    expect(varied).toEqual({ ...told, skipped: [...told.skipped, expect.any(String)] })
  })
})

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
