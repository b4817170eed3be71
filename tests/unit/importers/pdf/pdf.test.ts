import { describe, expect, it } from 'vitest'
import { characterMap } from '../../../../src/importers/pdf/character-maps.ts'
import { pdfTime } from '../../../../src/importers/pdf/pdf-time.ts'
import { entryOf, lines, madePdf, readPdf } from './made-pdf.ts'

const words = lines(['The harbour of Lund was empty when the first boats came in.'], [60, 700])

describe('what a PDF says of itself', () => {
  it('is its title, its author as a guess, and its language', async () => {
    const { draft } = await entryOf(
      madePdf(
        [{ words }],
        '/Title (The Empty Harbour) /Author (Mara Ellison) /CreationDate (D:20260105083000Z)',
      ),
    )
    expect(draft.facts).toMatchObject({
      title: 'The Empty Harbour',
      byline: 'Mara Ellison',
      language: 'en-GB',
      published: null,
    })
    expect(draft.bylineIsGuessed).toBe(true)
  })

  it('is not believed where a program filled it in: then the largest words of the first page are the title', async () => {
    const heading = { text: 'Of Boats', x: 60, y: 740, size: 20 }
    const { draft } = await entryOf(
      madePdf([{ words: [heading, ...words] }], '/Title (Microsoft Word - draft3.docx) /Author (user)'),
    )
    expect(draft.facts).toMatchObject({ title: 'Of Boats', byline: null })
    expect(draft.bylineIsGuessed).toBe(false)
  })
})

describe('a PDF that is no text', () => {
  it('says that its pages were scanned', async () => {
    expect(await readPdf(madePdf([{ words: [] }, { words: [] }]))).toEqual({
      ok: false,
      error: { code: 'pages-scanned', name: 'made.pdf', pages: 2 },
    })
  })

  it('is read where some pages have text, and says which have none', async () => {
    const { draft } = await entryOf(madePdf([{ words }, { words: [] }, { words: [] }]))
    expect(draft.content.furniture).toEqual([
      { part: 'note', position: 'after', text: 'Pages 2–3 are pictures without text.' },
    ])
  })

  it('says that it is locked where it wants a password', async () => {
    const lock = `/Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}>`
    const bytes = madePdf([{ words }], '', `/Encrypt << ${lock} >> /ID [<00> <00>]`)
    expect(await readPdf(bytes)).toEqual({ ok: false, error: { code: 'file-locked', name: 'made.pdf' } })
  })

  it.each([
    ['is cut', madePdf([{ words }]).slice(0, 60)],
    ['has nothing behind its header', new TextEncoder().encode('%PDF-1.7\n')],
    ['is noise', Uint8Array.from({ length: 2000 }, (_, i) => (i * 7919) % 256)],
  ])('says that it is broken where it %s', async (_, bytes) => {
    expect(await readPdf(bytes)).toMatchObject({ ok: false, error: { code: 'format-broken', format: 'PDF' } })
  })
})

describe('what a PDF is read with', () => {
  it('has the maps for old Chinese, Japanese and Korean encodings', () => {
    expect(characterMap('90ms-RKSJ-H.bcmap').length).toBeGreaterThan(100)
    expect(() => characterMap('../secret')).toThrow('no map')
  })

  it('reads the times of PDF', () => {
    expect(pdfTime("D:20151230152231+01'00'")).toBe('2015-12-30T14:22:31.000Z')
    expect(pdfTime('D:20151230152231-0330')).toBe('2015-12-30T18:52:31.000Z')
    expect(pdfTime('D:20151230')).toBe('2015-12-30T00:00:00.000Z')
    expect(pdfTime('D:20159930')).toBeNull()
    expect(pdfTime('yesterday')).toBeNull()
  })
})
