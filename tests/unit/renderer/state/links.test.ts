// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openArticle } from '../../../../renderer/state/article-actions.ts'
import { applyEvent } from '../../../../renderer/state/events.ts'
import { followLink, suggestLinks } from '../../../../renderer/state/link-actions.ts'
import { getState } from '../../../../renderer/state/store.ts'
import type { Backlink } from '../../../../src/contract.ts'
import { ok } from '../../../../src/errors.ts'
import { articleId, fakeLibrary, type FakeLibrary, note, noteId } from './fake-library.ts'

let library: FakeLibrary

function linkFrom(article: number): Backlink {
  return {
    articleId: articleId(article),
    noteId: noteId(article),
    title: `Story ${article}`,
    body: 'see there',
    toNote: null,
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  library = fakeLibrary()
})

afterEach(() => vi.useRealTimers())

test('an open article shows the notes of other articles that link to it', async () => {
  library.answers['note.backlinks'] = () => ok({ links: [linkFrom(1), linkFrom(2)] })
  await openArticle(articleId(1))
  await vi.advanceTimersByTimeAsync(0)
  expect(getState().backlinks.map((link) => link.articleId)).toEqual([articleId(2)])
})

test('a link that was made elsewhere shows soon, many of them at one look', async () => {
  await openArticle(articleId(1))
  library.answers['note.backlinks'] = () => ok({ links: [linkFrom(2)] })
  const other = note(1)
  const placed = { ...other, note: { ...other.note, articleId: articleId(2) } }
  for (let news = 0; news < 20; news += 1) {
    applyEvent({ kind: 'note-changed', articleId: articleId(2), note: placed })
  }
  await vi.advanceTimersByTimeAsync(500)
  expect(getState().backlinks).toHaveLength(1)
  expect(library.inputsOf('note.backlinks')).toHaveLength(2)
})

test('a late answer does not take the place of what is typed since', async () => {
  const answers: Array<() => void> = []
  library.answers['link.suggest'] = async ({ query }) => {
    await new Promise<void>((resolve) => answers.push(resolve))
    return ok({ articles: [], notes: [], people: [query] })
  }
  const first = suggestLinks('A')
  const second = suggestLinks('Ad')
  answers[1]?.()
  await second
  answers[0]?.()
  await first
  expect(getState().links?.found?.people).toEqual(['Ad'])
})

test('a link to a note shows it, in its article', async () => {
  const other = note(7)
  library.notes.set(noteId(7), { ...other, note: { ...other.note, articleId: articleId(2) } })
  await openArticle(articleId(1))
  await followLink({ kind: 'note', articleId: articleId(2), noteId: noteId(7) })
  expect(getState()).toMatchObject({ openId: articleId(2), activeNoteId: noteId(7), notesTab: 'notes' })
})
