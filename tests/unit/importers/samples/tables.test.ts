import { describe, expect, test } from 'vitest'
import { notesOf, readCollection } from '../collections.ts'
import { hasSamples, sample } from './sample.ts'

async function read(path: string, importer: string) {
  const made = await readCollection(await sample(path))
  expect(made.importer).toBe(importer)
  const items = made.entries.map((entry) => ({
    ...entry.draft.facts,
    url: entry.draft.url,
    isOnlyLink: entry.draft.isOnlyLink,
    ...entry.reading,
    addedAt: entry.addedAt,
    notes: notesOf(entry),
    carried: entry.notes,
    text: entry.draft.content.text,
    blocks: entry.draft.content.blocks,
  }))
  return { ...made, items }
}

describe.skipIf(!hasSamples)('samples of Instapaper', () => {
  test('with four columns', async () => {
    const { items, listing } = await read('instapaper/instapaper-export.csv', 'instapaper')
    expect(listing).toMatchObject({ skipped: [], unplaced: [] })
    expect(items.map(({ tags, isRead, isStarred }) => [tags, isRead, isStarred])).toEqual([
      [[], false, false],
      [[], true, false],
      [[], false, true],
      [['test_tag'], false, false],
    ])
    expect(items.every(({ addedAt, isOnlyLink }) => addedAt === null && isOnlyLink)).toBe(true)
    expect(items[1]).toMatchObject({
      title: 'AMP and React+Redux: Why Not?',
      url: 'https://redditblog.com/2016/09/20/amp-and-reactredux/',
    })
  })

  test('with six columns', async () => {
    const { items, listing } = await read('instapaper/made-2026-with-tags.csv', 'instapaper')
    expect(listing).toMatchObject({ skipped: [], unplaced: [] })
    expect(items).toMatchObject([
      { title: 'Tides, and other appointments', tags: [], notes: [], addedAt: '2026-09-21T14:13:20.000Z' },
      { tags: ['reading', 'slow web'], isStarred: true, notes: [['“One line, chosen.”', '']] },
      { url: null, isOnlyLink: false, isRead: true, tags: ['coding'], text: 'Only a selection, no link' },
      { title: '日本語の題', url: 'https://example.com/%E6%97%A5%E6%9C%AC', tags: ['Custom Folder'] },
    ])
  })
})

describe.skipIf(!hasSamples)('samples of Readwise', () => {
  test('with eleven columns', async () => {
    const { items, listing } = await read('readwise/made-readwise-data.csv', 'readwise')
    expect(listing).toMatchObject({ skipped: [], unplaced: [] })
    expect(items).toMatchObject([
      {
        title: 'A Small Page About Tides',
        byline: 'Mara Ellison',
        tags: ['essays'],
        isOnlyLink: false,
        addedAt: '2026-10-05T10:15:00.000Z',
        blocks: [{ kind: 'quotation', page: 12 }, { kind: 'quotation' }],
        carried: [
          { color: 'yellow', tags: ['favorite', 'deep work'], createdAt: '2026-10-05T10:15:00.000Z' },
          { color: 'yellow', tags: [], createdAt: '2026-10-05T10:17:31.000Z' },
        ],
      },
      {
        title: 'Second Book: A Subtitle (Series #2)',
        byline: 'Ellison, Mara; Otto Brandt',
        tags: [],
        addedAt: null,
        blocks: [{ kind: 'heading', level: 1 }],
        carried: [{ color: 'blue', createdAt: null }],
      },
    ])
    expect(items.map(({ notes }) => notes)).toEqual([
      [
        [
          'The tide table on the wall was printed in 1961,\nand had never been right since.',
          'Key idea, with comma',
        ],
        ['“Water keeps no appointments it did not make itself.”', ''],
      ],
      [['She said "no" twice.', 'Heading note']],
    ])
  })

  test('with ten columns, whose highlight is the same one', async () => {
    const old = await read('readwise/made-readwise-data-old-header.csv', 'readwise')
    const now = await read('readwise/made-readwise-data.csv', 'readwise')
    expect(old.listing.items.map(({ key }) => key)).toEqual([now.listing.items[0]!.key])
    expect(old.items[0]!.carried[0]!.key).toBe(now.items[0]!.carried[0]!.key)
    expect(old.items[0]!.tags).toEqual([])
  })

  test('Reader', async () => {
    const { items, listing } = await read('readwise-reader/made-reader-library.csv', 'readwise-reader')
    expect(listing.skipped).toEqual([
      { where: 'line 4', reason: 'not-saved' },
      { where: 'line 5', reason: 'nothing' },
    ])
    expect(listing.unplaced).toEqual(['Seen'])
    expect(items).toMatchObject([
      { tags: ['essays', 'slow web'], progress: 0.42, isRead: false, addedAt: '2026-10-05T04:33:50.000Z' },
      { tags: ["writer's block", 'c++'], progress: 1, isRead: true, addedAt: '2026-10-06T04:33:50.123Z' },
    ])
  })
})

test.skipIf(!hasSamples)('sample of Raindrop.io', async () => {
  const { items, listing } = await read('raindrop/made-raindrop-export.csv', 'raindrop')
  expect(listing).toMatchObject({ skipped: [], unplaced: ['cover'] })
  expect(listing.items.map(({ key }) => key)).toEqual(['900001', '900002'])
  expect(items).toMatchObject([
    {
      title: 'Saved, "quoted" title',
      url: 'https://example.com/article?utm_source=x&keep=1#part',
      tags: ['Research', 'Tides', 'reading', 'slow web'],
      isStarred: true,
      addedAt: '2026-10-05T03:04:05.123Z',
      notes: [
        [null, 'First note line\nSecond note line'],
        ['Water keeps no appointments.', 'why this one?'],
        ['Add ten more in spring.', ''],
      ],
    },
    { title: 'Plain', tags: [], isStarred: false, notes: [], addedAt: '2026-10-06T00:00:00.000Z' },
  ])
})

test.skipIf(!hasSamples)('sample of Matter', async () => {
  const { items, listing } = await read('matter/made-_matter_history.csv', 'matter')
  expect(listing.skipped).toEqual([{ where: 'line 3', reason: 'nothing' }])
  expect(listing.unplaced).toEqual(['Word Count', 'Highlight Count'])
  expect(items).toMatchObject([
    { byline: 'Mara Ellison', tags: [], isRead: true, isStarred: false, addedAt: '2026-04-16T12:35:16.000Z' },
    { byline: 'Otto Brandt', tags: ['essays', 'slow web'], isRead: false, isStarred: true },
  ])
})
