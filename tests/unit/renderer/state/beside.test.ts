// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openArticle } from '../../../../renderer/state/article-actions.ts'
import { applyEvent } from '../../../../renderer/state/events.ts'
import { openBeside } from '../../../../renderer/state/part-actions.ts'
import { getState } from '../../../../renderer/state/store.ts'
import type { ArticleSummary } from '../../../../src/contract.ts'
import { ok } from '../../../../src/errors.ts'
import { articleId, fakeLibrary, type FakeLibrary, openArticleOf, row } from './fake-library.ts'

let library: FakeLibrary

/** Chapters 1 to 3 of one book, and story 4, which is of none. */
function chapter(number: number): ArticleSummary {
  return { ...row(number), part: { of: 'The Harbour Book', number, total: 3 } }
}

beforeEach(() => {
  vi.useFakeTimers()
  library = fakeLibrary()
  const there = new Map([1, 2, 3].map((number) => [articleId(number), chapter(number)]))
  library.answers['article.open'] = ({ id }) => {
    const found = [...there].find(([known]) => known === id)
    return ok(openArticleOf(found?.[1] ?? row(4), []))
  }
  library.answers['article.beside'] = ({ id }) => {
    const at = [...there.keys()].findIndex((known) => known === id)
    const [previous = null, next = null] = [...there.values()].filter(
      (_, index) => Math.abs(index - at) === 1,
    )
    return ok(at === 0 ? { previous: null, next: previous } : { previous, next })
  }
})

afterEach(() => vi.useRealTimers())

test('from chapter to chapter, and back', async () => {
  await openArticle(articleId(1))
  await vi.advanceTimersByTimeAsync(0)
  expect(getState().beside).toMatchObject({ previous: null, next: { title: 'Story 2' } })
  await openBeside('next')
  await openBeside('next')
  expect(getState().openId).toBe(articleId(3))
  await openBeside('previous')
  expect(getState().openId).toBe(articleId(2))
})

test('where there is no chapter on that side one stays', async () => {
  await openArticle(articleId(1))
  await vi.advanceTimersByTimeAsync(0)
  await openBeside('previous')
  expect(getState().openId).toBe(articleId(1))
})

test('a story by itself has nothing beside it, and nobody is asked', async () => {
  await openArticle(articleId(1))
  await vi.advanceTimersByTimeAsync(0)
  await openArticle(articleId(4))
  await vi.advanceTimersByTimeAsync(0)
  expect(getState().beside).toEqual({ previous: null, next: null })
  expect(library.inputsOf('article.beside')).toEqual([{ id: articleId(1) }])
})

test('a chapter that comes in while another of its book is read is beside it', async () => {
  await openArticle(articleId(1))
  await vi.advanceTimersByTimeAsync(0)
  library.answers['article.beside'] = () => ok({ previous: null, next: chapter(3) })
  applyEvent({ kind: 'article-changed', summary: chapter(1) })
  applyEvent({ kind: 'article-changed', summary: row(4) })
  await vi.advanceTimersByTimeAsync(500)
  expect(getState().beside.next?.title).toBe('Story 2')
  for (let news = 0; news < 20; news += 1) applyEvent({ kind: 'article-changed', summary: chapter(3) })
  await vi.advanceTimersByTimeAsync(500)
  expect(getState().beside.next?.title).toBe('Story 3')
  expect(library.inputsOf('article.beside')).toHaveLength(2)
})
