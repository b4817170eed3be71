import { describe, expect, test } from 'vitest'
import { cpuMs } from '../../cpu-ms.ts'
import { readZoteroAnnotation } from '../../../../src/importers/bibliography/zotero-annotation.ts'
import { checkContent, entryOf } from '../drafts.ts'
import { notesOf } from '../collections.ts'

function marked(
  quote: string,
  comment = '',
  { key = 'ABCD1234', page = 3, work = 'Ellison, 2026' } = {},
): string {
  const select = 'zotero://select/library/items/WORK0001'
  const open = `zotero://open-pdf/library/items/FILE0001?page=${page}&annotation=${key}`
  return `${quote} ([${work}, p. ${page}](${select})) ([pdf](${open})) ${comment}`
}

const head = '# Annotations  \n(10/6/2026, 9:12:04 PM)\n\n'

describe('the notes that Zotero makes of marks', () => {
  test('are an article of what was marked, with the pages and what was written about it', async () => {
    const entry = await entryOf(
      'Notes.md',
      head +
        marked('“The tide table”', 'Why?') +
        '\n\n' +
        marked('„Wasser“', '', { key: 'EFGH5678', page: 4 }),
    )
    expect(entry.draft.importer).toBe('zotero-markdown')
    expect(entry.draft.facts).toMatchObject({ title: 'Annotations (Ellison, 2026)', byline: 'Ellison' })
    expect(entry.addedAt).toBe('2026-10-06T21:12:04.000Z')
    expect(entry.draft.content.text).toBe('The tide table\n\nWasser')
    expect(entry.draft.content.blocks).toMatchObject([
      { kind: 'quotation', page: 3 },
      { kind: 'quotation', page: 4 },
    ])
    expect(notesOf(entry)).toEqual([
      ['The tide table', 'Why?'],
      ['Wasser', ''],
    ])
    expect(entry.notes.map(({ key }) => key)).toEqual(['ABCD1234', 'EFGH5678'])
    checkContent(entry.draft)
  })

  test('may have text between them, brackets in them, and comments on no words', async () => {
    const entry = await entryOf(
      'Notes.md',
      `${head}Some *words* of mine.\n\n- a\n- b\n\n${marked('“A \\[bracketed\\] (word)”')}\n\n${marked('', 'Only said.', { key: 'X' })}\n\nSee ([Brandt, 2019](zotero://select/library/items/Y)) for more.`,
    )
    expect(entry.draft.content.text).toBe(
      'Some words of mine.\n\na\n\nb\n\nA [bracketed] (word)\n\nOnly said.\n\nSee (Brandt, 2019) for more.',
    )
    expect(notesOf(entry)).toEqual([
      ['A [bracketed] (word)', ''],
      [null, 'Only said.'],
    ])
  })

  test('on several works go by their heading alone', async () => {
    const text = `# Reading list\n\n${marked('“One”')}\n\n${marked('“Two”', '', { work: 'Brandt, 2019', key: 'B' })}`
    expect((await entryOf('n.md', text)).draft.facts).toMatchObject({ title: 'Reading list', byline: null })
  })

  test('need no links to a PDF', async () => {
    const entry = await entryOf(
      'n.md',
      '“The tide table” ([Ellison, 2026, p. 3](zotero://select/library/items/A)) Why?',
    )
    expect(notesOf(entry)).toEqual([['The tide table', 'Why?']])
  })
})

test('other Markdown is none of them', async () => {
  expect((await entryOf('n.md', '# Notes\n\nSee [Zotero](https://www.zotero.org).')).draft.importer).toBe(
    'markdown',
  )
})

test.each(['([', ' ', '“', '](zotero://', '([a](zotero://b)) ', '\\', '<a '])(
  '“%s” over and over is read in time',
  (piece) => {
    const text = `“a” ${piece.repeat(100_000)}](zotero://x)) y`
    // Some milliseconds; whatever grows with the square of the length takes minutes.
    expect(cpuMs(() => readZoteroAnnotation(text))).toBeLessThan(5000)
  },
)
