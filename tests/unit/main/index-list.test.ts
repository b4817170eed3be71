import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entry } from '../../../main/library/index/entry.ts'
import { Index } from '../../../main/library/index/index.ts'
import type { ArticleSummary, Cursor, ListFilter } from '../../../src/contract.ts'
import type { ArticleId } from '../../../src/model/ids.ts'
import { Sort } from '../../../src/model/settings.ts'
import { type Change, changes, idOf, makeEntry, text } from './index-entries.ts'

const sort = fc.record({
  by: fc.constantFrom(...Sort.shape.by.options),
  isReversed: fc.boolean(),
})
const filter = fc.constantFrom<ListFilter>('all', 'unread', 'annotated', 'starred')

test('page by page every list is what sorting and filtering all articles gives, whatever was put and removed', () => {
  const limit = fc.integer({ min: 1, max: 5 })
  fc.assert(
    fc.property(changes, fc.record({ sort, filter, query: text, limit }), (done, list) => {
      const { index, articles } = after(done)
      const { filter, query } = list
      const expected = sorted(
        [...articles.values()].map(({ summary }) => summary).filter((row) => belongs(row, filter, query)),
        list.sort,
      )
      expect(walk(index, list)).toEqual(expected)
      expect(index.count(filter, query)).toBe(expected.length)
      index.close()
    }),
    { numRuns: 150 },
  )
})

test('a page may begin anywhere behind a row, even one that was removed since', () => {
  const place = fc.integer({ min: 0, max: 10 })
  fc.assert(
    fc.property(
      changes,
      fc.record({ sort, filter, place, skip: place }),
      (done, { place: to, skip, ...chosen }) => {
        const { index } = after(done)
        const list = { ...chosen, query: '' }
        const all = walk(index, { ...list, limit: 100 })
        const { rows, next } = index.page({ ...list, after: null, skip: 0, limit: to + 1 })
        expect(rows).toEqual(all.slice(0, to + 1))
        expect(next?.id).toBe(all.length > to + 1 ? all[to]?.id : undefined)
        index.remove(rows.slice(-1).map(({ id }) => id))
        const rest = next === null ? [] : index.page({ ...list, after: next, skip, limit: 3 }).rows
        expect(rest).toEqual(all.slice(to + 1 + skip, to + 4 + skip))
        index.close()
      },
    ),
    { numRuns: 200 },
  )
})

test('behind the end of a list there is nothing', () => {
  const { index } = Index.open(null, 'library')
  index.put([makeEntry(idOf(1))])
  const list = { filter: 'all', query: '', sort: { by: 'title', isReversed: false }, limit: 3 } as const
  expect(index.page({ ...list, after: null, skip: 1 })).toEqual({ rows: [], next: null })
  expect(index.page({ ...list, after: { key: 'z', id: idOf(1) }, skip: 0 })).toEqual({ rows: [], next: null })
  expect(index.page({ ...list, after: { key: 0, id: idOf(1) }, skip: 0 }).rows).toHaveLength(1)
})

test('what was put comes back as it was put, and nothing else does', () => {
  fc.assert(
    fc.property(changes, (done) => {
      const { index, articles } = after(done)
      expect(index.size).toBe(articles.size)
      const stamps = [...articles].map(([id, { stamp }]) => [id, stamp] as const)
      expect(index.stamps()).toEqual(new Map(stamps))
      for (let number = 1; number <= 12; number++) {
        const entry = articles.get(idOf(number))
        expect(index.get(idOf(number))).toEqual(entry === undefined ? null : rowOf(entry))
      }
      const removals = [...articles.values()].filter((entry) => entry.removedSince !== null)
      expect(index.withRemovedNotes().toSorted()).toEqual(
        removals.map(({ summary }) => summary.id).toSorted(),
      )
      expect(index.check()).toBeNull()
      index.close()
    }),
    { numRuns: 100 },
  )
})

test('articles whose notes were removed long ago are found, the longest ago first', () => {
  const { index } = Index.open(null, 'library')
  index.put([
    makeEntry(idOf(1), {}, { removedSince: '2026-11-03T00:00:00.000Z' }),
    makeEntry(idOf(2), {}, { removedSince: '2026-11-01T00:00:00.000Z' }),
    makeEntry(idOf(3), {}, { removedSince: '2026-11-02T00:00:00.000Z' }),
    makeEntry(idOf(4)),
  ])
  expect(index.withRemovedNotes()).toEqual([idOf(2), idOf(3), idOf(1)])
  expect(index.withRemovedNotes('2026-11-02T00:00:00.000Z')).toEqual([idOf(2)])
})

test('an article is found by the beginning of its id, and by nothing else', () => {
  const { index } = Index.open(null, 'library')
  const found = ['0abcdefghjkm', '0abzzzzzzzzz', '0ac000000000', 'zzzzzzzzzzzz'] as ArticleId[]
  index.put(found.map((id) => makeEntry(id)))
  expect(index.idsStarting('0ab', 5)).toEqual(['0abcdefghjkm', '0abzzzzzzzzz'])
  expect(index.idsStarting('0abcdefghjkm', 5)).toEqual(['0abcdefghjkm'])
  expect(index.idsStarting('z', 5)).toEqual(['zzzzzzzzzzzz'])
  expect(index.idsStarting('', 3)).toEqual(found.slice(0, 3))
  for (const none of ['b', '0ab%', '0abcdefghjkm0', '~', 'é', '\u{10ffff}']) {
    expect(index.idsStarting(none, 5)).toEqual([])
  }
})

test('titles stand in the order of the alphabet, without regard to case, accents and quotation marks', () => {
  const { index } = Index.open(null, 'library')
  const titles = ['“Never,” he said', 'apple', 'Élysée', 'Zebra', 'ebony', 'Eton', '¡Olé!', 'Øresund', '東京']
  index.put(titles.map((title, number) => makeEntry(idOf(number + 1), { title })))
  const rows = walk(index, { filter: 'all', query: '', sort: { by: 'title', isReversed: false }, limit: 4 })
  const inOrder = [
    'apple',
    'ebony',
    'Élysée',
    'Eton',
    '“Never,” he said',
    '¡Olé!',
    'Zebra',
    'Øresund',
    '東京',
  ]
  expect(rows.map(({ title }) => title)).toEqual(inOrder)
})

test('more hits than are worth sorting are picked out of the list in its order', () => {
  const { index } = Index.open(null, 'library')
  const entries = Array.from({ length: 1500 }, (_, number) =>
    makeEntry(idOf(number + 1), {
      title: `${number % 10 === 0 ? 'rare' : 'often'} ${(number * 7919) % 1500}`,
      notes: number % 3,
    }),
  )
  index.put(entries)
  const all = entries.map(({ summary }) => summary)
  for (const query of ['often', 'rare', 'o', 'often 1', '']) {
    for (const filter of ['all', 'annotated'] as const) {
      const list = { filter, query, sort: { by: 'title', isReversed: true } } as const
      const expected = sorted(
        all.filter((row) => belongs(row, filter, query)),
        list.sort,
      )
      expect(walk(index, { ...list, limit: 400 })).toEqual(expected)
      expect(index.count(filter, query)).toBe(expected.length)
    }
  }
})

test('a put that fails leaves everything as it was', () => {
  const { index } = Index.open(null, 'library')
  index.put([makeEntry(idOf(1))])
  const impossible = makeEntry(idOf(2), {}, { stamp: null as unknown as string })
  expect(() => index.put([makeEntry(idOf(3)), impossible])).toThrow('NOT NULL')
  expect([...index.stamps().keys()]).toEqual([idOf(1)])
  index.put([makeEntry(idOf(3))])
  expect(index.size).toBe(2)
})

/** An index after these changes, and what it should hold. */
function after(done: readonly Change[]): { index: Index; articles: Map<ArticleId, Entry> } {
  const { index } = Index.open(null, 'library')
  const articles = new Map<ArticleId, Entry>()
  for (const change of done) {
    if ('put' in change) {
      index.put(change.put)
      for (const entry of change.put) articles.set(entry.summary.id, entry)
    } else {
      index.remove(change.remove)
      for (const id of change.remove) articles.delete(id)
    }
  }
  return { index, articles }
}

/** All rows of a list, fetched page by page. */
function walk(
  index: Index,
  list: { filter: ListFilter; query: string; sort: Sort; limit: number },
): ArticleSummary[] {
  const found: ArticleSummary[] = []
  let cursor: Cursor | null = null
  do {
    const page = index.page({ ...list, after: cursor, skip: 0 })
    found.push(...page.rows)
    // Over the pipe a cursor is JSON.
    cursor = JSON.parse(JSON.stringify(page.next)) as Cursor | null
  } while (cursor !== null)
  return found
}

function sorted(rows: readonly ArticleSummary[], { by, isReversed }: Sort): ArticleSummary[] {
  const keys = {
    added: (row: ArticleSummary) => row.addedAt,
    published: (row: ArticleSummary) => row.published ?? '',
    title: (row: ArticleSummary) => runs(row.title).join(' '),
    progress: (row: ArticleSummary) => row.reading.progress.toFixed(9),
  }
  const ascending = rows.toSorted(
    (a, b) => compareBytes(keys[by](a), keys[by](b)) || compareBytes(a.id, b.id),
  )
  return (by === 'title') === isReversed ? ascending.toReversed() : ascending
}

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

function belongs(row: ArticleSummary, filter: ListFilter, query: string): boolean {
  if (filter === 'unread' && row.reading.isRead) return false
  if (filter === 'annotated' && row.notes === 0) return false
  if (filter === 'starred' && !row.reading.isStarred) return false
  const facts = [row.title, row.byline, row.agency, row.place, row.source, row.excerpt, ...row.tags]
  const found = runs(facts.join(' '))
  return runs(query).every((start) => found.some((word) => begins(word, start.slice(0, 40))))
}

function runs(words: string): string[] {
  const folded = words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Whether a word begins so, or, where its script has no spaces, a word inside it may. */
function begins(word: string, start: string): boolean {
  const characters = Array.from(word)
  return characters.some((character, place) => {
    const mayBegin = place === 0 || isUnspaced(character) || isUnspaced(characters[place - 1] ?? '')
    return mayBegin && characters.slice(place).join('').startsWith(start)
  })
}

function isUnspaced(character: string): boolean {
  return /[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]/.test(character)
}

/** What the list itself says of an entry; its traces and notes are asked for in other ways. */
function rowOf({ summary, article, workPart, removedSince, stamp }: Entry): Omit<Entry, 'traces' | 'notes'> {
  return { summary, article, workPart, removedSince, stamp }
}
