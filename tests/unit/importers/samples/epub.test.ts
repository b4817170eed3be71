import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../../src/importers/entry.ts'
import { epub } from '../../../../src/importers/epub/epub.ts'
import type { Listing } from '../../../../src/importers/importer.ts'
import { hasSamples, now, recognised, sample } from './sample.ts'

async function read(name: string): Promise<Listing & { entries: Entry[] }> {
  const file = await sample(`epub/${name}`)
  expect(recognised(file)).toBe('epub')
  const listing = await epub.list(file)
  if (!listing.ok) throw new Error(listing.error.code)
  const entries = await Promise.all(
    listing.value.items.map(async ({ record }) => {
      const entry = await epub.read(record, now)
      if (!entry.ok) throw new Error(entry.error.code)
      return entry.value
    }),
  )
  return { ...listing.value, entries }
}

describe.skipIf(!hasSamples)('the books of the IDPF', () => {
  it('in one file: seven parts by its table of contents, with author, date, language and footnotes', async () => {
    const { items, entries, skipped, unplaced } = await read('wasteland.epub')
    expect(items).toHaveLength(7)
    expect(new Set(items.map((item) => item.key)).size).toBe(7)
    expect(items.every((item) => item.key.startsWith('code.google.com.epub-samples.wasteland-basic#'))).toBe(
      true,
    )
    expect(skipped).toEqual([])
    expect(unplaced).toEqual(['rights'])
    for (const [i, { draft }] of entries.entries()) {
      expect(draft.facts).toMatchObject({ byline: 'T.S. Eliot', published: '2011-09-01', language: 'en-US' })
      expect(draft.part).toEqual({ of: 'The Waste Land', number: i + 1, total: 7 })
    }
    expect(entries.map(({ draft }) => draft.facts.title.split(' ')[0])).toEqual([
      'The',
      'I.',
      'II.',
      'III.',
      'IV.',
      'V.',
      'NOTES',
    ])
    const marks = entries.flatMap(({ draft }) =>
      draft.content.marks.filter((mark) => mark.kind === 'footnoteReference'),
    )
    const notes = entries.flatMap(({ draft }) =>
      draft.content.blocks.filter((block) => block.kind === 'footnote'),
    )
    expect(marks).toHaveLength(50)
    expect(notes).not.toHaveLength(0)
  })

  it('in Arabic: one chapter from right to left, its two authors without the translator, its pages of pictures left out', async () => {
    const { items, entries, skipped, unplaced } = await read('regime-anticancer-arabic.epub')
    expect(items.map((item) => item.key)).toEqual([
      'code.google.com.epub-samples.regime-anticancer-arabic#EPUB/Content/C_content.xhtml',
    ])
    expect(skipped.map(({ reason }) => reason)).toEqual(['nothing', 'nothing'])
    expect(unplaced).toEqual(['publisher', 'rights', 'contributor'])
    const { draft } = entries[0]!
    expect(draft).toMatchObject({ direction: 'rtl', part: { number: 1, total: 1 } })
    expect(draft.facts).toMatchObject({
      byline: 'Pr David Khayat, Nathalie Hutter-Lardeau',
      language: 'ar',
      published: null,
    })
    expect(draft.content.blocks.filter((block) => block.kind === 'paragraph').length).toBeGreaterThan(100)
    expect(draft.content.blocks.some((block) => block.kind === 'heading')).toBe(true)
  })
})
