import { describe, expect, test } from 'vitest'
import { readCollection } from '../collections.ts'
import { hasSamples, sample } from './sample.ts'

async function read(name: string) {
  const { importer, listing, entries } = await readCollection(await sample(`pocket/${name}`))
  expect(importer).toBe('pocket')
  expect(listing).toMatchObject({ skipped: [], unplaced: [] })
  expect(entries.every(({ draft, notes }) => draft.isOnlyLink && notes.length === 0)).toBe(true)
  return entries.map(({ draft, reading, addedAt }) => ({
    ...draft.facts,
    url: draft.url,
    ...reading,
    addedAt,
  }))
}

describe.skipIf(!hasSamples)('samples of Pocket', () => {
  test('a table of seven, one with line ends in its title', async () => {
    const items = await read('part_000000.csv')
    expect(items.map(({ addedAt }) => addedAt)).toEqual([
      '2020-09-17T06:06:28.000Z',
      '2020-09-15T12:25:39.000Z',
      '2020-09-11T06:39:07.000Z',
      '2020-09-24T15:31:36.000Z',
      '2020-09-11T07:23:45.000Z',
      '2020-09-11T10:14:11.000Z',
      '2020-09-12T06:04:33.000Z',
    ])
    expect(items.map(({ isRead }) => isRead)).toEqual([false, false, false, true, false, true, false])
    expect(items.map(({ tags }) => tags)).toEqual([[], [], [], [], [], [], []])
    expect(items[0]!.title).toBe('You Might Not Need jQuery')
    expect(items[6]!.title).toMatch(/^Des abeilles .* humains et les élépha$/)
    expect(new Set(items.map(({ url }) => url)).size).toBe(7)
  })

  test.each(['pocket-new.csv', 'pocket-old.csv'])('with its header of another time: %s', async (name) => {
    expect(await read(name)).toMatchObject([
      {
        title: 'Shiori',
        url: 'https://github.com/go-shiori/shiori',
        tags: ['shiori'],
        isRead: false,
        addedAt: '2018-11-04T15:05:37.000Z',
      },
    ])
  })

  test('one with commas, pipes and an address for a title', async () => {
    expect(await read('made-part_000001.csv')).toMatchObject([
      { title: 'https://example.com/no-title', tags: [], isRead: false },
      { title: 'Commas, "quotes" and a | pipe', tags: ['essays', 'long reads', 'c++'], isRead: true },
      { title: 'Über Gezeiten', tags: ['deutsch'], isRead: false, addedAt: '2024-05-20T10:13:22.000Z' },
    ])
  })

  test('the page', async () => {
    const items = await read('ril_export.html')
    expect(items.map(({ addedAt }) => addedAt)).toEqual([
      '2023-07-06T07:31:35.000Z',
      '2023-07-06T07:10:12.000Z',
    ])
    expect(items.map(({ tags }) => tags)).toEqual([['ifttt', 'new_entry_simple'], ['ifttt', 'new_entry_simple']]) // prettier-ignore
    expect(items.map(({ isRead }) => isRead)).toEqual([false, false])
    expect(items[0]!.title).toMatch(/^Tarn : .* annulé$/)
  })
})
