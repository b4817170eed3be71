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
    expect(draft.content.text).toBe(words[0]!.text)
    expect(draft.bylineIsGuessed).toBe(false)
  })
})

describe('a PDF that is no text', () => {
  const picture = '/Image << /Type /XObject /Subtype /Image >>'

  it('says that its pages were scanned where they are pictures', async () => {
    expect(await readPdf(madePdf([{ words: [] }, { words: [] }], picture))).toEqual({
      ok: false,
      error: { code: 'pages-scanned', name: 'made.pdf', pages: 2 },
    })
  })

  it('says that there is no text where its pages are blank or drawn', async () => {
    expect(await readPdf(madePdf([{ words: [] }]))).toEqual({
      ok: false,
      error: { code: 'text-missing', name: 'made.pdf' },
    })
  })

  it('brings what was written on pictures, as notes on the whole', async () => {
    const sticky = '/Subtype /Text /Rect [20 686 38 700] /Contents (Ask the keeper)'
    const { draft, notes } = await entryOf(
      madePdf([{ words: [], annotations: [sticky] }], '/Title (A Letter)'),
    )
    expect(draft.facts.title).toBe('A Letter')
    expect(draft.content.furniture[0]!.text).toBe('Page 1 has no text: it is blank or a picture.')
    expect(notes).toEqual([expect.objectContaining({ quote: null, body: 'Ask the keeper' })])
  })

  it('has a text where a form was filled in', async () => {
    const field = '/Subtype /Widget /FT /Tx /T (name) /V (Mara Ellison) /Rect [160 713 300 733]'
    const words = [{ text: 'Name of the keeper:', x: 60, y: 720 }]
    const { content } = (await entryOf(madePdf([{ words, annotations: [field] }]))).draft
    expect(content.text).toContain('Name of the keeper: Mara Ellison')
  })

  it('is read where some pages have text, and says which have none', async () => {
    const { draft } = await entryOf(madePdf([{ words }, { words: [] }, { words: [] }]))
    expect(draft.content.furniture).toEqual([
      {
        part: 'note',
        position: 'after',
        text: 'Pages 2–3 have no text: they are blank or pictures.',
      },
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

describe('the headline of a PDF', () => {
  const title = { text: 'Of Boats', x: 60, y: 740, size: 20 }
  const harbour = { text: 'The Harbour Papers', x: 60, y: 770 }

  it('stands above the text, not in it, whatever its case', async () => {
    const bytes = madePdf([{ words: [harbour, title, ...words] }], '/Title (OF BOATS)')
    const { content } = (await entryOf(bytes)).draft
    expect(content.text).toBe(`${harbour.text}\n\n${words[0]!.text}`)
    expect(content.furniture).toEqual([{ part: 'headline', position: 'before', text: 'Of Boats' }])
  })

  it('stays where somebody marked it', async () => {
    const mark = '/Subtype /Highlight /Rect [60 738 150 758] /QuadPoints [60 758 150 758 60 738 150 738]'
    const { draft, notes } = await entryOf(madePdf([{ words: [title, ...words], annotations: [mark] }]))
    expect(draft.content.text.startsWith('Of Boats')).toBe(true)
    expect(notes.map((note) => note.quote?.exact)).toEqual(['Of Boats'])
  })

  it('stays where there is nothing else', async () => {
    expect((await entryOf(madePdf([{ words: [title] }]))).draft.content.text).toBe('Of Boats')
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
