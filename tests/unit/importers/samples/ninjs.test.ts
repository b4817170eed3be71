import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ninjs } from '../../../../src/importers/agency/ninjs.ts'
import type { Entry } from '../../../../src/importers/entry.ts'
import { candidate, hasSamples, recognised } from './sample.ts'

const folder = fileURLToPath(new URL('../../../../../shared/data/imports/wire/ninjs/', import.meta.url))

async function entryOf(name: string): Promise<Entry> {
  const file = await candidate(name, readFileSync(`${folder}${name}`))
  expect(recognised(file)).toBe('ninjs')
  const entry = await ninjs.read(file)
  if (!entry.ok) throw new Error(entry.error.code)
  return entry.value
}

describe.skipIf(!hasSamples)('samples of ninjs', () => {
  it('004: facts and a text with a dateline', async () => {
    const { draft } = await entryOf('004_simple_text_article.json')
    expect(draft.url).toBe('http://ninjs.example.com/newsitems/20130709simp123')
    expect(draft.facts).toMatchObject({
      title: 'Captain of wrecked cruise ship on trial in Italy',
      byline: "Paulo Santalucia and Frances d'Emilio",
      agency: 'AP',
      place: 'GROSSETO, Italy',
      published: '2013-07-09',
      language: 'en',
      tags: [],
    })
    expect(draft.content.blocks.map(({ kind }) => kind)).toEqual([
      'dateline',
      'paragraph',
      'paragraph',
      'paragraph',
    ])
    expect(draft.content.furniture).toEqual([])
  })

  it('005: subjects as tags, and the notice of rights beside the text', async () => {
    const { draft } = await entryOf('005_complex_text_article.json')
    expect(draft.url).toBe('http://ninjs.example.com/newsitems/20130709med123')
    expect(draft.facts).toMatchObject({
      title: 'Captain of wrecked cruise ship on trial in Italy',
      byline: "Paulo Santalucia and Frances d'Emilio",
      agency: 'AP',
      place: 'GROSSETO, Italy',
      published: '2013-07-09',
      language: 'en',
      tags: ['Francesco Schettino', 'Costa Crociere SpA', 'Grossetto', 'Tuscany', 'Italy'],
    })
    expect(draft.content.blocks.map(({ kind }) => kind)).toEqual([
      'dateline',
      'paragraph',
      'paragraph',
      'paragraph',
    ])
    expect(draft.content.furniture.map(({ part, position }) => [part, position])).toEqual([['note', 'after']])
  })
})
