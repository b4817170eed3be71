import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Index } from '../../../main/library/index/index.ts'
import { fileNames } from '../../../src/exporters/file-name.ts'
import { ArticleId } from '../../../src/model/ids.ts'
import { idOf, makeEntry } from './index-entries.ts'

/** Beginnings of ids that are alike, so that names with the beginning of an id are taken as well. */
const ids = fc
  .tuple(fc.constantFrom('abcd', 'abce'), fc.integer({ min: 0, max: 5 }))
  .map(([start, number]) => ArticleId.parse(start + String(number).padStart(8, '0')))

const ends = fc.array(
  fc.oneof(
    fc.constantFrom(' (abcd)', ' (ABCE)', ' (2026)', ' x', '.'),
    ids.map((id) => ` (${id})`),
  ),
  { maxLength: 3 },
)
const titles = fc
  .tuple(fc.constantFrom('Tides', 'TIDES', 'Tidés', 'Wind', '', 'ΟΔΟΣ', 'w'.repeat(107)), ends)
  .map(([start, rest]) => start + rest.join(''))

const summaries = fc.record({
  title: titles,
  published: fc.constantFrom(null, '2026-11-02'),
  addedAt: fc.constantFrom('2026-11-02T08:30:00.000Z', '2026-11-02T09:00:00.000Z'),
})

test('a few articles are named as they are when the whole library is named', () => {
  const libraries = fc.dictionary(ids, summaries, { maxKeys: 12 })
  fc.assert(
    fc.property(libraries, fc.subarray([0, 1, 2, 3, 4, 5]), (library, chosen) => {
      const entries = Object.entries(library).map(([id, summary]) => makeEntry(ArticleId.parse(id), summary))
      const { index } = Index.open(null, 'library')
      index.put(entries)
      const names = namesOf(entries.map(({ summary }) => summary))
      const wanted = chosen.flatMap((number) => entries[number]?.summary.id ?? [])
      const few = namesOf(index.namesakes(wanted))
      for (const id of wanted) expect(few.get(id)).toBe(names.get(id))
      index.close()
    }),
    { numRuns: 300 },
  )
})

test('articles of other names are left out', () => {
  const { index } = Index.open(null, 'library')
  index.put([
    makeEntry(idOf(1), { title: 'Tides' }),
    makeEntry(idOf(2), { title: 'TIDES (0000)' }),
    makeEntry(idOf(3), { title: 'Tides of spring' }),
  ])
  const found = index.namesakes([idOf(1), idOf(9)]).map(({ id }) => id)
  expect(found.toSorted()).toEqual([idOf(1), idOf(2)])
})

function namesOf(articles: Parameters<typeof fileNames>[0]): Map<string, string | undefined> {
  const names = fileNames(articles)
  return new Map(articles.map(({ id }, place) => [id, names[place]]))
}
