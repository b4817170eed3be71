import { describe, expect, test } from 'vitest'
import { collection, notesOf } from '../collections.ts'

describe('Instapaper', () => {
  const rows = [
    'https://example.com/1,One,,Unread,1600322788,"[]"',
    'https://example.com/2,Two,A line that was chosen.,Starred,1600322789,"[""slow web""]"',
    ',A pasted text,"First words.\n\nLast words.",Archive,1600322790,',
    'https://example.com/4,Four,,Harbours,,',
    ',,,Unread,,',
  ]

  test('gives folders as states or tags, and what was selected as a highlight', async () => {
    const file = `URL,Title,Selection,Folder,Timestamp,Tags\n${rows.join('\n')}`
    const { importer, listing, entries } = await collection('instapaper-export.csv', file)
    expect(importer).toBe('instapaper')
    expect(listing.skipped).toEqual([{ where: 'line 8', reason: 'nothing' }])
    expect(
      entries.map(({ draft, reading }) => [draft.facts.title, draft.facts.tags, reading, draft.isOnlyLink]),
    ).toEqual([
      ['One', [], { isRead: false, isStarred: false }, true],
      ['Two', ['slow web'], { isRead: false, isStarred: true }, true],
      ['A pasted text', [], { isRead: true, isStarred: false }, false],
      ['Four', ['Harbours'], { isRead: false, isStarred: false }, true],
    ])
    expect(entries.map(notesOf)).toEqual([[], [['A line that was chosen.', '']], [], []])
    expect(entries[2]!.draft.content.text).toBe('First words.\n\nLast words.')
    expect(entries[0]!.addedAt).toBe('2020-09-17T06:06:28.000Z')
  })

  test.each([
    'URL,Title,Selection,Folder\nhttps://example.com/1,One,,Archive',
    'folder,selection,title,url,timestamp\narchive,,One,https://example.com/1,',
    'Url;Title;Selection;Folder\nhttps://example.com/1;One;;ARCHIVE',
  ])('has had other headers: %j', async (file) => {
    const { importer, entries } = await collection('i.csv', file)
    expect(importer).toBe('instapaper')
    expect(entries[0]).toMatchObject({
      draft: { facts: { title: 'One', tags: [] } },
      reading: { isRead: true },
    })
  })
})

describe('Readwise', () => {
  const header =
    'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags'
  const rows = [
    'Second in the book.,Tides,Mara Ellison,B00,"my words",pink,"a, b",page,12,2026-10-05 10:15:00+00:00,essays',
    '"First in the book,\nin two lines.",Tides,Mara Ellison,B00,.sea .slow-web and more,,,page,3,2026-10-04 10:15:00+00:00,essays',
    'Part One,Tides,Mara Ellison,B00,.h2,,h2,page,1,,essays',
    'Elsewhere.,Tides,Otto Brandt,,,,,,,,',
  ]

  test('gives books made of their highlights, in the order of their places', async () => {
    const { importer, listing, entries } = await collection(
      'readwise-data.csv',
      `${header}\n${rows.join('\n')}`,
    )
    expect(importer).toBe('readwise')
    expect(listing.items.map(({ title, notes, hasText, url }) => [title, notes, hasText, url])).toEqual([
      ['Tides', 3, true, null],
      ['Tides', 1, true, null],
    ])
    expect(listing.unplaced).toEqual([])
    expect(entries[0]).toMatchObject({
      draft: { facts: { byline: 'Mara Ellison', tags: ['essays'] }, url: null, isOnlyLink: false },
      addedAt: '2026-10-04T10:15:00.000Z',
    })
    expect(entries[0]!.draft.content.text).toBe(
      'Part One\n\nFirst in the book,\nin two lines.\n\nSecond in the book.',
    )
    expect(entries[0]!.draft.content.blocks).toMatchObject([
      { kind: 'heading', level: 2, page: 1 },
      { kind: 'quotation', page: 3 },
      { kind: 'quotation', page: 12 },
    ])
  })

  test('gives notes their colours and tags, and understands the commands in them', async () => {
    const { entries } = await collection('readwise-data.csv', `${header}\n${rows.join('\n')}`)
    expect(entries[0]!.notes.map(({ quote, ...note }) => ({ start: quote?.start, ...note }))).toMatchObject([
      { start: 0, body: '', tags: [], color: 'yellow', createdAt: null },
      { start: 10, body: 'and more', tags: ['sea', 'slow-web'], color: 'yellow' },
      { start: 44, body: 'my words', tags: ['a', 'b'], color: 'red', createdAt: '2026-10-05T10:15:00.000Z' },
    ])
  })

  test('has had another header, and may be without most of its columns', async () => {
    const { importer, entries } = await collection(
      'r.csv',
      'book title;HIGHLIGHT\nTides;Water.\n;A stray line.\n',
    )
    expect(importer).toBe('readwise')
    expect(entries.map(notesOf)).toEqual([[['Water.', '']], [['A stray line.', '']]])
  })

  test('takes only words for commands', async () => {
    const { entries } = await collection('r.csv', `${header}\nSand.,Tides,,,.5 percent of it,,,,,,`)
    expect(notesOf(entries[0]!)).toEqual([['Sand.', '.5 percent of it']])
    expect(entries[0]!.notes[0]!.tags).toEqual([])
  })

  test('keeps notes on a whole book', async () => {
    const { entries } = await collection('r.csv', `${header}\n,Tides,,,Read it twice.,,,,,,`)
    expect(notesOf(entries[0]!)).toEqual([[null, 'Read it twice.']])
    expect(entries[0]!.draft.content.text).toBe('Tides')
  })
})

describe('Readwise Reader', () => {
  test('gives the library without what came by feeds', async () => {
    const file = [
      'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen',
      `One,https://example.com/1,01a,"['essays', ""writer's block""]",2026-10-05 04:33:50+00:00,0.42,new,True`,
      'Two,https://example.com/2,01b,[],2026-10-06 04:33:50+00:00,1,archive,True',
      'Fed,https://example.com/3,01c,[],2026-10-06 04:33:50+00:00,0,feed,False',
      'A file,,01d,[],2026-10-06 04:33:50+00:00,0,later,False',
    ]
    const { importer, listing, entries } = await collection('reader.csv', file.join('\n'))
    expect(importer).toBe('readwise-reader')
    expect(listing.items.map(({ key }) => key)).toEqual(['01a', '01b'])
    expect(listing.skipped).toEqual([
      { where: 'line 4', reason: 'not-saved' },
      { where: 'line 5', reason: 'nothing' },
    ])
    expect(listing.unplaced).toEqual(['Seen'])
    expect(entries).toMatchObject([
      {
        draft: { facts: { tags: ['essays', "writer's block"] } },
        reading: { isRead: false, progress: 0.42 },
      },
      { draft: { facts: { tags: [] } }, reading: { isRead: true, progress: 1 } },
    ])
    expect(entries[0]!.addedAt).toBe('2026-10-05T04:33:50.000Z')
  })

  test('is read with columns gone and renamed', async () => {
    const file = 'url,title,saved_date,location\nhttps://example.com/1,One,2026-10-05,Archive'
    const { importer, entries } = await collection('reader.csv', file)
    expect(importer).toBe('readwise-reader')
    expect(entries[0]).toMatchObject({ reading: { isRead: true }, addedAt: '2026-10-05T00:00:00.000Z' })
  })
})

describe('Raindrop.io', () => {
  test('gives folders and tags, the note, the highlights and the star', async () => {
    const file = [
      'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite',
      '7,One,"Two lines\nof a note",What it says,https://example.com/1,Research / Tides,"sea, slow web",2026-10-05T03:04:05.123Z,https://example.com/c.jpg,"Highlight:Water keeps no hours.\nNote:why?\n\nHighlight:Nor the wind,\nnor sand.",true',
      '8,Two,,,https://example.com/2,Unsorted,,1600322788,,,false',
    ]
    const { importer, listing, entries } = await collection('raindrop.csv', file.join('\n'))
    expect(importer).toBe('raindrop')
    expect(listing.items.map(({ key, notes }) => [key, notes])).toEqual([['7', 3], ['8', 0]]) // prettier-ignore
    expect(listing.unplaced).toEqual(['cover'])
    expect(entries[0]).toMatchObject({
      draft: { facts: { title: 'One', tags: ['Research', 'Tides', 'sea', 'slow web'] }, isOnlyLink: true },
      reading: { isStarred: true },
      addedAt: '2026-10-05T03:04:05.123Z',
    })
    expect(notesOf(entries[0]!)).toEqual([
      [null, 'Two lines\nof a note'],
      ['Water keeps no hours.', 'why?'],
      ['Nor the wind,\nnor sand.', ''],
    ])
    expect(entries[0]!.draft.content.text).toBe(
      'What it says\n\nhttps://example.com/1\n\nWater keeps no hours.\n\nNor the wind,\nnor sand.',
    )
    expect(entries[1]).toMatchObject({ draft: { facts: { tags: [] } }, addedAt: '2020-09-17T06:06:28.000Z' })
  })

  test('is read in the form it takes in itself', async () => {
    const file =
      'folder,url,title,note,tags,created\nSea/Old,https://example.com/1,One,A note,"a, b",1600322788'
    const { importer, entries } = await collection('r.csv', file)
    expect(importer).toBe('raindrop')
    expect(entries[0]!.draft.facts.tags).toEqual(['Sea', 'Old', 'a', 'b'])
    expect(notesOf(entries[0]!)).toEqual([[null, 'A note']])
  })
})

describe('a page that stands in a table twice', () => {
  test('has been read if it was read in one place, and keeps the tags of both', async () => {
    const rows = ['https://example.com/1,One,,Sea', 'https://example.com/1,One,,Archive', 'https://example.com/1,One,,Starred'] // prettier-ignore
    const { entries } = await collection('i.csv', `URL,Title,Selection,Folder\n${rows.join('\n')}`)
    expect(entries).toMatchObject([
      { draft: { facts: { tags: ['Sea'] } }, reading: { isRead: true, isStarred: true } },
    ])
  })
})

test('what Readwise reads itself is read, too', async () => {
  const table = 'Highlight,Title,Author,URL,Note,Location,Date\nNo hours,Tides,Mara Ellison,https://example.com/1,why?,3,2020-09-17 06:06:28' // prettier-ignore
  const { importer, entries, listing } = await collection('h.csv', table)
  expect(importer).toBe('readwise')
  expect(listing.unplaced).toEqual([])
  expect(entries).toMatchObject([
    { draft: { facts: { title: 'Tides', byline: 'Mara Ellison' } }, addedAt: '2020-09-17T06:06:28.000Z' },
  ])
})

test('Raindrop reads tables of its own without highlights and dates', async () => {
  const table = 'folder,url,title,note,tags,created\n"Apps/Web / Reading",https://example.com/1,One,Mine,"a, b",1600322788' // prettier-ignore
  const { importer, entries } = await collection('r.csv', table)
  expect(importer).toBe('raindrop')
  expect(entries).toMatchObject([{ draft: { facts: { tags: ['Apps/Web', 'Reading', 'a', 'b'] } } }])
})

test('titles that were kept as HTML are shown as they are meant', async () => {
  const { listing } = await collection('p.csv', 'url,time_added,title\nhttps://example.com/1,1,Fish &amp; chips &#8211; a &quot;story&quot;') // prettier-ignore
  expect(listing.items[0]!.title).toBe('Fish & chips – a "story"')
})
