import { describe, expect, test } from 'vitest'
import { imported } from '../drafts.ts'
import { notesOf, readCollection } from '../collections.ts'
import { hasSamples, sample } from './sample.ts'

async function works(path: string, importer: string): Promise<unknown[]> {
  const read = await readCollection(await sample(path))
  expect(read.importer).toBe(importer)
  expect(read.listing.skipped).toEqual([])
  return read.entries.map(({ draft, notes, addedAt }) => {
    const { title, byline, published, tags } = draft.facts
    return {
      title: title.slice(0, 24),
      byline: byline?.slice(0, 28) ?? null,
      published,
      tags,
      url: draft.url,
      notes: notes.length,
      addedAt,
    }
  })
}

const tides = {
  title: 'A small page about tides',
  byline: 'Mara Ellison',
  published: '2026-10-05',
  tags: ['essays', 'slow web'],
  url: 'https://example.com/tides',
  notes: 0,
  addedAt: null,
}

describe.skipIf(!hasSamples)('samples of Zotero and bibliographies', () => {
  test('RIS: an article with two tags and a note, and a book', async () => {
    expect(await works('zotero/made-items.ris', 'ris')).toEqual([
      { ...tides, notes: 1 },
      {
        title: 'Spuren',
        byline: 'Otto Brandt',
        published: null,
        tags: [],
        url: null,
        notes: 0,
        addedAt: null,
      },
    ])
    const { entries } = await readCollection(await sample('zotero/made-items.ris'))
    expect(entries.flatMap(notesOf)).toEqual([[null, 'Child note & entity']])
  })

  test('BibTeX: accents, braces, tags', async () => {
    expect(await works('zotero/made-items.bib', 'bibtex')).toEqual([
      { ...tides, title: 'A small page about Tides', byline: 'Mara Ellison, José Müller' },
    ])
  })

  test('CSL-JSON: a day in strings and numbers, a year in words, an abstract with markup', async () => {
    expect(await works('zotero/made-items.csl.json', 'csl-json')).toEqual([
      { ...tides, tags: [], addedAt: '2026-10-06T00:00:00.000Z' },
      {
        title: 'Spuren',
        byline: 'Brandt Kollektiv',
        published: null,
        tags: [],
        url: null,
        notes: 0,
        addedAt: null,
      },
    ])
    const { entries } = await readCollection(await sample('zotero/made-items.csl.json'))
    expect(entries[0]?.draft.content.text).toMatch(/^Tides & appointments\.\n/)
    expect(entries[1]?.draft.content.text).toContain('ca. 2019')
  })

  test.each(['article', 'book'])('BibTeX: a complete %s', async (kind) => {
    const work = {
      title: 'Lorem Ipsum',
      byline: 'Alice Adams, Bob Brody',
      published: null,
      tags: [],
      url: null,
      notes: 1,
      addedAt: null,
    }
    expect(await works(`bibliography/a-complete-${kind}.bib`, 'bibtex')).toEqual([work])
  })

  test('Bib.TXT: two entries', async () => {
    expect(await works('bibliography/multiple-entries.txt', 'bibtex')).toMatchObject([
      { title: 'Faust. Der Tragödie Erst', byline: 'J.W. Goethe', url: null },
      {
        title: 'The Chemistry Developmen',
        byline: 'Christoph Steinbeck, Yongqua',
        url: 'http://www.ncbi.nlm.nih.gov/pubmed/12653513',
      },
    ])
  })

  test('notes in Markdown: two quotations, one with a comment', async () => {
    const read = await imported(await sample('zotero/made-annotations.md'))
    const entry = read.ok ? read.value : null
    expect(entry?.draft).toMatchObject({
      importer: 'zotero-markdown',
      facts: { title: 'Annotations (Ellison, 2026)', byline: 'Ellison' },
      content: {
        blocks: [
          { kind: 'quotation', page: 3 },
          { kind: 'quotation', page: 4 },
        ],
      },
    })
    expect(entry?.addedAt).toBe('2026-10-06T09:12:04.000Z')
    expect(entry?.notes.map(({ key, body }) => [key, body])).toEqual([
      ['ANNOT123', 'Why did nobody take it down?'],
      ['ANNOT124', ''],
    ])
  })
})
