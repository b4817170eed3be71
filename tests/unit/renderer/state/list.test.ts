// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { applyEvent } from '../../../../renderer/state/events.ts'
import { allShown, loadPage, setFilter, setQuery } from '../../../../renderer/state/list-actions.ts'
import { getState } from '../../../../renderer/state/store.ts'
import { fail, ok } from '../../../../src/errors.ts'
import { articleId, fakeLibrary, type FakeLibrary, row } from './fake-library.ts'

let library: FakeLibrary

beforeEach(() => {
  vi.useFakeTimers()
  library = fakeLibrary()
})

afterEach(() => vi.useRealTimers())

function titles() {
  return getState().rows.map(({ title }) => title)
}

/** A library of so many stories that answers a page at a time. */
function fill(stories: number) {
  const all = Array.from({ length: stories }, (_, index) => row(index + 1))
  library.answers['article.list'] = ({ after, limit }) => {
    const start = all.findIndex(({ id }) => id === after) + 1
    const rows = all.slice(start, start + limit)
    return ok({ rows, total: all.length, hasMore: start + rows.length < all.length })
  }
}

test('pages follow each other without a gap', async () => {
  fill(150)
  await loadPage()
  await loadPage()
  expect(titles()).toEqual(Array.from({ length: 150 }, (_, index) => `Story ${index + 1}`))
  expect(getState().hasMore).toBe(false)
})

test('export of all that is shown takes those that were never scrolled to', async () => {
  fill(1100)
  await loadPage()
  expect(await allShown()).toHaveLength(1100)
})

test('a late answer to an earlier question is let go', async () => {
  const answers: Array<() => void> = []
  library.answers['article.list'] = async ({ filter }) => {
    await new Promise<void>((resolve) => answers.push(resolve))
    return ok({ rows: filter === 'starred' ? [row(2)] : [row(1)], total: 1, hasMore: false })
  }
  const first = setFilter('unread')
  const second = setFilter('starred')
  answers[1]?.()
  await second
  answers[0]?.()
  await first
  expect(titles()).toEqual(['Story 2'])
})

test('a typed word is one question', async () => {
  for (const query of ['t', 'ti', 'tide']) setQuery(query)
  await vi.advanceTimersByTimeAsync(200)
  expect(library.inputsOf('article.list')).toMatchObject([{ query: 'tide' }])
})

test('a changed row is changed where it stands', async () => {
  await loadPage()
  applyEvent({ kind: 'article-changed', summary: { ...row(2), title: 'Corrected' } })
  expect(titles()).toEqual(['Story 1', 'Corrected'])
})

test('an article added elsewhere shows up by itself', async () => {
  await loadPage()
  fill(3)
  applyEvent({ kind: 'article-changed', summary: row(3) })
  await vi.advanceTimersByTimeAsync(200)
  expect(titles()).toContain('Story 3')
})

test('an article removed elsewhere goes, and is not counted any more', async () => {
  await loadPage()
  applyEvent({ kind: 'article-removed', id: articleId(1) })
  expect(titles()).toEqual(['Story 2'])
  expect(getState().total).toBe(1)
})

test('a list that could not be had says so and can be asked for again', async () => {
  const { 'article.list': list } = library.answers
  library.answers['article.list'] = () => fail({ code: 'internal', reason: 'gone' })
  await loadPage()
  expect(getState().listStatus).toBe('failed')
  library.answers['article.list'] = list!
  await loadPage()
  expect(titles()).toHaveLength(2)
})
