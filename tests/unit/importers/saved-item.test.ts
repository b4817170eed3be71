import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CarriedNote, Entry } from '../../../src/importers/entry.ts'
import { entryOfSaved, type SavedItem } from '../../../src/importers/saved-item.ts'
import { Draft } from '../../../src/model/article.ts'
import { checkContent } from './drafts.ts'

const nothing: SavedItem = {
  importer: 'shelf',
  name: 'Shelf',
  url: null,
  title: null,
  byline: null,
  published: null,
  language: null,
  tags: [],
  description: null,
  html: null,
  notes: [],
  reading: {},
  addedAt: null,
}

function entry(item: Partial<SavedItem>): Entry {
  const made = entryOfSaved({ ...nothing, ...item })
  if (!made.ok) throw new Error(made.error.code)
  Draft.parse(made.value.draft)
  return made.value
}

function note(exact: string | null, body = '', key = `${exact} ${body}`): CarriedNote {
  const quote = exact === null ? null : { exact }
  return { key, quote, body, color: 'yellow', tags: [], createdAt: null }
}

describe('a page without its text', () => {
  test('is what is said of it, its address, and what was quoted from it', () => {
    const { draft, notes } = entry({
      url: 'https://example.com/tides',
      title: 'Tides',
      description: 'What it is about.\r\n\r\nAnd more.',
      notes: [
        note('Water keeps\nno hours.\n \nNor the wind.', 'why?'),
        note(null, 'Of it all'),
        note('Sand.'),
      ],
    })
    expect(draft.content.text).toBe(
      'What it is about.\n\nAnd more.\n\nhttps://example.com/tides\n\nWater keeps\nno hours.\n\nNor the wind.\n\nSand.',
    )
    expect(draft.content.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'paragraph', 'quotation', 'quotation', 'quotation']) // prettier-ignore
    expect(draft.content.marks).toEqual([
      { kind: 'link', span: { start: 30, end: 55 }, href: 'https://example.com/tides' },
    ])
    expect(draft.isOnlyLink).toBe(true)
    expect(notes.map(({ quote }) => quote)).toEqual([
      { exact: 'Water keeps\nno hours.\n\nNor the wind.', start: 57 },
      null,
      { exact: 'Sand.', start: 95 },
    ])
    checkContent(draft)
  })

  test('has a quotation once that several notes stand on', () => {
    const { draft, notes } = entry({ notes: [note('Sand.', 'a'), note('Sand.', 'b')] })
    expect(draft.content.text).toBe('Sand.')
    expect(draft.isOnlyLink).toBe(false)
    expect(notes.map(({ quote }) => quote?.start)).toEqual([0, 0])
  })

  test('is not in the language that its address looks like', () => {
    expect(
      entry({ url: 'https://es.example.com/la-mar-en-el-puerto', title: null }).draft.facts.language,
    ).toBeNull()
    const german = entry({
      url: 'https://example.com/u',
      title: 'Die Gezeiten kommen und gehen, und niemand wartet auf sie',
    })
    expect(german.draft.facts.language).toBe('de')
  })

  test('shows pages and headings of a book', () => {
    const passages = new Map([['a', { level: 2 }], ['b', { page: 7 }]]) // prettier-ignore
    const { draft } = entry({ notes: [note('Part One', '', 'a'), note('Sand.', '', 'b')], passages })
    expect(draft.content.blocks).toMatchObject([
      { kind: 'heading', level: 2 },
      { kind: 'quotation', page: 7 },
    ])
  })
})

describe('a page with its text', () => {
  test('is its text, and its notes look for their places there', () => {
    const { draft, notes } = entry({
      url: 'https://example.com/tides',
      html: '<p>Water keeps no hours.</p><p><a href="/wind">Nor the wind.</a></p>',
      description: 'What it is about.',
      notes: [note('no hours')],
    })
    expect(draft.content.text).toBe('Water keeps no hours.\n\nNor the wind.')
    expect(draft.content.marks).toMatchObject([{ kind: 'link', href: 'https://example.com/wind' }])
    expect(draft.isOnlyLink).toBe(false)
    expect(notes[0]!.quote).toEqual({ exact: 'no hours' })
  })

  test('is a link where there is nothing in the text', () => {
    const { draft } = entry({ url: 'https://example.com/tides', html: '<div> </div><script>x()</script>' })
    expect(draft).toMatchObject({ isOnlyLink: true, content: { text: 'https://example.com/tides' } })
  })
})

test('facts that are none are left out', () => {
  const { draft, reading, addedAt } = entry({
    url: 'javascript:alert(1)',
    title: '  A\u0000 title\n of two lines ',
    description: 'Words.',
    byline: ' ',
    published: '2026-02-31',
    language: 'not a language',
    tags: [' sea ', 'sea', '', 'x'.repeat(200)],
    reading: { progress: 7 },
    addedAt: 'yesterday',
  })
  expect(draft.facts).toMatchObject({ title: 'A title of two lines', byline: null, published: null })
  expect(draft.facts.tags).toEqual(['sea', 'x'.repeat(100)])
  expect(draft.url).toBeNull()
  expect(reading).toEqual({ progress: 1 })
  expect(addedAt).toBeNull()
})

test('notes that say nothing, or the same as another, do not come along', () => {
  const { notes } = entry({
    description: 'Words.',
    notes: [note(' '), note(null, 'one', 'k'), note(null, 'two', 'k')],
  })
  expect(notes.map(({ body }) => body)).toEqual(['one'])
})

test('notes on what has neither address nor text are on its title', () => {
  expect(entry({ title: 'A book', notes: [note(null, 'Read twice.')] }).draft.content.text).toBe('A book')
})

test('what says nothing is no article', () => {
  expect(entryOfSaved({ ...nothing, title: 'A title' })).toEqual({ ok: false, error: { code: 'text-missing', name: 'Shelf' } }) // prettier-ignore
})

test('every quotation stands where its note says, whatever is in it', () => {
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(fc.array(text), text, (quotes, description) => {
      const made = entryOfSaved({ ...nothing, url: 'https://example.com', description, notes: quotes.map((exact) => note(exact)) }) // prettier-ignore
      if (!made.ok) throw new Error(made.error.code)
      const { draft, notes } = made.value
      Draft.parse(draft)
      checkContent(draft)
      for (const { quote } of notes) {
        expect(draft.content.text.slice(quote!.start, quote!.start! + quote!.exact.length)).toBe(quote!.exact)
      }
    }),
  )
})
