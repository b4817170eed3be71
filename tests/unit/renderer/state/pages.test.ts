import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  indexOf,
  missingPages,
  noPages,
  outdated,
  type Pages,
  pageSize,
  rowAt,
  wayTo,
  withoutRow,
  withPage,
  withRow,
} from '../../../../renderer/state/pages.ts'
import { articleId, row } from './fake-library.ts'

const total = 1050
const all = Array.from({ length: total }, (_, index) => row(index + 1))

function answerOf(page: number) {
  const rows = all.slice(page * pageSize, (page + 1) * pageSize)
  const last = rows.at(-1)!
  const end = page * pageSize + rows.length
  return { rows, total, next: end < total ? { key: end, id: last.id } : null, shown: page }
}

function loaded(...pages: number[]): Pages {
  return pages.reduce<Pages>((list, page) => withPage(list, page, answerOf(page)), noPages)
}

test('whatever pages come in whatever order, a row is where the list has it or not loaded', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10)), fc.nat(total - 1), (pages, index) => {
      const found = rowAt(loaded(...pages), index)
      expect(found).toEqual(pages.includes(Math.floor(index / pageSize)) ? all[index] : undefined)
    }),
  )
})

test('the way to any page leads to its first row', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10)), fc.nat(10), (pages, page) => {
      const { after, skip } = wayTo(loaded(...pages), page)
      expect(Number(after?.key ?? 0) + skip).toBe(page * pageSize)
    }),
  )
})

test('without an article the rest stands as if it had never been there, where it is loaded', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(10), { minLength: 1 }), fc.nat(total - 1), (pages, gone) => {
      const list = loaded(...pages)
      const rest = all.toSpliced(gone, 1)
      const left = withoutRow(list, all[gone]!.id)
      const expected = pages.includes(Math.floor(gone / pageSize)) ? rest : all
      expect(left.total).toBe(expected.length)
      const wrong = expected.filter(({ id }, index) => (rowAt(left, index)?.id ?? id) !== id)
      expect(wrong).toEqual([])
    }),
  )
})

test('a changed row keeps its place', () => {
  const changed = { ...row(250), title: 'Corrected' }
  const list = withRow(loaded(2), changed)
  expect(rowAt(list, indexOf(list, articleId(250))!)).toEqual(changed)
  expect(indexOf(list, changed.id)).toBe(249)
})

test('an outdated list shows its rows and asks for them again, from the top', () => {
  const list = outdated(loaded(2, 3))
  expect(rowAt(list, 250)).toEqual(all[250])
  expect(missingPages(list, 250, 320)).toEqual([2, 3])
  expect(wayTo(list, 3)).toEqual({ after: null, skip: 300 })
})

test('a list that became shorter forgets what lay past its end', () => {
  const list = withPage(loaded(9, 10), 0, { ...answerOf(0), total: 950, next: null })
  expect([...list.rows.keys()].toSorted((a, b) => a - b)).toEqual([0, 9])
})

test('nothing is asked for past the end', () => {
  expect(missingPages(loaded(10), 1000, 5000)).toEqual([])
  expect(missingPages(noPages, 0, 12)).toEqual([0])
})
