import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Index } from '../../../main/library/index/index.ts'
import { workPartOf } from '../../../main/library/index/work.ts'
import type { Part } from '../../../src/model/article.ts'
import { idOf, makeEntry } from './index-entries.ts'

const [tides, walls] = ['tides', 'walls']

function chapter(id: number, work: string | null, part: number) {
  return makeEntry(idOf(id), {}, { workPart: work === null ? null : { work, part } })
}

test('the parts beside an article are the nearest of its own work, whatever else is there', () => {
  const parts = fc.array(
    fc.record({ work: fc.constantFrom(tides, walls, null), part: fc.integer({ min: 1, max: 9 }) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  fc.assert(
    fc.property(parts, (all) => {
      const { index } = Index.open(null, 'library')
      index.put(all.map(({ work, part }, at) => chapter(at + 1, work, part)))
      for (const [at, { work, part }] of all.entries()) {
        const numbers = all.flatMap((other) => (work !== null && other.work === work ? other.part : []))
        const before = numbers.filter((number) => number < part)
        const after = numbers.filter((number) => number > part)
        const first = (number: number) =>
          idOf(1 + all.findIndex((other) => other.work === work && other.part === number))
        const { previous, next } = index.beside(idOf(at + 1))
        expect(previous?.id ?? null).toBe(before.length === 0 ? null : first(Math.max(...before)))
        expect(next?.id ?? null).toBe(after.length === 0 ? null : first(Math.min(...after)))
      }
      index.close()
    }),
    { numRuns: 100 },
  )
})

test('of two articles that are the same part the older one is gone to', () => {
  const { index } = Index.open(null, 'library')
  const addedOn = (day: number) => ({ addedAt: `2026-11-0${day}T08:30:00.000Z` })
  const workPart = { work: tides, part: 2 }
  index.put([
    chapter(1, tides, 1),
    makeEntry(idOf(2), addedOn(5), { workPart }),
    makeEntry(idOf(3), addedOn(3), { workPart }),
  ])
  expect(index.beside(idOf(1)).next?.id).toBe(idOf(3))
})

test('a part that was removed is passed over', () => {
  const { index } = Index.open(null, 'library')
  index.put([chapter(1, tides, 1), chapter(2, tides, 2), chapter(3, tides, 3)])
  index.remove([idOf(2)])
  expect(index.beside(idOf(1)).next?.id).toBe(idOf(3))
  expect(index.beside(idOf(3)).previous?.id).toBe(idOf(1))
})

test('nothing is beside an article that is not there', () => {
  const { index } = Index.open(null, 'library')
  expect(index.beside(idOf(1))).toEqual({ previous: null, next: null })
})

function workOf(key: string, part: Part): string | undefined {
  const origin = { importer: 'epub', key }
  return workPartOf({ name: 'chapter.json', url: null, origin, part })?.work
}

test('chapters of one book are parts of one work, those of two books are not', () => {
  const part = { of: 'The Harbour Book', number: 1, total: 12 }
  const first = workOf('urn:made:harbour#a.xhtml', part)
  expect(workOf('urn:made:harbour#b.xhtml#two', { ...part, number: 2 })).toBe(first)
  expect(workOf('urn:made:quay#a.xhtml', part)).not.toBe(first)
  expect(workOf('urn:made:harbour#a.xhtml', { ...part, total: 13 })).not.toBe(first)
})

test('an article by itself is no part of a work', () => {
  expect(workPartOf({ name: 'story.txt', url: null, origin: null, part: null })).toBeNull()
})
