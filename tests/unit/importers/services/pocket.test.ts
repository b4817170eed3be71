import { describe, expect, test } from 'vitest'
import { zipOf } from '../../main/backed-up.ts'
import { pocket } from '../../../../src/importers/services/pocket.ts'
import { collection, notesOf } from '../collections.ts'
import { candidate } from '../samples/sample.ts'

const header = 'title,url,time_added,tags,status'

describe("Pocket's table", () => {
  test('gives title, address, tags, state and the day of saving', async () => {
    const rows = 'The quay,https://example.com/quay,1600322788,harbour|slow web,archive'
    const { importer, listing, entries } = await collection('part_000000.csv', `${header}\n${rows}\n`)
    expect(importer).toBe('pocket')
    expect(listing.items).toEqual([
      expect.objectContaining({
        key: 'https://example.com/quay',
        title: 'The quay',
        notes: 0,
        hasText: false,
      }),
    ])
    expect(entries[0]).toMatchObject({
      draft: {
        facts: { title: 'The quay', tags: ['harbour', 'slow web'] },
        url: 'https://example.com/quay',
        isOnlyLink: true,
      },
      reading: { isRead: true },
      addedAt: '2020-09-17T06:06:28.000Z',
    })
  })

  test.each([
    [
      'in another order, in capitals and with more columns',
      'STATUS,Tags,Time Added,URL,Title,Favorite,Extra\nunread,a|b,1600322788,https://example.com/1,One,1,x',
    ],
    ['with semicolons', 'title;url;time_added;tags;status\nOne;https://example.com/1;1600322788;a|b;unread'],
    ['without a title', 'url,time_added,tags\nhttps://example.com/1,1600322788,a|b'],
    ['with commas between tags', `${header}\nOne,https://example.com/1,1600322788,"a, b",unread`],
  ])('is read %s', async (_, text) => {
    const { importer, entries } = await collection('export.csv', text)
    expect(importer).toBe('pocket')
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({
      draft: { facts: { tags: ['a', 'b'] }, url: 'https://example.com/1' },
      reading: { isRead: false },
      addedAt: '2020-09-17T06:06:28.000Z',
    })
  })

  test('says which lines are no items of it, and why', async () => {
    const rows = ['A,https://example.com/a,1,,unread', 'B,,1,,unread', 'C,javascript:alert(1),1,,unread', 'D,ftp://example.com,1,,unread', 'A,https://EXAMPLE.com/a,1,,unread'] // prettier-ignore
    const { listing } = await collection('part_000000.csv', `${header}\n${rows.join('\n')}`)
    expect(listing.items.map(({ title }) => title)).toEqual(['A'])
    expect(listing.skipped).toEqual([
      { where: 'line 3', reason: 'nothing' },
      { where: 'line 4', reason: 'not-saved' },
      { where: 'line 5', reason: 'unsupported' },
      { where: 'line 6', reason: 'repeated' },
    ])
  })

  test('ends after 100,000 items', async () => {
    const rows = Array.from({ length: 100_002 }, (_, index) => `T,https://example.com/${index},1,,unread`)
    const listing = await pocket.list(
      await candidate('p.csv', new TextEncoder().encode(`${header}\n${rows.join('\n')}`)),
    )
    if (!listing.ok) throw new Error(listing.error.code)
    expect(listing.value.items).toHaveLength(100_000)
    expect(listing.value.skipped.map(({ reason }) => reason)).toEqual(['over-limit', 'over-limit'])
  })

  test('names the columns that nothing is done with, and keeps them', async () => {
    const { listing } = await collection('p.csv', 'url,time_added,mood,empty\nhttps://example.com/1,1,glad,')
    expect(listing.unplaced).toEqual(['mood'])
    expect(listing.items[0]!.record).toEqual({
      url: 'https://example.com/1',
      time_added: '1',
      mood: 'glad',
      empty: '',
    })
  })
})

test("Pocket's page tells what was read by its headings", async () => {
  const page = `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body>
    <h1>Unread</h1><ul><li><a href="https://example.com/1?a=1&amp;b=2" time_added="1600322788" tags="a,slow web">One &amp; all</a></li></ul>
    <h1>Read Archive</h1><ul><li><a href="https://example.com/2" time_added="1600322789" tags="">https://example.com/2</a></li></ul>`
  const { importer, listing, entries } = await collection('ril_export.html', page)
  expect(importer).toBe('pocket')
  expect(listing).toMatchObject({ skipped: [], unplaced: [] })
  expect(
    entries.map(({ draft, reading, addedAt }) => [
      draft.facts.title,
      draft.url,
      draft.facts.tags,
      reading.isRead,
      addedAt,
    ]),
  ).toEqual([
    ['One & all', 'https://example.com/1?a=1&b=2', ['a', 'slow web'], false, '2020-09-17T06:06:28.000Z'],
    ['https://example.com/2', 'https://example.com/2', [], true, '2020-09-17T06:06:29.000Z'],
  ])
})

describe("Pocket's zip", () => {
  const annotations = [
    {
      url: 'https://example.com/1',
      title: 'One',
      highlights: [
        { quote: 'Water keeps no hours.', created_at: 1_600_322_790 },
        { quote: 'Nor does the wind.', created_at: 1_600_322_800 },
      ],
    },
    { url: 'https://example.com/9', title: 'Gone from the list', highlights: [{ quote: 'Still here.' }] },
  ]
  const shelf = {
    title: 'Shore reading',
    items: [{ url: 'https://example.com/2', title: 'Two', note: 'Read aloud.' }],
  }

  test('has several tables, with the highlights and collections of what is in them', async () => {
    const zip = await zipOf([
      ['part_000001.csv', `${header}\nTwo,https://example.com/2,1600322789,,archive\n`],
      ['part_000000.csv', `${header}\nOne,https://example.com/1,1600322788,a,unread\n`],
      ['annotations/part_000000.json', JSON.stringify(annotations)],
      ['collections/shore.json', JSON.stringify(shelf)],
      ['readme.txt', 'hello'],
    ])
    const { importer, listing, entries } = await collection('pocket.zip', zip)
    expect(importer).toBe('pocket')
    expect(listing).toMatchObject({ skipped: [], unplaced: [] })
    expect(listing.items.map(({ title, notes }) => [title, notes])).toEqual([
      ['One', 2],
      ['Two', 1],
      ['Gone from the list', 1],
    ])
    expect(entries.map(notesOf)).toEqual([
      [['Water keeps no hours.', ''], ['Nor does the wind.', '']],
      [[null, 'Read aloud.']],
      [['Still here.', '']],
    ]) // prettier-ignore
    expect(entries[0]!.notes[0]!.createdAt).toBe('2020-09-17T06:06:30.000Z')
    expect(entries[1]!.draft.facts.tags).toEqual(['Shore reading'])
  })

  test('may have highlights one by one, tables by other names, and no table at all', async () => {
    const highlights = [
      { item_url: 'https://example.com/1', quote: 'Water keeps no hours.', note: 'why?', created_at: '2020-09-17T06:06:30Z' },
      { quote: 'Of no page.' },
    ] // prettier-ignore
    const one = await collection(
      'export.zip',
      await zipOf([
        ['pocket-export.csv', `${header}\nOne,https://example.com/1,1600322788,a,unread\n`],
        ['annotations/part_000000.json', JSON.stringify({ annotations: highlights })],
      ]),
    )
    expect(one.importer).toBe('pocket')
    expect(one.entries.map(notesOf)).toEqual([[['Water keeps no hours.', 'why?']]])
    expect(one.entries[0]!.notes[0]!.createdAt).toBe('2020-09-17T06:06:30.000Z')
    const none = await collection(
      'p.zip',
      await zipOf([['annotations/part_000000.json', JSON.stringify(annotations)]]),
    )
    expect(none.listing.items.map(({ title }) => title)).toEqual(['One', 'Gone from the list'])
  })

  test('keeps what a collection says of a page', async () => {
    const about = {
      title: 'Shore',
      items: [{ url: 'https://example.com/2', title: 'Two', excerpt: 'About tides' }],
    }
    const { entries, listing } = await collection(
      'pocket.zip',
      await zipOf([
        ['part_000000.csv', `${header}\n`],
        ['collections/shore.json', JSON.stringify(about)],
      ]),
    )
    expect(listing.unplaced).toEqual([])
    expect(entries[0]!.draft.content.text).toBe('About tides\n\nhttps://example.com/2')
  })

  test('gives what can be read of it where a part is damaged', async () => {
    const zip = await zipOf([
      ['part_000000.csv', `${header}\nOne,https://example.com/1,1600322788,a,unread\n`],
      ['part_000001.csv', ''],
      ['annotations/part_000000.json', '[{"url": '],
    ])
    const { listing } = await collection('pocket.zip', zip)
    expect(listing.items).toHaveLength(1)
    expect(listing.skipped).toEqual([
      { where: 'part_000001.csv', reason: 'damaged' },
      { where: 'annotations/part_000000.json', reason: 'damaged' },
    ])
  })
})
