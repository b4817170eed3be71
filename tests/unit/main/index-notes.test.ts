import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entry } from '../../../main/library/index/entry.ts'
import { Index } from '../../../main/library/index/index.ts'
import type { NoteEntry } from '../../../main/library/index/note-entry.ts'
import { suggestLinks } from '../../../main/library/index/suggest-links.ts'
import type { NoteRow } from '../../../src/contract.ts'
import { type ArticleId, NoteId } from '../../../src/model/ids.ts'
import { Color } from '../../../src/model/note.ts'
import { allNotes, type NoteFilter, NotesGrouping } from '../../../src/model/settings.ts'
import { idOf, makeEntry } from './index-entries.ts'

const tagged = fc.uniqueArray(fc.constantFrom('harbour', 'Money', 'money', 'فانوس'), { maxLength: 3 })

const noteOf = (number: number): NoteId => NoteId.parse(`n${String(number).padStart(11, '0')}`)

const note: fc.Arbitrary<Omit<NoteEntry, 'id'>> = fc.record({
  color: fc.constantFrom(...Color.options),
  tags: tagged,
  quote: fc.constantFrom(null, 'the night ferry', 'فانوس دریایی', 'two more years'),
  body: fc.constantFrom('', 'Who pays?', 'Ask the port', 'چرا'),
  needsPlace: fc.boolean(),
  createdAt: fc.integer({ min: 0, max: 5 }).map((day) => `2026-11-1${day}T12:00:00.000Z`),
  order: fc.integer({ min: -1, max: 4 }),
  links: fc.constant([]),
})

const article = fc.record({
  number: fc.integer({ min: 1, max: 4 }),
  addedAt: fc.constantFrom('2026-11-01T08:00:00.000Z', '2026-11-02T08:00:00.000Z'),
  notes: fc.array(note, { maxLength: 5 }),
})

/** Each article is put once more whenever it is drawn again: the last one counts. */
const library = fc.array(article, { maxLength: 6 }).map((drawn) =>
  drawn.map(({ number, addedAt, notes }) =>
    makeEntry(
      idOf(number),
      // It is added once, and stays added then.
      { addedAt: drawn.find((first) => first.number === number)?.addedAt ?? addedAt },
      { notes: notes.map((each, index) => ({ ...each, id: noteOf(number * 10 + index) })) },
    ),
  ),
)

const filter: fc.Arbitrary<NoteFilter> = fc.record({
  colors: fc.uniqueArray(fc.constantFrom(...Color.options), { maxLength: 2 }),
  tags: fc.uniqueArray(fc.constantFrom('harbour', 'money'), { maxLength: 2 }),
  isWritten: fc.boolean(),
  needsPlace: fc.boolean(),
})

test('page by page every grouping has each note that fits, in its order', () => {
  fc.assert(
    fc.property(
      library,
      fc.oneof(fc.constant(allNotes), filter),
      fc.constantFrom('', 'ferry', 'WHO', 'فانوس', 'nobody'),
      (entries, chosen, query) => {
        const index = filled(entries)
        for (const grouping of NotesGrouping.options) {
          const { rows, total } = walk(index, { grouping, filter: chosen, query })
          expect(rows.map(keyOf)).toEqual(expected(entries, { grouping, filter: chosen, query }))
          expect(total).toBe(rows.length)
        }
        index.close()
      },
    ),
    { numRuns: 150 },
  )
}, 60_000)

test('tags are counted', () => {
  const tags = [['money', 'port'], ['money'], []]
  const index = filled([makeEntry(idOf(1), {}, { notes: tags.map((each, n) => bare(n, { tags: each })) })])
  expect(index.noteTags()).toEqual([
    { tag: 'money', notes: 2 },
    { tag: 'port', notes: 1 },
  ])
})

test('what links to an article or to a note of it is found, and goes with the link', () => {
  const [ferry, lamp] = [idOf(1), idOf(2)]
  const toArticle = bare(1, { body: 'See there', links: [{ kind: 'article', articleId: ferry }] })
  const toNote = bare(2, { links: [{ kind: 'note', articleId: ferry, noteId: noteOf(7) }] })
  const own = bare(3, { links: [{ kind: 'article', articleId: ferry }] })
  const index = filled([
    makeEntry(ferry, {}, { notes: [own] }),
    makeEntry(lamp, { title: 'Lamp' }, { notes: [toArticle, toNote] }),
  ])
  const found = index.linking(ferry).map(({ noteId, toNote: to, title }) => [noteId, to, title])
  expect(found).toEqual([
    [toArticle.id, null, 'Lamp'],
    [toNote.id, noteOf(7), 'Lamp'],
  ])
  index.put([makeEntry(lamp, {}, { notes: [{ ...toArticle, links: [] }] })])
  expect(index.linking(ferry)).toEqual([])
})

test('a link that is being typed may stand for an article, a note or a person', () => {
  const named = bare(1, { body: 'Ask her', links: [{ kind: 'name', name: 'Ines Okoro' }] })
  const index = filled([
    makeEntry(idOf(1), { title: 'Night ferry', byline: 'Mara Ellison and Jo Reed' }, { notes: [named] }),
  ])
  expect(suggestLinks(index, 'jo').people).toEqual(['Jo Reed'])
  expect(suggestLinks(index, 'oko').people).toEqual(['Ines Okoro'])
  expect(suggestLinks(index, 'ferr').articles.map(({ id }) => id)).toEqual([idOf(1)])
  expect(suggestLinks(index, 'ask').notes.map(({ id }) => id)).toEqual([named.id])
  const all = suggestLinks(index, '')
  expect([all.articles.length, all.notes.length, all.people]).toEqual([
    1,
    1,
    ['Mara Ellison', 'Jo Reed', 'Ines Okoro'],
  ])
})

test('a note is found by the beginning of its id, and is gone with its article', () => {
  const index = filled([makeEntry(idOf(1), {}, { notes: [bare(1), bare(2)] })])
  expect(index.noteIdsStarting('n0000000000', 6)).toHaveLength(2)
  expect(index.noteIdsStarting(noteOf(2), 6)).toEqual([{ id: noteOf(2), articleId: idOf(1) }])
  index.remove([idOf(1)])
  expect(index.noteIdsStarting('n', 6)).toEqual([])
})

type Wanted = { grouping: NotesGrouping; filter: NoteFilter; query: string }

function filled(entries: readonly Entry[]): Index {
  const { index } = Index.open(null, 'library')
  for (const entry of entries) index.put([entry])
  return index
}

function bare(number: number, more: Partial<NoteEntry> = {}): NoteEntry {
  const text = { color: 'yellow', tags: [], quote: null, body: '' } as const
  const rest = { needsPlace: false, createdAt: '2026-11-11T12:00:00.000Z', order: number, links: [] }
  return { id: noteOf(number), ...text, ...rest, ...more, tags: more.tags ?? [] }
}

function walk(index: Index, wanted: Wanted): { rows: NoteRow[]; total: number } {
  const rows: NoteRow[] = []
  for (;;) {
    const page = index.notePage({ ...wanted, skip: rows.length, limit: 2 })
    rows.push(...page.rows)
    if (page.rows.length === 0) return { rows, total: page.total }
  }
}

type Shown = { note: NoteEntry; articleId: ArticleId; addedAt: string; tag: string }

function keyOf({ articleId, id, group }: NoteRow): string {
  return [articleId, id, group].join(' ')
}

/** The same in plain words: what fits, sorted by what the grouping sorts by. */
function expected(entries: readonly Entry[], { grouping, filter: chosen, query }: Wanted): string[] {
  const last = new Map(entries.map((entry) => [entry.summary.id, entry]))
  const all: Shown[] = [...last.values()].flatMap(({ summary, notes }) =>
    notes
      .filter((each) => fits(each, chosen, query))
      .flatMap((each) => {
        const tags = grouping === 'tag' && each.tags.length > 0 ? each.tags : ['']
        return tags.map((tag) => ({ note: each, articleId: summary.id, addedAt: summary.addedAt, tag }))
      }),
  )
  const newest = ({ note: { createdAt } }: Shown): string => reversed(createdAt)
  const keys: Record<NotesGrouping, (shown: Shown) => (string | number)[]> = {
    article: ({ note: each, articleId, addedAt }) => [
      ...[reversed(addedAt), articleId],
      ...[each.order + 1, each.createdAt, each.id],
    ],
    color: (shown) => [Color.options.indexOf(shown.note.color), newest(shown), shown.note.id],
    day: (shown) => [newest(shown), shown.note.id],
    tag: (shown) => [
      shown.tag === '' ? '\u{10ffff}' : shown.tag.toLowerCase(),
      shown.tag,
      newest(shown),
      shown.note.id,
    ],
  }
  const groups: Record<NotesGrouping, (shown: Shown) => string> = {
    article: ({ articleId }) => articleId,
    color: (shown) => shown.note.color,
    day: (shown) => shown.note.createdAt.slice(0, 10),
    tag: ({ tag }) => tag,
  }
  const rows = all.toSorted((a, b) => compare(keys[grouping](a), keys[grouping](b)))
  return rows.map((shown) => [shown.articleId, shown.note.id, groups[grouping](shown)].join(' '))
}

function fits(
  { color, tags, body, quote, needsPlace }: NoteEntry,
  chosen: NoteFilter,
  query: string,
): boolean {
  const isColor = chosen.colors.length === 0 || chosen.colors.includes(color)
  const isTagged = chosen.tags.length === 0 || tags.some((tag) => chosen.tags.includes(tag))
  const words = [quote ?? '', body, ...tags].join(' ').toLowerCase()
  const isWritten = !chosen.isWritten || body !== ''
  return (
    isColor &&
    isTagged &&
    isWritten &&
    (!chosen.needsPlace || needsPlace) &&
    words.includes(query.toLowerCase())
  )
}

/** A time as text that sorts the other way round. */
function reversed(time: string): string {
  return String(9e15 - Date.parse(time))
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const index = a.findIndex((value, place) => value !== b[place])
  if (index === -1) return 0
  return (a[index] ?? 0) < (b[index] ?? 0) ? -1 : 1
}
