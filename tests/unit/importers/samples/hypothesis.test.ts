import { describe, expect, test } from 'vitest'
import { notesOf, readCollection } from '../collections.ts'
import { hasSamples, sample } from './sample.ts'

describe.skipIf(!hasSamples)('samples of Hypothesis', () => {
  test.each(['made-api-search.json', 'made-client-export.json'])(
    '%s: two quotations, a note on the page, an answer',
    async (name) => {
      const { importer, listing, entries } = await readCollection(await sample(`hypothesis/${name}`))
      expect(importer).toBe('hypothesis')
      expect(listing.items).toMatchObject([
        { key: 'https://example.com/tides', title: 'A small page about tides', notes: 3, hasText: false },
      ])
      expect(listing.skipped).toEqual([])
      expect(entries.flatMap(notesOf).map(([quote, body]) => [quote?.slice(0, 14) ?? null, body])).toEqual([
        ['The tide table', 'Why did nobody take it **down**?\n\n**sample:** A reply'],
        [null, 'Page note without selector'],
        ['a sentence tha', ''],
      ])
      expect(entries[0]?.notes.map(({ tags }) => tags)).toEqual([
        ['essays', 'slow web'],
        [],
        ['essays', 'slow web'],
      ])
      expect(entries[0]).toMatchObject({ addedAt: '2026-10-05T10:15:00.613Z', draft: { isOnlyLink: true } })
    },
  )

  test('the table: two notes, their tags and times', async () => {
    const { importer, entries } = await readCollection(await sample('hypothesis/made-client-export.csv'))
    expect(importer).toBe('hypothesis')
    expect(entries.flatMap(notesOf)).toEqual([
      ['The tide table on the wall was printed in 1961', 'Why did nobody take it **down**?'],
      ['Water keeps "no" appointments', ''],
    ])
    expect(entries[0]?.notes).toMatchObject([
      { tags: ['essays', 'slow web'], createdAt: '2026-10-05T10:15:00.000Z' },
      { tags: [], createdAt: '2026-10-05T10:20:00.000Z' },
    ])
  })
})
