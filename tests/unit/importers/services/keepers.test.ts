import { describe, expect, test } from 'vitest'
import { zipOf } from '../../main/backed-up.ts'
import { collection, notesOf } from '../collections.ts'

describe('Karakeep', () => {
  const lists = [
    { id: 'l1', name: 'Sea', type: 'manual', parentId: null },
    { id: 'l2', name: 'Harbours', type: 'manual', parentId: 'l1' },
    { id: 'l3', name: 'Everything new', type: 'smart', query: 'age:<1d', parentId: null },
  ]
  const bookmarks = [
    {
      createdAt: 1_600_322_788,
      title: null,
      tags: ['slow web'],
      lists: ['l2', 'l3'],
      content: {
        type: 'link',
        url: 'https://example.com/1',
        title: 'One',
        htmlContent: '<p>Water keeps no hours.</p>',
      },
      note: 'Mine.',
      archived: true,
      favourited: true,
      highlights: [
        { id: 'h1', text: 'no hours', note: 'why?', color: 'blue', createdAt: '2026-10-05T03:04:05Z' },
      ],
    },
    {
      createdAt: 1_600_322_789,
      title: 'A text',
      tags: [{ name: 'x' }],
      content: { type: 'text', text: 'First & last.\n\nMore.' },
    },
    {
      createdAt: 1_600_322_790,
      title: 'A picture',
      tags: [],
      content: { type: 'asset', assetType: 'image' },
    },
    { createdAt: 1_600_322_791, title: 'Empty', tags: [], content: null, note: null },
  ]

  test('gives links and texts, with lists and tags, notes, highlights and states', async () => {
    const { importer, listing, entries } = await collection(
      'karakeep-export.json',
      JSON.stringify({ bookmarks, lists }),
    )
    expect(importer).toBe('karakeep')
    expect(listing.items.map(({ title, notes, hasText }) => [title, notes, hasText])).toEqual([
      ['One', 2, true],
      ['A text', 0, true],
    ])
    expect(listing.skipped).toEqual([
      { where: 'A picture', reason: 'unsupported' },
      { where: 'bookmark 4', reason: 'nothing' },
    ])
    expect(listing.unplaced).toEqual([])
    expect(entries[0]).toMatchObject({
      draft: {
        facts: { title: 'One', tags: ['Sea', 'Harbours', 'slow web'] },
        content: { text: 'Water keeps no hours.' },
      },
      reading: { isRead: true, isStarred: true },
      addedAt: '2020-09-17T06:06:28.000Z',
    })
    expect(notesOf(entries[0]!)).toEqual([[null, 'Mine.'], ['no hours', 'why?']]) // prettier-ignore
    expect(entries[0]!.notes[1]).toMatchObject({ color: 'blue', createdAt: '2026-10-05T03:04:05.000Z' })
    expect(entries[1]).toMatchObject({
      draft: { content: { text: 'First & last.\n\nMore.' }, url: null, isOnlyLink: false },
    })
  })

  test('was called Hoarder and had no lists then', async () => {
    const old = { bookmarks: [{ createdAt: 1_600_322_788, title: 'One', tags: [], content: { type: 'link', url: 'https://example.com/1' }, note: null }] } // prettier-ignore
    const { importer, entries } = await collection('hoarder-export.json', JSON.stringify(old))
    expect(importer).toBe('karakeep')
    expect(entries[0]!.draft).toMatchObject({ isOnlyLink: true, facts: { title: 'One' } })
  })

  test('comes in the zip of a backup, too', async () => {
    const zip = await zipOf([
      ['karakeep-backup-2026-10-05.json', JSON.stringify({ bookmarks, lists })],
      ['karakeep-backup-2026-10-06.json', '{'],
    ])
    const { importer, listing } = await collection('backup.zip', zip)
    expect(importer).toBe('karakeep')
    expect(listing.items.map(({ title }) => title)).toEqual(['One', 'A text'])
    expect(listing.skipped.at(-1)).toEqual({ where: 'karakeep-backup-2026-10-06.json', reason: 'damaged' })
  })

  test('may have lists that stand in each other in a circle', async () => {
    const circle = [{ id: 'l1', name: 'A', parentId: 'l2' }, { id: 'l2', name: 'B', parentId: 'l1' }] // prettier-ignore
    const file = JSON.stringify({ bookmarks: [{ ...bookmarks[0], lists: ['l1'] }], lists: circle })
    expect((await collection('k.json', file)).entries[0]!.draft.facts.tags).toEqual(['B', 'A', 'slow web'])
  })
})

describe('Linkwarden', () => {
  const account = {
    name: 'Mara',
    username: 'mara',
    collectionOrder: [1, 2],
    collections: [
      {
        id: 1,
        name: 'Sea',
        parentId: null,
        links: [
          {
            id: 11,
            name: 'One',
            type: 'url',
            description: 'What it is about',
            url: 'https://example.com/1',
            tags: [{ id: 5, name: 'slow web' }],
            createdAt: '2026-10-05T03:04:05.123Z',
            textContent: 'Water keeps no hours.\n\nNor the wind.',
            highlights: [{ id: 3, text: 'the wind', comment: 'why?', color: 'green', startOffset: 4 }],
          },
        ],
      },
      {
        id: 2,
        name: 'Harbours',
        parentId: 1,
        links: [
          {
            id: 12,
            name: 'Two',
            type: 'url',
            description: 'Of two',
            url: 'https://example.com/2',
            tags: [],
            createdAt: '2026-10-06T03:04:05Z',
          },
          { id: 13, name: 'A scan', type: 'pdf', url: null, tags: [] },
        ],
      },
      {
        id: 3,
        name: 'Unorganized',
        links: [{ id: 14, name: 'Three', url: 'https://example.com/3', tags: [] }],
      },
    ],
    pinnedLinks: [{ id: 12 }],
  }

  test('gives the links of all collections, which become tags', async () => {
    const { importer, listing, entries } = await collection('backup.json', JSON.stringify(account))
    expect(importer).toBe('linkwarden')
    expect(listing.skipped).toEqual([{ where: 'A scan', reason: 'unsupported' }])
    expect(listing.unplaced).toEqual(['type', 'startOffset'])
    expect(
      entries.map(({ draft, reading }) => [draft.facts.tags, reading.isStarred, draft.isOnlyLink]),
    ).toEqual([
      [['Sea', 'slow web'], false, false],
      [['Sea', 'Harbours'], true, true],
      [[], false, true],
    ])
    expect(entries[0]!.draft.content.text).toBe('Water keeps no hours.\n\nNor the wind.')
    expect(entries[0]!.addedAt).toBe('2026-10-05T03:04:05.123Z')
    expect(notesOf(entries[0]!)).toEqual([['the wind', 'why?']])
    expect(entries[1]!.draft.content.text).toBe('Of two\n\nhttps://example.com/2')
  })

  test('may give nothing but what is needed, or be an answer of its server', async () => {
    const collections = [
      { name: 'Sea', links: [{ name: 'One', url: 'https://example.com/1', tags: [{ name: 'x' }] }] },
      { name: 'Shore', links: [{ name: 'One', url: 'https://example.com/1', tags: [] }] },
    ]
    for (const document of [{ collections, pinnedLinks: [{}] }, { response: { collections } }]) {
      const { importer, listing, entries } = await collection('backup.json', JSON.stringify(document))
      expect(importer).toBe('linkwarden')
      expect(listing.skipped).toEqual([{ where: 'Shore, link 1', reason: 'repeated' }])
      expect(entries.map(({ draft, reading }) => [draft.facts.tags, reading.isStarred])).toEqual([
        [['x'], false],
      ])
    }
  })
})
