// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { applyEvent } from '../../../../renderer/state/events.ts'
import {
  allShown,
  reloadRows,
  setFilter,
  setQuery,
  showRows,
  startList,
} from '../../../../renderer/state/list-actions.ts'
import { pageSize, rowAt } from '../../../../renderer/state/pages.ts'
import { saveSettings, sortBy } from '../../../../renderer/state/settings-actions.ts'
import { getState } from '../../../../renderer/state/store.ts'
import { fail, ok } from '../../../../src/errors.ts'
import { articleId, fakeLibrary, type FakeLibrary, listOf, row } from './fake-library.ts'

let library: FakeLibrary

beforeEach(async () => {
  vi.useFakeTimers()
  library = fakeLibrary()
  await startList()
  library.calls.length = 0
})

afterEach(async () => {
  await vi.runOnlyPendingTimersAsync()
  vi.useRealTimers()
})

/** Titles of the rows as they stand in the list; a gap where one is not loaded. */
function titles(first = 0, last = getState().list.total - 1) {
  const { list } = getState()
  return Array.from({ length: last - first + 1 }, (_, index) => rowAt(list, first + index)?.title)
}

function stories(count: number) {
  return Array.from({ length: count }, (_, index) => row(index + 1))
}

/** A library of so many stories. */
function fill(count: number) {
  library.answers['article.list'] = listOf(stories(count))
}

/** Holds every answer of the list back until it is let go. */
function holdAnswers(): Array<() => void> {
  const held: Array<() => void> = []
  const { 'article.list': list } = library.answers
  library.answers['article.list'] = async (input) => {
    await new Promise<void>((resolve) => held.push(resolve))
    return list!(input)
  }
  return held
}

test('pages follow each other without a gap', async () => {
  fill(150)
  await reloadRows()
  await showRows(85, 95)
  expect(titles()).toEqual(stories(150).map(({ title }) => title))
})

test('a page goes on behind the page before it', async () => {
  fill(500)
  await reloadRows()
  await showRows(90, 100)
  expect(library.inputsOf('article.list').at(-1)).toMatchObject({ after: { key: pageSize }, skip: 0 })
})

test('the end of a long list is reached at once, past what was never loaded', async () => {
  fill(50_000)
  await reloadRows()
  await showRows(49_990, 49_999)
  expect(titles(49_998, 49_999)).toEqual(['Story 49999', 'Story 50000'])
  expect(library.inputsOf('article.list')).toHaveLength(2)
  expect(library.inputsOf('article.list').at(-1)).toMatchObject({ after: { key: pageSize }, skip: 49_800 })
})

test('a whole library that was scrolled through is not kept', async () => {
  fill(50_000)
  await reloadRows()
  for (let first = 0; first < 50_000; first += 50) await showRows(first, first + 10)
  expect(getState().list.rows.size).toBeLessThanOrEqual(20)
  expect(titles(49_950, 49_950)).toEqual(['Story 49951'])
})

test('pages that were scrolled past are not waited for', async () => {
  fill(50_000)
  await reloadRows()
  const answers = holdAnswers()
  for (let first = 1_000; first <= 40_000; first += 1_000) void showRows(first, first + 10)
  expect(answers.length).toBeLessThan(10)
  answers[0]?.()
  await vi.advanceTimersByTimeAsync(0)
  answers.at(-1)?.()
  await vi.advanceTimersByTimeAsync(0)
  expect(titles(40_000, 40_000)).toEqual(['Story 40001'])
})

test('export of all that is shown takes those that were never scrolled to', async () => {
  fill(1100)
  await reloadRows()
  const all = await allShown()
  expect(all).toEqual(stories(1100).map(({ id }) => id))
})

test('a late answer to an earlier question is let go', async () => {
  const answers: Array<() => void> = []
  library.answers['article.list'] = async ({ filter }) => {
    await new Promise<void>((resolve) => answers.push(resolve))
    return ok({ rows: filter === 'starred' ? [row(2)] : [row(1)], total: 1, next: null })
  }
  const first = setFilter('unread')
  const second = setFilter('starred')
  answers[1]?.()
  await second
  answers[0]?.()
  await first
  expect(titles()).toEqual(['Story 2'])
})

test('another filter starts at the top, and nothing of the list before stays', async () => {
  fill(500)
  await reloadRows()
  await showRows(400, 410)
  fill(3)
  await setFilter('starred')
  expect(titles()).toEqual(['Story 1', 'Story 2', 'Story 3'])
  expect([...getState().list.rows.keys()]).toEqual([0])
})

test('another order is asked for and kept', async () => {
  await reloadRows()
  await sortBy({ by: 'title' })
  expect(library.inputsOf('article.list').at(-1)).toMatchObject({ sort: { by: 'title', isReversed: false } })
  expect(library.inputsOf('settings.save')).toEqual([{ sort: { by: 'title', isReversed: false } }])
})

test('a setting that is no order does not ask for the list', async () => {
  await reloadRows()
  await saveSettings({ fontSize: 20 })
  expect(library.inputsOf('article.list')).toHaveLength(1)
})

test('a typed word is one question', async () => {
  for (const query of ['t', 'ti', 'tide']) setQuery(query)
  await vi.advanceTimersByTimeAsync(200)
  expect(library.inputsOf('article.list')).toMatchObject([{ query: 'tide' }])
})

test('a changed row is changed where it stands', async () => {
  await reloadRows()
  applyEvent({ kind: 'article-changed', summary: { ...row(2), title: 'Corrected' } })
  expect(titles()).toEqual(['Story 1', 'Corrected'])
  await vi.advanceTimersByTimeAsync(200)
  expect(library.inputsOf('article.list')).toHaveLength(1)
})

test('a row that was changed in what the list is sorted by finds its new place', async () => {
  await reloadRows()
  await sortBy({ by: 'title' })
  library.answers['article.list'] = listOf([{ ...row(2), title: 'Aground' }, row(1)])
  applyEvent({ kind: 'article-changed', summary: { ...row(2), title: 'Aground' } })
  await vi.advanceTimersByTimeAsync(200)
  expect(titles()).toEqual(['Aground', 'Story 1'])
})

test('an article added elsewhere shows up by itself', async () => {
  await reloadRows()
  fill(3)
  applyEvent({ kind: 'article-changed', summary: row(3) })
  await vi.advanceTimersByTimeAsync(200)
  expect(titles()).toContain('Story 3')
})

test('many changes at once are one more look, and the rows stay until it is answered', async () => {
  fill(250)
  await reloadRows()
  await showRows(95, 105)
  const asked = library.inputsOf('article.list').length
  library.answers['article.list'] = listOf([row(300), ...stories(250)])
  const answers = holdAnswers()
  for (let times = 0; times < 50; times += 1) applyEvent({ kind: 'list-changed' })
  await vi.advanceTimersByTimeAsync(200)
  expect(library.inputsOf('article.list')).toHaveLength(asked + 2)
  expect(titles(100, 100)).toEqual(['Story 101'])
  for (const answer of answers) answer()
  await vi.advanceTimersByTimeAsync(0)
  expect(titles(99, 101)).toEqual(['Story 99', 'Story 100', 'Story 101'])
  expect(getState().list.total).toBe(251)
})

test('news that does not end does not keep the list from being looked at', async () => {
  await reloadRows()
  fill(3)
  for (let times = 0; times < 10; times += 1) {
    applyEvent({ kind: 'list-changed' })
    await vi.advanceTimersByTimeAsync(50)
  }
  expect(titles()).toHaveLength(3)
})

test('an article removed elsewhere goes, and is not counted any more', async () => {
  await reloadRows()
  applyEvent({ kind: 'article-removed', id: articleId(1) })
  expect(titles()).toEqual(['Story 2'])
})

test('an article removed on one page draws up those of the next', async () => {
  fill(250)
  await reloadRows()
  await showRows(95, 105)
  applyEvent({ kind: 'article-removed', id: articleId(50) })
  expect(titles(48, 101)).toEqual(
    stories(250)
      .filter(({ id }) => id !== articleId(50))
      .slice(48, 102)
      .map(({ title }) => title),
  )
})

test('a list that could not be had says so and can be asked for again', async () => {
  const { 'article.list': list } = library.answers
  library.answers['article.list'] = () => fail({ code: 'internal', reason: 'gone' })
  await reloadRows()
  expect(getState().listStatus).toBe('failed')
  library.answers['article.list'] = list!
  await reloadRows()
  expect(titles()).toHaveLength(2)
})

test('the window goes on by itself when the library is back', async () => {
  fill(500)
  await reloadRows()
  const { 'article.list': list } = library.answers
  library.answers['article.list'] = () => fail({ code: 'internal', reason: 'ended' })
  await showRows(300, 310)
  await vi.advanceTimersByTimeAsync(5000)
  expect(getState().toasts).toHaveLength(1)
  library.answers['article.list'] = list!
  await vi.advanceTimersByTimeAsync(3000)
  expect(titles(300, 300)).toEqual(['Story 301'])
  expect(getState().listStatus).toBe('ready')
})
