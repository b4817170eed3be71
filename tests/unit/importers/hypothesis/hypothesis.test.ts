import { describe, expect, test } from 'vitest'
import { collection, notesOf } from '../collections.ts'
import { candidate, recognised } from '../samples/sample.ts'

const uri = 'https://example.com/harbour'

type Row = Record<string, unknown> & { id: string }

function row({ id, quote, ...rest }: Row & { quote?: string }, position = 0): Row {
  const quoted = { type: 'TextQuoteSelector', exact: quote, prefix: 'before ', suffix: ' after' }
  const selector =
    quote === undefined
      ? {}
      : { selector: [{ type: 'TextPositionSelector', start: position, end: 9 }, quoted] }
  return {
    id,
    created: '2026-10-05T10:15:00.613388+00:00',
    user: 'acct:mara@hypothes.is',
    uri,
    text: '',
    tags: [],
    group: '__world__',
    target: [{ source: uri, ...selector }],
    document: { title: ['The harbour'] },
    ...rest,
  }
}

function search(...rows: Row[]): string {
  return JSON.stringify({ total: rows.length, rows })
}

function clientExport(...annotations: Row[]): string {
  const head = {
    export_date: '2026-10-06T00:00:00.000Z',
    export_userid: 'acct:mara@hypothes.is',
    client_version: '1.1',
  }
  return JSON.stringify({ ...head, annotations })
}

describe('annotations', () => {
  test('of one page are notes of one article, in the order of the page, those on the whole at last', async () => {
    const rows = search(
      row({ id: 'c', text: 'On the whole.' }),
      row({ id: 'a', quote: 'late words' }, 90),
      row({ id: 'b', quote: 'early words', text: 'Why?', tags: ['tides', 'slow web'] }, 10),
    )
    const { importer, listing, entries } = await collection('search.json', rows)
    expect(importer).toBe('hypothesis')
    expect(listing.items).toMatchObject([
      { key: uri, title: 'The harbour', url: uri, notes: 3, hasText: false },
    ])
    expect(entries.map(notesOf)).toEqual([
      [
        ['early words', 'Why?'],
        ['late words', ''],
        [null, 'On the whole.'],
      ],
    ])
    expect(entries[0]).toMatchObject({
      draft: { url: uri, isOnlyLink: true, facts: { title: 'The harbour' } },
      addedAt: '2026-10-05T10:15:00.613Z',
    })
    expect(entries[0]?.notes[0]).toMatchObject({
      key: 'b',
      tags: ['tides', 'slow web'],
      createdAt: '2026-10-05T10:15:00.613Z',
    })
  })

  test('of several pages are several articles, that of a file without an address on the web too', async () => {
    const { entries } = await collection(
      'x.json',
      clientExport(
        row({ id: 'a', text: 'One.' }),
        row({ id: 'b', uri: 'urn:x-pdf:1234', document: { title: 'A paper' }, quote: 'some words' }),
      ),
    )
    expect(entries.map(({ draft }) => [draft.facts.title, draft.url])).toEqual([
      ['The harbour', uri],
      ['A paper', null],
    ])
  })

  test.each([
    ['a list without anything around it', JSON.stringify([row({ id: 'a', text: 'One.' })])],
    ['an annotation by itself', JSON.stringify(row({ id: 'a', text: 'One.' }))],
    ['a list called annotations', JSON.stringify({ annotations: [row({ id: 'a', text: 'One.' })] })],
  ])('are read from %s', async (_, json) => {
    const { entries } = await collection('x.json', json)
    expect(entries.flatMap(notesOf)).toEqual([[null, 'One.']])
  })

  test('without an address are told, and the rest is read', async () => {
    const { listing } = await collection(
      'x.json',
      search(row({ id: 'a', text: 'One.' }), { id: 'b', text: 'Nowhere.' }),
    )
    expect(listing.skipped).toEqual([{ where: 'annotation 2', reason: 'damaged' }])
    expect(listing.items).toHaveLength(1)
  })

  test('have the same keys whenever they come', async () => {
    const first = await collection('a.json', search(row({ id: 'a', text: 'One.' })))
    const again = await collection(
      'b.json',
      clientExport(row({ id: 'z', text: 'New.' }), row({ id: 'a', text: 'One.' })),
    )
    expect(again.listing.items.map(({ key }) => key)).toEqual(first.listing.items.map(({ key }) => key))
    expect(again.entries[0]?.notes.map(({ key }) => key).toSorted()).toEqual(['a', 'z'])
  })
})

describe('answers', () => {
  test('stand below what they answer, with who wrote them, and so do answers to them', async () => {
    const rows = search(
      row({
        id: 'c',
        text: 'It is.',
        references: ['a', 'b'],
        user: 'acct:mara@hypothes.is',
        created: '2026-10-07T00:00:00Z',
      }),
      row({
        id: 'b',
        text: 'Is it?',
        references: ['a'],
        user_info: { display_name: 'Otto Brandt' },
        created: '2026-10-06T00:00:00Z',
      }),
      row({ id: 'a', quote: 'the words', text: 'Look.' }),
    )
    const { entries } = await collection('x.json', rows)
    expect(entries.flatMap(notesOf)).toEqual([
      ['the words', 'Look.\n\n— mara\n\n**Otto Brandt:** Is it?\n\n**mara:** It is.'],
    ])
  })

  test('to what is not there stand by themselves; in a circle, too', async () => {
    const { entries } = await collection(
      'x.json',
      search(
        row({ id: 'a', text: 'A.', references: ['gone'] }),
        row({ id: 'b', text: 'B.', references: ['c'] }),
        row({ id: 'c', text: 'C.', references: ['b'] }),
      ),
    )
    expect(entries.flatMap(notesOf).map(([, body]) => body)).toEqual(['A.', 'B.', 'C.'])
  })
})

test('what others wrote has their names, what the owner of the export wrote has none', async () => {
  const { entries } = await collection(
    'x.json',
    clientExport(
      row({ id: 'a', text: 'Mine.' }),
      row({ id: 'b', text: 'His.', user: 'acct:otto@hypothes.is' }),
    ),
  )
  expect(entries.flatMap(notesOf)).toEqual([
    [null, 'Mine.'],
    [null, 'His.\n\n— otto'],
  ])
})

describe('the table', () => {
  const header = 'Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags'

  test('is read by the names of its columns', async () => {
    const { importer, entries, listing } = await collection(
      'hypothesis.csv',
      `\ufeff${header}\r\n` +
        `2026-10-05 10:15,mara,,${uri},Public,Annotation,"The ""table""\nof 1961",Why?,"tides,slow web"\r\n` +
        `2026-10-05 10:20,mara,3,${uri},Public,Highlight,Other words,,\r\n` +
        `2026-10-05 10:25,mara,,${uri},Public,Page note,About the harbour,On the whole.,\r\n` +
        `,,,,,,,,\r\n`,
    )
    expect(importer).toBe('hypothesis')
    expect(entries.flatMap(notesOf)).toEqual([
      ['The "table"\nof 1961', 'Why?'],
      ['Other words', ''],
      [null, 'On the whole.'],
    ])
    expect(entries[0]?.notes.map(({ tags }) => tags)).toEqual([['tides', 'slow web'], [], []])
    expect(entries[0]?.draft.facts.title).toBe(uri)
    expect(listing.unplaced).toEqual(['Group', 'Page'])
  })

  test('has the same keys when it comes again', async () => {
    const line = `2026-10-05 10:15,mara,,${uri},Public,Annotation,Words,Why?,`
    const keys = async (text: string): Promise<string[]> =>
      (await collection('x.csv', text)).entries.flatMap(({ notes }) => notes.map(({ key }) => key))
    expect(await keys(`${header}\n${line}\n${line.replace('Words', 'More')}\n`)).toEqual(
      expect.arrayContaining(await keys(`${header}\n${line}\n`)),
    )
  })
})

test.each([
  ['a page of JSON', '{"title": "Tides", "text": "No annotation."}'],
  ['another table', 'Title,URL,Comment\nTides,https://example.com,Why?\n'],
])('%s is none of it', async (_, text) => {
  expect(recognised(await candidate('a.json', new TextEncoder().encode(text)))).not.toBe('hypothesis')
})
