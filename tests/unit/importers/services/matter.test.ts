import { expect, test } from 'vitest'
import { zipOf } from '../../main/backed-up.ts'
import { collection } from '../collections.ts'

const header =
  'Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight Count,Last Interaction Date,File Id'
const rows = [
  'One,Mara Ellison,,https://example.com/1,sea;slow web,120,True,True,False,2,2026-02-06 10:12:45,content_1.html',
  'Letter,,=?utf-8?q?Quay=E2=80=99s_Post?=,,,,False,False,True,0,2026-09-19 11:10:53,content_2.html',
  'Nothing,,,,,,False,False,False,0,2026-09-19 11:10:53,',
]

test("Matter's table gives tags, states, dates and bylines", async () => {
  const { importer, listing, entries } = await collection('_matter_history.csv', [header, ...rows].join('\n'))
  expect(importer).toBe('matter')
  expect(listing.skipped.map(({ where }) => where)).toEqual(['line 3', 'line 4'])
  expect(listing.unplaced).toEqual(['Word Count', 'Highlight Count'])
  expect(entries[0]).toMatchObject({
    draft: { facts: { byline: 'Mara Ellison', tags: ['sea', 'slow web'] }, isOnlyLink: true },
    reading: { isRead: false, isStarred: true },
    addedAt: '2026-02-06T10:12:45.000Z',
  })
})

test('its zip has the texts, also of letters without an address', async () => {
  const zip = await zipOf([
    ['matter/_matter_history.csv', [header, ...rows].join('\n')],
    ['matter/content_1.html', '<article><p>Water keeps no hours.</p></article>'],
    ['matter/content_2.html', '<p>Dear reader.</p>'],
  ])
  const { importer, listing, entries } = await collection('matter.zip', zip)
  expect(importer).toBe('matter')
  expect(listing.items.map(({ hasText }) => hasText)).toEqual([true, true])
  expect(entries.map(({ draft }) => [draft.content.text, draft.isOnlyLink, draft.facts.byline])).toEqual([
    ['Water keeps no hours.', false, 'Mara Ellison'],
    ['Dear reader.', false, 'Quay’s Post'],
  ])
  expect(entries[1]!.reading.isRead).toBe(true)
})

test('other spellings of its header are read, and those without a column for what was read', async () => {
  const file =
    'title,url,in queue,highlight_count\nOne,https://example.com/1,FALSE,3\nTwo,https://example.com/2,true,0'
  const { importer, entries } = await collection('m.csv', file)
  expect(importer).toBe('matter')
  expect(entries.map(({ reading }) => reading.isRead)).toEqual([true, false])
})
