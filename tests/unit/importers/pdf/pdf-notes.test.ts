import { describe, expect, it } from 'vitest'
import { entryOf, madePdf, lines } from './made-pdf.ts'

const text = [
  'The harbour of Lund was empty when the first boats came in, and nobody',
  'on the quay could say where the others were.',
]

/** A rectangle as the corners of a highlight: upper left, upper right, lower left, lower right. */
function quad([left, bottom, right, top]: [number, number, number, number]): string {
  return [left, top, right, top, left, bottom, right, bottom].join(' ')
}

function highlight(quads: readonly string[], more: string): string {
  return `/Subtype /Highlight /Rect [60 680 560 720] /QuadPoints [${quads.join(' ')}] ${more}`
}

describe('notes in a PDF', () => {
  it('are highlights with their words, place, colour, comment and time', async () => {
    // Helvetica: "The " is 19.4 points wide at 10, "harbour of Lund" 70.6.
    const annotation = highlight(
      [quad([79, 698, 151, 709])],
      "/C [0 1 0] /Contents (Which one?) /NM (n-1) /CreationDate (D:20260105083000+01'00')",
    )
    const { draft, notes } = await entryOf(
      madePdf([{ words: lines(text, [60, 700]), annotations: [annotation] }]),
    )
    expect(notes).toEqual([
      {
        key: expect.stringMatching(/^1 /),
        quote: { exact: 'harbour of Lund', start: 4 },
        body: 'Which one?',
        color: 'green',
        tags: [],
        createdAt: '2026-01-05T07:30:00.000Z',
      },
    ])
    expect(draft.content.text.startsWith('harbour of Lund', 4)).toBe(true)
  })

  it('go on over the end of a line', async () => {
    const annotation = highlight([quad([352, 698, 420, 709]), quad([60, 686, 111, 697])], '/C [1 0 0]')
    const [note] = (await entryOf(madePdf([{ words: lines(text, [60, 700]), annotations: [annotation] }])))
      .notes
    expect(note!.quote!.exact).toMatch(/nobody on the quay$/)
    expect(note).toMatchObject({ color: 'red', body: '', createdAt: null })
  })

  it('may stand beside the text, and are put to the line that is nearest', async () => {
    const sticky = '/Subtype /Text /Rect [20 686 38 700] /Contents (Ask the keeper)'
    const [note] = (await entryOf(madePdf([{ words: lines(text, [60, 700]), annotations: [sticky] }]))).notes
    expect(note).toMatchObject({ body: 'Ask the keeper', quote: { exact: text[1] } })
  })

  it('are not made of marks that say nothing: on no words, and without a comment', async () => {
    const annotations = [highlight([quad([60, 300, 200, 310])], ''), '/Subtype /Text /Rect [20 686 38 700]']
    expect((await entryOf(madePdf([{ words: lines(text, [60, 700]), annotations }]))).notes).toEqual([])
  })

  it('are found on a page that is turned, too', async () => {
    const annotation = highlight([quad([79, 698, 151, 709])], '')
    const page = { words: lines(text, [60, 700]), annotations: [annotation], rotate: 90 }
    expect((await entryOf(madePdf([page]))).notes.map((note) => note.quote?.exact)).toEqual([
      'harbour of Lund',
    ])
  })

  it('leave links as links of the text, and only those that a browser may open', async () => {
    const link = (uri: string, bottom: number): string =>
      `/Subtype /Link /Rect [79 ${bottom} 151 ${bottom + 11}] /A << /S /URI /URI (${uri}) >>`
    const annotations = [link('https://lund.example/', 698), link('javascript:alert(1)', 686)]
    const { content } = (await entryOf(madePdf([{ words: lines(text, [60, 700]), annotations }]))).draft
    expect(content.marks).toEqual([
      { kind: 'link', span: { start: 4, end: 19 }, href: 'https://lund.example/' },
    ])
  })
})
