import { describe, expect, it } from 'vitest'
import { faceOf } from '../../../../src/importers/pdf/faces.ts'
import { entryOf, lines, madePdf, type Words } from './made-pdf.ts'

const harbour = [
  'The harbour of Lund was empty when the first boats came in, and nobody',
  'on the quay could say where the others were, or whether they would',
]

async function marksOf(words: Words[]): Promise<[kind: string, words: string][]> {
  const { text, marks } = (await entryOf(madePdf([{ words }]))).draft.content
  return marks.map(({ kind, span }) => [kind, text.slice(span.start, span.end)])
}

describe('bold and italic words of a PDF', () => {
  it('are marked, as one where neighbouring words are set alike', async () => {
    const words: Words[] = [
      ...lines(harbour, [60, 700]),
      { text: 'come ', x: 60, y: 676 },
      { text: 'before', x: 90, y: 676, font: 'F2' },
      { text: 'the tide', x: 123, y: 676, font: 'F2' },
      { text: 'had', x: 166, y: 676 },
      { text: 'turned', x: 188, y: 676, font: 'F4' },
      { text: 'at last.', x: 221, y: 676, font: 'F5' },
    ]
    expect(await marksOf(words)).toEqual([
      ['strong', 'before the tide'],
      ['strong', 'at last.'],
      ['emphasis', 'turned at last.'],
    ])
  })

  it('are not marked where all of the text is set so', async () => {
    expect(await marksOf(lines(harbour, [60, 700], { font: 'F2' }))).toEqual([])
  })

  it('are not marked in headings, whose letters are bold anyway', async () => {
    const heading = { text: 'The lamp', x: 60, y: 730, font: 'F2' as const }
    const title = { text: 'Of Boats', x: 60, y: 760, size: 20 }
    expect(await marksOf([title, heading, ...lines(harbour, [60, 700])])).toEqual([])
  })
})

describe('the name of a font', () => {
  it.each([
    'Helvetica-Bold',
    'ABCDEF+CMBX10',
    'SFBX1095',
    'NimbusRomNo9L-Medi',
    'FranklinGothic-Demi',
    'TimesNewRoman,Bold',
    'Arial-Black',
  ])('tells that %s is bold', (name) => expect(faceOf(name)).toEqual({ isBold: true, isItalic: false }))

  it.each(['Helvetica-Oblique', 'CMTI10', 'TimesNewRomanPS-ItalicMT', 'MyriadPro-It', 'SFTI1000'])(
    'tells that %s is italic',
    (name) => expect(faceOf(name)).toEqual({ isBold: false, isItalic: true }),
  )

  it.each(['Helvetica-BoldOblique', 'NimbusRomNo9L-MediItal', 'MyriadPro-BoldIt', 'CMBXTI10'])(
    'tells that %s is both',
    (name) => expect(faceOf(name)).toEqual({ isBold: true, isItalic: true }),
  )

  it.each(['Helvetica', 'CMR10', 'CMMI10', 'Times-Roman', 'AvenirNext-Medium', 'ABCDEI+Georgia', ''])(
    'tells nothing of %s',
    (name) => expect(faceOf(name)).toEqual({ isBold: false, isItalic: false }),
  )
})
