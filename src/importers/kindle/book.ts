import { z } from 'zod'
import type { CarriedNote } from '../entry.ts'
import type { Passage } from '../made-text.ts'
import { hashOf, type SavedFacts } from '../services/service.ts'
import { readClippings, type Clipping } from './clippings.ts'
import { marksOf, type Mark } from './marks.ts'
import { readTitleLine } from './title-line.ts'

/** All clippings of one book, as they stand in the file. */
export const Book = z.object({
  book: z.string(),
  clippings: z.array(z.object({ details: z.string(), text: z.string() })),
})
export type Book = z.infer<typeof Book>

/** What a book's clippings come to. Nothing was taken from those that are empty, or superseded by others. */
export type ReadBook = {
  facts: SavedFacts
  empty: Clipping[]
  superseded: Clipping[]
}

export function readBook({ book, clippings }: Book): ReadBook {
  const read = readClippings(clippings)
  const { marks, superseded } = marksOf(read.filter((clipping) => !isEmpty(clipping)))
  const { title, byline } = readTitleLine(book)
  const times = read.map(({ addedAt }) => addedAt).filter((time) => time !== null)
  const notes = marks.map((mark) => ({ mark, note: noteOf(mark) }))
  const facts: SavedFacts = {
    key: hashOf(title, byline),
    url: null,
    title,
    byline,
    published: null,
    language: null,
    tags: [],
    description: null,
    html: null,
    notes: notes.map(({ note }) => note),
    passages: new Map(notes.map(({ mark, note }) => [note.key, passageOf(mark)])),
    reading: {},
    // ISO times of one zone sort as text.
    addedAt: times.toSorted()[0] ?? null,
  }
  return { facts, empty: read.filter(isEmpty), superseded }
}

/** Bookmarks, and what the publisher gives none of. */
function isEmpty({ kind, text }: Clipping): boolean {
  return kind === 'bookmark' || text === ''
}

function passageOf({ highlight }: Mark): Passage {
  // Page 0 is the cover.
  return highlight?.page == null || highlight.page === 0 ? {} : { page: highlight.page }
}

/** So much of the words tells marks at the same place apart, whatever is appended to them. */
const keyLength = 100

function noteOf({ highlight, notes }: Mark): CarriedNote {
  const all = highlight === null ? notes : [highlight, ...notes]
  return {
    key: hashOf(
      ...all.map(
        ({ kind, place, text }) => `${kind} ${place?.unit} ${place?.from} ${text.slice(0, keyLength)}`,
      ),
    ),
    quote: highlight === null ? null : { exact: highlight.text },
    body: notes.map(({ text }) => text).join('\n\n'),
    color: 'yellow',
    tags: [],
    createdAt: all[0]?.addedAt ?? null,
  }
}
