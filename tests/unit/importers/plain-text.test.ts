import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Draft } from '../../../src/model/article.ts'
import { checkContent, draftOf, imported, now, wordsAndMarks } from './drafts.ts'

const fixtures = new URL('../../fixtures/', import.meta.url)

function shapeOf(draft: Draft): string[] {
  return draft.content.blocks.map((block) => block.kind)
}

describe('a story in the shape of the founding one', async () => {
  const file = readFileSync(new URL('harbour-works.txt', fixtures), 'utf8')
  const draft = await draftOf('harbour-works.txt', file)

  test('its facts are read', () => {
    expect(draft.facts).toEqual({
      title: 'Harbour works will not pause for talks, deputy minister says',
      byline: 'Northwire News Agency',
      credit: 'Northwire News Agency',
      agency: 'Northwire',
      place: 'PORT ELLERY',
      published: null,
      language: 'en',
      tags: [],
    })
  })

  test('its text is that of the file, a dateline and ten paragraphs', () => {
    const paragraphs = file.trim().split('\n\n')
    expect(draft.content.text).toBe(paragraphs.slice(1, -1).join('\n\n'))
    expect(shapeOf(draft)).toEqual(['dateline', ...Array<string>(10).fill('paragraph')])
    expect(draft.content.furniture.map(({ part, text }) => [part, text])).toEqual([
      ['headline', paragraphs[0]],
      ['credit', paragraphs.at(-1)],
    ])
  })

  test('its beginning in the list leaves the dateline out', () => {
    expect(draft.excerpt.startsWith('Deputy Works Minister Ada Fenn')).toBe(true)
    expect(draft.excerpt.length).toBeLessThanOrEqual(240)
  })
})

test('a Persian story is read from right to left, its dateline too', async () => {
  const draft = await draftOf('mowjshekan.txt', readFileSync(new URL('mowjshekan.txt', fixtures), 'utf8'))
  expect(draft.direction).toBe('rtl')
  expect(draft.facts).toMatchObject({ language: 'fa', place: 'بندر الری', agency: 'خبر ساحل' })
})

const founding = new URL('../../../../shared/data/stories/founding-story.txt', import.meta.url)

test('the founding story, where it is at hand', async () => {
  if (!existsSync(founding)) {
    console.log('left out: ../shared/data/stories/founding-story.txt is not on this machine')
    return
  }
  const file = readFileSync(founding, 'utf8')
  const draft = await draftOf('founding-story.txt', file)
  const credit = 'Tasnim News Agency'
  expect(draft.facts).toMatchObject({ place: 'TEHRAN', agency: 'Tasnim', credit, byline: credit })
  const paragraphs = file.trim().split('\n\n')
  expect(draft.facts.title).toBe(paragraphs[0])
  expect(draft.content.text).toBe(paragraphs.slice(1, -1).join('\n\n'))
  expect(shapeOf(draft)).toEqual(['dateline', ...Array<string>(10).fill('paragraph')])
})

describe('the year of a story that names day and month only', () => {
  const story = (date: string): string => `Tides\n\nLONDON, ${date} (Reuters) - The board met.`

  test.each([
    ['Oct 5', '2026-10-06T12:00:00Z', '2026-10-05', true],
    ['Oct 5', '2026-10-04T09:00:00Z', '2025-10-05', true],
    ['Dec 31', '2026-01-01T00:00:00Z', '2025-12-31', true],
    ['Feb 29', '2026-10-06T12:00:00Z', '2024-02-29', true],
    ['Oct 5, 2019', '2026-10-06T12:00:00Z', '2019-10-05', false],
  ])('%s in a file of %s is %s', async (date, modified, ...expected) => {
    const draft = await draftOf('a.txt', story(date), modified)
    expect([draft.facts.published, draft.yearIsAssumed]).toEqual(expected)
  })

  test('a day that has begun somewhere on earth is not a year ago', async () => {
    expect((await draftOf('a.txt', story('Oct 6'), '2026-10-05T18:00:00Z')).facts.published).toBe(
      '2026-10-06',
    )
  })

  test('a line under the story that gives the year is believed', async () => {
    const text = `${story('Oct 5')}\n\nThis report by The Canadian Press was first published Oct. 5, 2018.`
    expect(await draftOf('a.txt', text)).toMatchObject({
      facts: { published: '2018-10-05' },
      yearIsAssumed: false,
    })
  })
})

describe('a text that is no story', () => {
  test('goes by its first words, and keeps them', async () => {
    const text =
      'Nobody had counted the minutes. There were forty-one of them, and every one had been argued over twice.'
    const draft = await draftOf('/home/mara/notes.txt', text)
    expect(draft.facts.title).toBe(
      'Nobody had counted the minutes. There were forty-one of them, and every one had',
    )
    expect(draft.content.text).toBe(text)
  })

  test('goes by the name of its file when it has no words', async () => {
    expect((await draftOf('/home/mara/stars.txt', '* * *\n\n?!')).facts.title).toBe('stars')
  })
})

/** Its characters in their order: which there are, and how many of each. */
function sorted(text: string): string[] {
  return Array.from(text).toSorted()
}

describe('whatever the text', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      'By Mara Ellison',
      'LONDON, Oct 5 (Reuters) - The board met.',
      'ENDS',
      '(Reporting by Jo Reed)',
      '___',
    ),
    fc.constantFrom(
      'EXTRA',
      'Oct. 5, 2026',
      'Source: Tides Inc.',
      'Associated Press',
      'UPDATE 2-Tides',
      'BC-Tides,130',
      '- item',
    ),
    fc.lorem({ mode: 'sentences', maxCount: 3 }),
  )
  const text = fc
    .tuple(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('\n', '\n\n', '\r\n\r\n', '\n    '),
    )
    .map(([lines, end]) => lines.join(end))
    .filter(
      (made) => made.trim() !== '' && !/[\0-\x1f^<=&\u2028\u2029\ufeff]/.test(made.replace(/[\r\n]/g, '')),
    )

  test('no word or mark is lost, added or moved', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (made) => {
        const { content } = await draftOf('a.txt', made)
        const before = content.furniture.filter(({ position }) => position === 'before')
        const after = content.furniture.filter(({ position }) => position === 'after')
        const all = [
          ...before.map((part) => part.text),
          content.text,
          ...after.map((part) => part.text),
        ].join('')
        expect(sorted(wordsAndMarks(all))).toEqual(sorted(wordsAndMarks(made)))
      }),
      { numRuns: 1000 },
    )
  })

  test('the draft is a valid one, and its spans point where they say', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (made) => {
        const draft = await draftOf('a.txt', made)
        expect(Draft.safeParse(draft).error).toBeUndefined()
        checkContent(draft)
      }),
      { numRuns: 500 },
    )
  })
})

describe('refused', () => {
  const read = (name: string, bytes: Uint8Array): Promise<unknown> =>
    imported({ name, bytes: new Uint8Array(bytes), modified: null, now })
  const words = new TextEncoder().encode('Some words.')

  test.each([
    ['a.docx', words, 'file-type'],
    ['a.docx', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'zip-damaged'],
    ['a.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), 'file-binary'],
    ['a.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0), 'file-binary'],
    ['a.txt', new Uint8Array(), 'file-empty'],
    ['a.md', new Uint8Array(), 'file-empty'],
    ['a.txt', new Uint8Array(10_000_001).fill(65), 'file-too-large'],
  ])('%s', async (name, bytes, code) => {
    expect(await read(name, bytes)).toMatchObject({ ok: false, error: { code, name } })
  })

  test('pasted text needs no extension', async () => {
    expect(await read('Pasted text, Oct. 5', words)).toMatchObject({ ok: true })
    expect(await read('-', words)).toMatchObject({ ok: true })
  })
})
