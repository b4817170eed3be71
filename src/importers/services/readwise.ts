import { ok, type Result } from '../../errors.ts'
import type { CarriedNote } from '../entry.ts'
import type { Json } from '../importer.ts'
import type { Passage } from '../made-text.ts'
import { fieldsOf, type Fields } from './fields.ts'
import { hasColumns, rowsOf } from './found.ts'
import { noteOf } from './notes.ts'
import { blank, hashOf, serviceImporter, type Found, type SavedFacts } from './service.ts'
import { tagsIn } from './tags.ts'

/** The names of columns in what Readwise writes, and in what it reads itself. */
const titles = ['book title', 'title']
const authors = ['book author', 'author']
const times = ['highlighted at', 'date']

/** Readwise's CSV of highlights: a row each. Those of one book or article become one article, in the order of their places. */
export const readwise = serviceImporter({
  id: 'readwise',
  label: 'Readwise',
  accepts: (candidate) => hasColumns(candidate, 'highlight', 'book title|title'),
  find: (candidate) => {
    const rows = rowsOf(candidate, 'Readwise')
    return rows.ok ? byBook(rows.value) : rows
  },
  factsOf,
  placed: [
    ...['highlights', 'highlight', 'amazon book id', 'note', 'color', 'tags'],
    ...['location type', 'location', 'document tags', 'source url', 'url'],
    ...titles,
    ...authors,
    ...times,
  ],
})

/** A record of ours holds the rows of one book, whole. */
function byBook(rows: readonly Found[]): Result<Found[]> {
  const books = new Map<string, { where: string; highlights: Json[] }>()
  const rest: Found[] = []
  for (const row of rows) {
    if ('reason' in row) {
      rest.push(row)
      continue
    }
    const key = bookKey(fieldsOf(row.record))
    const book = books.get(key) ?? { where: row.where, highlights: [] }
    book.highlights.push(row.record)
    books.set(key, book)
  }
  const found = Array.from(books.values(), ({ where, highlights }) => ({ where, record: { highlights } }))
  return ok([...found, ...rest])
}

function bookKey(row: Fields): string {
  return hashOf(row.text(...titles), row.text(...authors), row.text('amazon book id'))
}

function factsOf(record: Json): SavedFacts {
  const rows = fieldsOf(record).list('highlights')
  const [first = fieldsOf(null)] = rows
  const highlights = rows
    .map(highlightOf)
    .filter((highlight) => highlight !== null)
    .toSorted((a, b) => a.location - b.location)
  const made = highlights.flatMap(({ note }) => note.createdAt ?? []).toSorted()
  return {
    ...blank,
    key: bookKey(first),
    url: first.text('source url', 'url'),
    title: first.text(...titles),
    byline: first.text(...authors),
    tags: rows.flatMap((row) => tagsIn(row.value('document tags'), ',')),
    notes: highlights.map(({ note }) => note),
    passages: new Map(highlights.map(({ note, passage }) => [note.key, passage])),
    addedAt: made[0] ?? null,
  }
}

/** `location` sorts; highlights without one stand last, as they came. */
type Highlight = { note: CarriedNote; location: number; passage: Passage }

function highlightOf(row: Fields): Highlight | null {
  const { body, tags, level } = commandsIn(row.text('note') ?? '', tagsIn(row.value('tags'), ','))
  const note = noteOf({
    quote: row.text('highlight'),
    body,
    tags,
    color: row.text('color'),
    createdAt: row.time(...times),
  })
  if (note === null) return null
  const location = row.number('location')
  const page = row.text('location type') === 'page' && Number.isInteger(location) ? location : null
  const passage = { ...(page === null || page < 1 ? {} : { page }), ...(level === null ? {} : { level }) }
  return { note, location: location ?? Infinity, passage }
}

type Commands = { body: string; tags: string[]; level: number | null }

/**
 * A note may begin with commands: `.h1` to `.h6` make a heading of the highlight, `.c1` and so on say that it goes on in the
 * next, and `.` before any other word tags it.
 */
function commandsIn(note: string, tags: readonly string[]): Commands {
  const commands = /^(?:\.\p{L}[\p{L}\p{N}_-]*(?:\s+|$))+/u.exec(note)?.[0] ?? ''
  const words = commands.split(/[\s.]+/).filter((word) => word !== '')
  const all = [...tags, ...words]
  const level = all.map((word) => /^h([1-6])$/.exec(word)?.[1]).find((digit) => digit !== undefined)
  return {
    body: note.slice(commands.length),
    tags: [...new Set(all.filter((word) => !/^(?:h[1-6]|c\d+)$/.test(word)))],
    level: level === undefined ? null : Number(level),
  }
}
