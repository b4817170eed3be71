import { describe, expect, test } from 'vitest'
import { notesOf, readCollection } from '../collections.ts'
import { hasSamples, sample } from './sample.ts'

describe.skipIf(!hasSamples)('samples of W3C’s Web Annotation', () => {
  test.each([
    ['anno1', 'http://example.com/page1', '<http://example.org/post1>'],
    ['anno2', 'http://example.gov/patent1.pdf', '<http://example.org/analysis1.mp3>'],
    ['anno5', 'http://example.org/photo1', "j'adore !"],
    ['anno20', 'http://example.com/product1', '<http://example.net/review1>'],
    ['anno22', 'http://example.com/dataset1', '<http://example.org/page1>'],
    ['anno23', 'http://example.org/image1', '<http://example.org/video1>'],
    ['anno24', 'http://example.org/page1.html', '<http://example.org/note1>'],
    ['anno25', 'http://example.org/page1.html', '<http://example.org/note1>'],
  ])('%s is a note on a page', async (name, url, body) => {
    const { importer, listing, entries } = await readCollection(
      await sample(`webannotation/correct/${name}.json`),
    )
    expect(importer).toBe('web-annotation')
    expect(listing.skipped).toEqual([])
    expect(entries.map(({ draft }) => draft.url)).toEqual([url])
    expect(entries.flatMap(notesOf)).toEqual([[null, body]])
    expect(entries[0]?.notes[0]?.key).toBe(`http://example.org/${name}`)
  })

  test('one with a quotation, a comment and a tag', async () => {
    const { entries, listing } = await readCollection(await sample('webannotation/made-ours.jsonld'))
    expect(listing).toMatchObject({ skipped: [], unplaced: [] })
    expect(entries.flatMap(notesOf)).toEqual([
      ['The tide table on the wall was printed in 1961', 'Why did nobody take it **down**?'],
    ])
    expect(entries[0]?.notes).toMatchObject([{ tags: ['essays'], createdAt: '2026-10-05T10:15:00.000Z' }])
  })
})
