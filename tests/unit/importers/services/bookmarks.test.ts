import { describe, expect, test } from 'vitest'
import { collection } from '../collections.ts'
import { candidate, recognised } from '../samples/sample.ts'

const opening = '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n'

async function read(file: string) {
  const { importer, listing, entries } = await collection('bookmarks.html', file)
  expect(importer).toBe('bookmarks')
  return { listing, entries }
}

describe('a bookmark file', () => {
  test('of a bookmark in two folders makes one link, with the tags of both', async () => {
    const { listing, entries } = await read(`${opening}<DL><p>
      <DT><H3>Harbours</H3>
      <DL><p><DT><A HREF="https://example.com/1" TAGS="sea">One</A></DL><p>
      <DT><H3>To quote</H3>
      <DL><p><DT><A HREF="https://example.com/1" TAGS="sea,slow">One more</A></DL><p>
    </DL><p>`)
    expect(listing.skipped).toEqual([{ where: 'link 2', reason: 'repeated' }])
    const [entry, ...others] = entries
    expect(others).toEqual([])
    expect(entry?.draft.facts.title).toBe('One')
    expect(entry?.draft.facts.tags.toSorted()).toEqual(['Harbours', 'To quote', 'sea', 'slow'])
  })

  test('gives links with folders, tags, descriptions and dates', async () => {
    const { listing, entries } = await read(`${opening}<DL><p>
      <DT><A HREF="https://example.com/1" ADD_DATE="1600322788" TAGS="sea, slow web" ICON="data:image/png;base64,AA">One &amp; all</A>
      <DD>Two lines
of it.

And more.
      <DT><H3 PERSONAL_TOOLBAR_FOLDER="true">Toolbar</H3>
      <DD>The folder's own words
      <DL><p>
        <DT><H3>Harbours</H3>
        <DL><p>
          <DT><A HREF="https://example.com/2" ADD_DATE="1600322788123456" TOREAD="1">Two</A>
          <DD>&quot;Of two&quot;
        </DL><p>
        <DT><A HREF="https://example.com/3" TOREAD="0" DATA-IMPORTANT="true">Three</A>
      </DL><p>
      <DT><A HREF="javascript:void(0)">Bookmarklet</A>
      <DT><A HREF="place:type=6">Recent tags</A>
      <DT><A HREF="?abc" TAGS="note">A note to myself</A>
      <DD>Without an address.
    </DL><p>`)
    expect(listing.skipped).toEqual([
      { where: 'link 4', reason: 'not-saved' },
      { where: 'link 5', reason: 'not-saved' },
    ])
    expect(listing.unplaced).toEqual(['icon'])
    expect(
      entries.map(({ draft, reading, addedAt }) => [
        draft.facts.title,
        draft.facts.tags,
        draft.content.text,
        reading,
        addedAt,
      ]),
    ).toEqual([
      [
        'One & all',
        ['sea', 'slow web'],
        'Two lines\nof it.\n\nAnd more.\n\nhttps://example.com/1',
        {},
        '2020-09-17T06:06:28.000Z',
      ],
      [
        'Two',
        ['Harbours'],
        '"Of two"\n\nhttps://example.com/2',
        { isRead: false },
        '2020-09-17T06:06:28.123Z',
      ],
      ['Three', [], 'https://example.com/3', { isRead: true, isStarred: true }, null],
      ['A note to myself', ['note'], 'Without an address.', {}, null],
    ])
    expect(entries.map(({ draft }) => draft.isOnlyLink)).toEqual([true, true, true, false])
  })

  test('may have no doctype and no list around its folders', async () => {
    const { entries } = await read(`<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8"><TITLE>Signets</TITLE>
      <DT><H3 FOLDED>Mer</H3><DL><p><DT><A HREF="https://example.com/1">Un</A></DL><p>
      <DT><H3 FOLDED>Vent</H3><DL><p><DT><A HREF="https://example.com/2">Deux</A></DL><p>`.replace('<META', '<!DOCTYPE NETSCAPE-Bookmark-file-1><META')) // prettier-ignore
    expect(entries.map(({ draft }) => draft.facts.tags)).toEqual([['Mer'], ['Vent']])
  })

  test.each([
    '<dl><dt><a href="https://example.com/1" add_date="1600322788">One</a></dl>',
    '<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1><DL><p><DT><A HREF="https://example.com/1">One</A></DL><p>',
  ])('is known without a doctype: %j', async (file) => {
    expect((await read(file)).listing.items.map(({ title }) => title)).toEqual(['One'])
  })

  test('of 100,000 lists in each other is read as far as anything is nested', async () => {
    const { listing } = await read(
      `${opening}<DL><p><DT><A HREF="https://example.com/1">One</A>${'<DL><DT>'.repeat(100_000)}<A HREF="https://example.com/2">Two</A>`,
    )
    expect(listing.items.map(({ title }) => title)).toEqual(['One'])
  })

  test('is no web page that has a list of terms', async () => {
    const page = '<html><dl><dt><a href="https://example.com">One</a></dt></dl></html>'
    expect(recognised(await candidate('page.html', new TextEncoder().encode(page)))).not.toBe('bookmarks')
  })
})

test("Chrome's file gives links with the folders that its reader made", async () => {
  const link = {
    type: 'url',
    id: '9',
    name: 'One',
    url: 'https://example.com/1',
    date_added: '13244796388123456',
  }
  const roots = {
    bookmark_bar: { id: '1', name: 'Bookmarks bar', type: 'folder', children: [link, { id: '5', name: 'Sea', type: 'folder', children: [{ ...link, id: '8', url: 'https://example.com/2', meta_info: { x: '1' } }] }] },
    other: { id: '2', name: 'Other bookmarks', type: 'folder', children: [{ ...link, id: '7', url: 'chrome://flags' }] },
    sync_transaction_version: '3',
  } // prettier-ignore
  const { importer, listing, entries } = await collection('Bookmarks', JSON.stringify({ checksum: 'x', roots, version: 1 })) // prettier-ignore
  expect(importer).toBe('chrome-bookmarks')
  expect(listing.skipped).toEqual([{ where: 'link 3', reason: 'not-saved' }])
  expect(listing.unplaced).toEqual(['meta_info'])
  expect(entries.map(({ draft, addedAt }) => [draft.url, draft.facts.tags, addedAt])).toEqual([
    ['https://example.com/1', [], '2020-09-17T06:06:28.123Z'],
    ['https://example.com/2', ['Sea'], '2020-09-17T06:06:28.123Z'],
  ])
})

test("Firefox's backup gives links with tags, folders and descriptions", async () => {
  const annos = [{ name: 'bookmarkProperties/description', value: 'What it says', flags: 0 }]
  const backup = {
    guid: 'root________', title: '', root: 'placesRoot', type: 'text/x-moz-place-container',
    children: [
      { guid: 'toolbar_____', title: 'Toolbar', root: 'toolbarFolder', type: 'text/x-moz-place-container', children: [
        { title: 'One', uri: 'https://example.com/1', type: 'text/x-moz-place', dateAdded: 1_600_322_788_123_456, tags: 'a,b c', annos },
        { title: 'Sea', type: 'text/x-moz-place-container', children: [{ title: 'Two', uri: 'https://example.com/2', type: 'text/x-moz-place' }] },
        { title: '', type: 'text/x-moz-place-separator' },
        { title: 'Recent', uri: 'place:sort=8', type: 'text/x-moz-place' },
      ] },
    ],
  } // prettier-ignore
  const { importer, listing, entries } = await collection('bookmarks-2026.json', JSON.stringify(backup))
  expect(importer).toBe('firefox-bookmarks')
  expect(listing.skipped).toEqual([{ where: 'link 3', reason: 'not-saved' }])
  expect(entries.map(({ draft, addedAt }) => [draft.facts.tags, draft.content.text, addedAt])).toEqual([
    [['a', 'b c'], 'What it says\n\nhttps://example.com/1', '2020-09-17T06:06:28.123Z'],
    [['Sea'], 'https://example.com/2', null],
  ])
})

test("Pinboard's JSON gives what is to be read, tags and remarks", async () => {
  const bookmark = { href: 'https://example.com/1', description: 'One', extended: 'A remark', time: '2016-10-31T15:57:56Z', shared: 'yes', toread: 'yes', tags: 'sea wind' } // prettier-ignore
  const file = JSON.stringify([bookmark, { ...bookmark, href: 'https://example.com/2', toread: 'no' }])
  const { importer, listing, entries } = await collection('pinboard_export.json', file)
  expect(importer).toBe('pinboard')
  expect(listing.unplaced).toEqual(['shared'])
  expect(entries.map(({ draft, reading, addedAt }) => [draft.facts, reading.isRead, addedAt])).toMatchObject([
    [{ title: 'One', tags: ['sea', 'wind'] }, false, '2016-10-31T15:57:56.000Z'],
    [{ title: 'One' }, true, '2016-10-31T15:57:56.000Z'],
  ])
  expect(entries[0]!.draft.content.text).toBe('A remark\n\nhttps://example.com/1')
})

test("Readability's JSON gives states, and its excerpts as they are meant", async () => {
  const bookmark = { article__title: 'One', article__url: 'https://example.com/1', article__excerpt: 'It&#x2019;s &amp; more&hellip;', date_added: '2016-08-25T12:05:00', archive: true, favorite: 1 } // prettier-ignore
  const { importer, entries } = await collection(
    'readability.json',
    JSON.stringify({ bookmarks: [bookmark] }),
  )
  expect(importer).toBe('readability')
  expect(entries[0]).toMatchObject({
    draft: { content: { text: 'It’s & more…\n\nhttps://example.com/1' } },
    reading: { isRead: true, isStarred: true },
    addedAt: '2016-08-25T12:05:00.000Z',
  })
})

test('Delicious’ JSON is read as Pinboard’s', async () => {
  const bookmarks = [
    { url: 'https://example.com/1', title: 'One', description: 'About it', tags: ['sea', ''], created: '1600322788', others: 9, owner: 'mara', private: '0' },
  ] // prettier-ignore
  const { importer, entries } = await collection('delicious.json', JSON.stringify(bookmarks))
  expect(importer).toBe('pinboard')
  expect(entries).toMatchObject([
    {
      draft: {
        facts: { title: 'One', tags: ['sea'] },
        content: { text: 'About it\n\nhttps://example.com/1' },
      },
      addedAt: '2020-09-17T06:06:28.000Z',
      reading: {},
    },
  ])
})
