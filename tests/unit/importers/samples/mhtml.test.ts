import { describe, expect, it } from 'vitest'
import { mhtml } from '../../../../src/importers/saved-page/mhtml.ts'
import { savedWith } from '../../../../src/importers/saved-page/single-file.ts'
import { hasSamples, recognised, sample } from './sample.ts'

describe.skipIf(!hasSamples)('MHTML samples', () => {
  it('Chromium’s own: facts, blocks, and the picture', async () => {
    const file = await sample('mhtml/made-tides-chromium.mhtml')
    expect(recognised(file)).toBe('mhtml')
    const result = await mhtml.read(file)
    if (!result.ok) throw new Error(result.error.code)
    const { draft, addedAt, pictures } = result.value
    expect(draft.facts).toMatchObject({
      title: 'A small page about tides',
      byline: 'Mara Ellison',
      published: '2026-10-05',
      language: 'en',
    })
    expect(draft.url).toBe('http://127.0.0.1:8765/page.html')
    expect(addedAt).toBe('2026-11-23T09:12:08.000Z')
    const kinds = draft.content.blocks.map(({ kind }) => kind)
    expect(kinds).toEqual(['paragraph', 'paragraph', 'figure', 'quotation', 'paragraph', 'table'])
    const figure = draft.content.blocks[2]
    const table = draft.content.blocks[5]
    expect(figure?.kind === 'figure' && figure.file).toBe(pictures[0]?.name)
    expect(table?.kind === 'table' && table.rows.map((row) => row.length)).toEqual([2, 2, 2])
    expect(draft.content.marks.map(({ kind }) => kind)).toEqual(['emphasis'])
    expect(pictures).toHaveLength(1)
  })

  it('a large one with fonts and styles: its words and address', async () => {
    const file = await sample('mhtml/portfolio.mhtml')
    const result = await mhtml.read(file)
    if (!result.ok) throw new Error(result.error.code)
    const { draft, addedAt } = result.value
    expect(draft.facts.title).toBe('Max Sindwani')
    expect(draft.url).toBe('http://msindwan.bitbucket.org/')
    expect(addedAt).toBe('2016-09-05T22:30:04.000Z')
    expect(draft.words).toBeGreaterThan(0)
  })

  it.each([
    ['missing_boundary', 'format-broken'],
    ['missing_headers', 'text-missing'],
    ['unexpected_eof', 'format-broken'],
  ])('%s, which has no text, says %s', async (name, code) => {
    const file = await sample(`mhtml/${name}.mhtml`)
    expect(recognised(file)).toBe('mhtml')
    expect(await mhtml.read(file)).toMatchObject({ ok: false, error: { code } })
  })
})

describe.skipIf(!hasSamples)('SingleFile sample', () => {
  it('says where it was and when it was saved', async () => {
    const { head } = await sample('singlefile/made-tides.singlefile.html')
    expect(savedWith(head)).toEqual({
      url: 'http://127.0.0.1:8765/page.html',
      savedAt: '2026-11-23T09:12:04.000Z',
    })
  })
})
