import { describe, expect, test } from 'vitest'
import { imported } from '../drafts.ts'
import type { Entry } from '../../../../src/importers/entry.ts'
import { hasSamples, sample } from './sample.ts'

async function read(name: string): Promise<Entry> {
  const entry = await imported(await sample(`obsidian/${name}`))
  if (!entry.ok) throw new Error(entry.error.code)
  return entry.value
}

describe.skipIf(!hasSamples)('samples of Obsidian', () => {
  test('what its clipper writes: facts, a highlight, a quotation, a picture, a footnote', async () => {
    const { draft, notes, addedAt } = await read('made-clipping.md')
    expect(draft).toMatchObject({
      importer: 'markdown',
      url: 'https://example.com/tides',
      facts: {
        title: 'A small page about tides: a "note"',
        byline: 'Mara Ellison, Otto Brandt',
        published: '2026-10-05',
        tags: ['clippings'],
      },
    })
    expect(addedAt).toBe('2026-10-06T00:00:00.000Z')
    expect(notes.map(({ quote, body }) => [quote?.exact, body])).toEqual([['Highlighted in Obsidian', '']])
    expect(draft.content.blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
      'quotation',
      'figure',
      'paragraph',
      'footnote',
    ])
    expect(draft.content.text).not.toMatch(/==|\[\^/)
    expect(draft.content.marks).toMatchObject([{ kind: 'footnoteReference', label: '1' }])
    expect(draft.content.furniture[0]?.text).toContain('description:')
  })

  test('odd front matter: a title that is a word for false, lists, empty and folded values', async () => {
    const { draft } = await read('made-edge-frontmatter.md')
    expect(draft.facts).toMatchObject({ title: 'No', published: '2026-10-05', tags: ['a', 'b, c', '2026'] })
    expect(draft.content.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'rule', 'paragraph'])
  })

  test('no front matter: rules are rules', async () => {
    const { draft } = await read('made-no-frontmatter.md')
    expect(draft.content.text).toContain('not: frontmatter')
    expect(draft.content.furniture).toEqual([])
  })
})
