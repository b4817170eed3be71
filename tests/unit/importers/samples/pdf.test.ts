import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../../src/importers/entry.ts'
import { pdf } from '../../../../src/importers/pdf/pdf.ts'
import { hasSamples, recognised, sample } from './sample.ts'

async function read(name: string): Promise<Entry> {
  const file = await sample(`pdf/${name}`)
  expect(recognised(file)).toBe('pdf')
  const entry = await pdf.read(file)
  if (!entry.ok) throw new Error(entry.error.code)
  return entry.value
}

describe.skipIf(!hasSamples)('the PDFs of pdf.js', () => {
  it('with a highlight: its words, its comment, its colour and its time', async () => {
    const { draft, notes } = await read('annotation-highlight.pdf')
    expect(draft.facts).toMatchObject({ byline: 'Tim van der Meij', language: 'nl-NL', published: null })
    expect(draft.content.blocks).toHaveLength(2)
    const { start, end } = draft.content.blocks[1]!.span
    expect(notes).toEqual([
      {
        key: '1 19R',
        quote: { exact: draft.content.text.slice(start, end), start },
        body: 'Highlight content',
        color: 'yellow',
        tags: [],
        createdAt: '2015-12-30T14:22:31.000Z',
      },
    ])
  })

  it('with a table of contents and running feet: title, author, headings, a link, and the pages they are on', async () => {
    const { draft, notes } = await read('basicapi.pdf')
    expect(draft.facts).toMatchObject({ title: 'Basic API Test', byline: 'Brendan Dahl', language: 'en' })
    const { text, blocks, marks, furniture } = draft.content
    expect(blocks.map(({ kind, page }) => [kind, page])).toEqual([
      ['heading', 1],
      ['paragraph', 1],
      ['paragraph', 1],
      ['heading', 2],
      ['heading', 3],
      ['paragraph', 3],
    ])
    expect(text).not.toMatch(/page \d/)
    expect(furniture).toEqual([])
    expect(marks).toEqual([expect.objectContaining({ kind: 'link', href: 'http://www.tcpdf.org/' })])
    expect(notes).toEqual([])
  })

  it('with a turned page: one paragraph on each', async () => {
    const { draft } = await read('rotation.pdf')
    expect(draft.content.blocks.map(({ kind, page }) => [kind, page])).toEqual([
      ['paragraph', 1],
      ['paragraph', 2],
    ])
    expect(draft.content.text).toContain('landscape layout. Second line')
  })
})
