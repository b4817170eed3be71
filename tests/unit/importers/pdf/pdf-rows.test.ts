import { describe, expect, it } from 'vitest'
import { blocksOf, entryOf, lines, madePdf, type Words } from './made-pdf.ts'

const harbour = [
  'The harbour of Lund was empty when the first boats came in, and nobody',
  'on the quay could say where the others were, or whether they would',
  'come before the tide had turned.',
]

/** Cells at the left edges of columns, 14 points below each other from 600 down. */
function rows(cells: readonly (readonly string[])[], lefts: readonly number[]): Words[] {
  return cells.flatMap((row, i) =>
    row.flatMap((text, column) => (text === '' ? [] : [{ text, x: lefts[column]!, y: 600 - 14 * i }])),
  )
}

const boats = [
  ['Boat', 'Year', 'Length', 'Crew'],
  ['Aurora', '1921', '14.2', '6'],
  ['Hope of Lund', '1934', '11.0', '4'],
  ['Kestrel', '1950', '', '3'],
]

describe('the rows of a PDF', () => {
  it('are a table where their cells stand below each other under names', async () => {
    const words = [...lines(harbour, [60, 700]), ...rows(boats, [60, 200, 300, 400])]
    const { text, blocks } = (await entryOf(madePdf([{ words }]))).draft.content
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table'])
    const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
    expect(cells.map((row) => row.map(({ start, end }) => text.slice(start, end)))).toEqual(boats)
  })

  it('stay lines where nothing names the columns', async () => {
    const words = [...lines(harbour, [60, 700]), ...rows(boats.slice(1), [60, 200, 300, 400])]
    expect((await blocksOf(madePdf([{ words }]))).at(-1)).toBe(
      'paragraph: Aurora 1921 14.2 6\nHope of Lund 1934 11.0 4\nKestrel 1950 3',
    )
  })

  it('stay lines where a cell stands under two names', async () => {
    const shifted = [
      ...rows(boats, [60, 200, 300, 400]),
      { text: 'over both of these names', x: 210, y: 544 },
    ]
    const more = [
      { text: 'Sum', x: 60, y: 544 },
      { text: '13', x: 400, y: 544 },
    ]
    const blocks = await blocksOf(madePdf([{ words: [...lines(harbour, [60, 700]), ...shifted, ...more] }]))
    expect(blocks.at(-1)).toBe(
      'paragraph: Boat Year Length Crew\nAurora 1921 14.2 6\nHope of Lund 1934 11.0 4\nKestrel 1950 3\nSum over both of these names 13',
    )
  })

  it('stay lines where the lines of a text stand beside them', async () => {
    const text = [
      'which is what the keeper',
      'wrote into his book as he',
      'waited for the other boats',
      'to come',
    ]
    const words = rows(
      boats.map((row, i) => [...row.slice(0, 2), row[3]!, text[i]!]),
      [60, 200, 260, 320],
    )
    const blocks = await blocksOf(madePdf([{ words: [...lines(harbour, [60, 700]), ...words] }]))
    expect(blocks.some((block) => block.startsWith('table'))).toBe(false)
  })

  it('keep names and their figures in lines', async () => {
    const sums = [
      ['Rope', '12.50'],
      ['Oil', '4.20'],
      ['Wicks', '1.10'],
    ]
    const words = [...lines(harbour, [60, 700]), ...rows(sums, [60, 300])]
    expect((await blocksOf(madePdf([{ words }]))).at(-1)).toBe('paragraph: Rope 12.50\nOil 4.20\nWicks 1.10')
  })
})

describe('letters of one width in a PDF', () => {
  it('are no program where all of it is written so, as on a typewriter', async () => {
    const words = lines(harbour, [60, 700], { font: 'F3' })
    expect(await blocksOf(madePdf([{ words }]))).toEqual([`paragraph: ${harbour.join(' ')}`])
  })
})

describe('the letters of a PDF', () => {
  it('are read once where they were drawn twice to look bold', async () => {
    const words = [...lines(harbour, [60, 700]), ...lines(harbour, [60.4, 700])]
    expect(await blocksOf(madePdf([{ words }]))).toEqual([`paragraph: ${harbour.join(' ')}`])
  })
})
