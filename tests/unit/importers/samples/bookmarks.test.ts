import { describe, expect, test } from 'vitest'
import { readCollection } from '../collections.ts'
import { hasSamples, sample } from './sample.ts'

async function read(path: string, importer: string) {
  const made = await readCollection(await sample(path))
  expect(made.importer).toBe(importer)
  const items = made.entries.map(({ draft, reading, addedAt }) => ({
    ...draft.facts,
    ...reading,
    addedAt,
    draft,
  }))
  return { listing: made.listing, items }
}

/** How many items have any tag, and how many more than their address. */
async function counted(name: string) {
  const { listing, items } = await read(`netscape/${name}`, 'bookmarks')
  return {
    items: items.length,
    skipped: listing.skipped.map(({ reason }) => reason),
    tagged: items.filter(({ tags }) => tags.length > 0).length,
    described: items.filter(({ draft }) => draft.content.text !== draft.url).length,
    dated: items.filter(({ addedAt }) => addedAt !== null).length,
  }
}

describe.skipIf(!hasSamples)("samples of browsers' and others' bookmarks", () => {
  test.each([
    ['chromium_nested.htm', { items: 18, skipped: [], tagged: 14, described: 0, dated: 18 }],
    ['delicious.htm', { items: 5, skipped: [], tagged: 5, described: 4, dated: 5 }],
    [
      'firefox_nested.htm',
      { items: 21, skipped: ['not-saved', 'not-saved', 'not-saved'], tagged: 20, described: 8, dated: 21 },
    ],
    ['google_bookmarks_nested.htm', { items: 6, skipped: [], tagged: 0, described: 0, dated: 6 }],
    ['internet_explorer_11_nested.htm', { items: 27, skipped: [], tagged: 25, described: 0, dated: 27 }],
    ['netscape_multiline.htm', { items: 3, skipped: [], tagged: 3, described: 3, dated: 3 }],
    ['netscape_nested.htm', { items: 8, skipped: [], tagged: 8, described: 2, dated: 8 }],
    ['safari_folded.htm', { items: 3, skipped: [], tagged: 3, described: 0, dated: 0 }],
    ['scuttle.htm', { items: 4, skipped: [], tagged: 4, described: 3, dated: 4 }],
    ['shaarli-bookmarks.html', { items: 2, skipped: [], tagged: 2, described: 1, dated: 2 }],
    ['shaarli.htm', { items: 6, skipped: [], tagged: 6, described: 4, dated: 6 }],
  ])('%s', async (name, counts) => {
    expect(await counted(name)).toEqual(counts)
  })

  test('folders in folders become tags, beside the tags', async () => {
    const { items } = await read('netscape/netscape_nested.htm', 'bookmarks')
    const first = 'Folder1, the first,folder to encounter'
    expect(items.map(({ title, tags }) => [title, tags])).toEqual([
      ['Nested 1', ['tag1', 'tag2', 'multi word']],
      ['Nested 1-1', [first, 'tag1', 'tag2', 'multi word']],
      ['Nested 1-2', [first, 'tag3', 'tag4', 'leaf multi word']],
      ['Nested 2-1', ['Folder2']],
      ['Nested 2-2', ['Folder2']],
      ['Nested 3-1', ['Folder3', 'Folder3-1', 'tag3']],
      ['Nested 3-2', ['Folder3', 'Folder3-1']],
      ['Nested 2', ['tag4']],
    ])
    expect(items[3]!.draft.content.text).toMatch(/^First link of the second section\n\nhttp/)
  })

  test('dates in seconds and in microseconds', async () => {
    const google = await read('netscape/google_bookmarks_nested.htm', 'bookmarks')
    expect(google.items[0]!.addedAt).toBe('2018-01-09T16:34:57.780Z')
    const explorer = await read('netscape/internet_explorer_11_nested.htm', 'bookmarks')
    expect(explorer.items[0]).toMatchObject({ addedAt: '2016-06-18T17:37:05.000Z', tags: ['Comics'] })
  })

  test('a description keeps its lines and paragraphs', async () => {
    const { items } = await read('netscape/netscape_multiline.htm', 'bookmarks')
    expect(items[2]!.draft.content.blocks).toHaveLength(4)
    expect(items[0]!.draft.content.text.split('\n').slice(0, 4)).toEqual([
      'List:',
      '- item1',
      '- item2',
      '- item3',
    ])
  })

  test("Shaarli's note without an address is a text", async () => {
    const { items } = await read('netscape/shaarli.htm', 'bookmarks')
    expect(items[0]!.draft).toMatchObject({ url: null, isOnlyLink: false })
    expect(items[0]!.tags).toContain('kouign')
  })

  test("Chrome's file", async () => {
    const { items, listing } = await read('other/chrome-bookmarks.json', 'chrome-bookmarks')
    expect(listing).toMatchObject({ skipped: [], unplaced: [] })
    expect(items).toMatchObject([
      { tags: [], addedAt: '2016-09-20T13:15:29.335Z', draft: { isOnlyLink: true } },
    ])
  })

  test("Firefox's file", async () => {
    const { items, listing } = await read('other/firefox-bookmarks.json', 'firefox-bookmarks')
    expect(listing).toMatchObject({ skipped: [], unplaced: ['lastModified'] })
    expect(items).toMatchObject([
      { tags: ['test', 'tag'], addedAt: '2013-12-27T17:41:31.644Z' },
      { tags: [], addedAt: '2013-12-27T17:41:31.544Z' },
    ])
  })

  test('Pinboard', async () => {
    const { items, listing } = await read('other/pinboard_export.json', 'pinboard')
    expect(listing).toMatchObject({ skipped: [], unplaced: ['shared'] })
    expect(items).toMatchObject([
      {
        tags: ['infinite', 'dom', 'performance', 'scroll'],
        isRead: true,
        addedAt: '2016-10-31T15:57:56.000Z',
      },
      { tags: ['varnish', 'PHP'], isRead: true },
      { title: 'Dummy PDF file', tags: ['dummy', 'PDF', 'file'], isRead: true },
    ])
    expect(items.map(({ draft }) => draft.content.blocks.length)).toEqual([2, 2, 1])
  })

  test('Readability', async () => {
    const { items, listing } = await read('other/readability.json', 'readability')
    expect(listing).toMatchObject({ skipped: [], unplaced: [] })
    expect(items).toMatchObject([
      { isRead: false, isStarred: false, addedAt: '2016-08-25T12:05:00.000Z' },
      { isRead: false, isStarred: true, addedAt: '2016-09-08T09:55:58.000Z' },
      { isRead: false, isStarred: false },
    ])
    expect(items[0]!.draft.content.text).toContain('It’s like that polluted…')
    expect(items[1]!.title).toMatch(/^http:\/\/news/)
  })
})
