import { expect, test } from 'vitest'
import { collection, notesOf } from '../collections.ts'

const entry = {
  is_archived: 1,
  is_starred: '0',
  tags: ['sea', 'slow web'],
  id: '23',
  title: 'Tides',
  url: 'https://example.com/tides',
  content: '<p>Water keeps no hours.</p>',
  created_at: '2016-09-08T11:55:58+0200',
  updated_at: '2016-09-08T11:57:16+0200',
  published_at: '2016-09-07T00:00:00+0200',
  published_by: ['Mara Ellison', 'Jo Reed'],
  annotations: [
    {
      id: 1,
      text: 'why?',
      quote: 'no hours',
      created_at: '2016-09-09T11:55:58+0200',
      ranges: [{ start: '/p[1]' }],
    },
  ],
  mimetype: 'text/html',
  language: 'fr_FR',
}

test('an entry of version 2 gives its text, tags, states, dates, byline and annotations', async () => {
  const { importer, listing, entries } = await collection('wallabag.json', JSON.stringify([entry]))
  expect(importer).toBe('wallabag')
  expect(listing.items).toMatchObject([{ key: 'https://example.com/tides', notes: 1, hasText: true }])
  expect(listing.unplaced).toEqual(['updated_at', 'ranges', 'mimetype'])
  expect(entries[0]).toMatchObject({
    draft: {
      facts: {
        byline: 'Mara Ellison, Jo Reed',
        published: '2016-09-07',
        language: 'fr-FR',
        tags: ['sea', 'slow web'],
      },
      content: { text: 'Water keeps no hours.' },
      isOnlyLink: false,
    },
    reading: { isRead: true, isStarred: false },
    addedAt: '2016-09-08T09:55:58.000Z',
  })
  expect(notesOf(entries[0]!)).toEqual([['no hours', 'why?']])
  expect(entries[0]!.notes[0]!.createdAt).toBe('2016-09-09T09:55:58.000Z')
})

test('an entry of version 1, which has each field twice, is read by the names', async () => {
  const old = { 0: '1', 1: 'Tides', id: '1', title: 'Tides', url: 'https://example.com/tides', is_read: '1', is_fav: '1', content: '<p>Water.</p>', tags: 'sea,wind' } // prettier-ignore
  const { importer, listing, entries } = await collection('w.json', JSON.stringify([old]))
  expect(importer).toBe('wallabag')
  expect(listing.unplaced).toEqual([])
  expect(entries[0]).toMatchObject({
    draft: { facts: { tags: ['sea', 'wind'] }, content: { text: 'Water.' } },
    reading: { isRead: true, isStarred: true },
  })
})

test('what wallabag writes where it got no text is no text', async () => {
  const content =
    "wallabag can't retrieve contents for this article. Please <a href='https://example.com'>ask</a>."
  const { entries } = await collection(
    'w.json',
    JSON.stringify([{ ...entry, title: 'No title found', content }]),
  )
  expect(entries[0]!.draft.isOnlyLink).toBe(true)
  expect(entries[0]!.draft.content.text).toBe('https://example.com/tides\n\nno hours')
  expect(entries[0]!.draft.facts.title).toBe('https://example.com/tides no hours')
})

test('what its API answers is read, too', async () => {
  const answer = {
    page: 1,
    total: 1,
    _embedded: { items: [{ ...entry, tags: [{ id: 1, label: 'sea', slug: 'sea' }] }] },
  }
  const { importer, entries } = await collection('entries.json', JSON.stringify(answer))
  expect(importer).toBe('wallabag')
  expect(entries[0]!.draft.facts.tags).toEqual(['sea'])
})
