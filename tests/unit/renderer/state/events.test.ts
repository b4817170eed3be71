// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { openArticle } from '../../../../renderer/state/article-actions.ts'
import { applyEvent } from '../../../../renderer/state/events.ts'
import { saveSettings } from '../../../../renderer/state/settings-actions.ts'
import { start } from '../../../../renderer/state/start.ts'
import { getState } from '../../../../renderer/state/store.ts'
import { ok } from '../../../../src/errors.ts'
import { defaultSettings } from '../../../../src/model/settings.ts'
import { articleId, fakeLibrary, type FakeLibrary, note, noteId, row } from './fake-library.ts'

let library: FakeLibrary

beforeEach(async () => {
  library = fakeLibrary()
  await openArticle(articleId(1))
})

function order() {
  return getState().open?.notes.map((placed) => placed.note.id)
}

test('notes of the command line come into the open article, in the order of its text', () => {
  const whole = { ...note(4), anchor: null }
  const lost = { ...note(3), anchor: { kind: 'lost' } as const }
  for (const placed of [lost, note(2, 20), note(1, 6), whole]) {
    applyEvent({ kind: 'note-changed', articleId: articleId(1), note: placed })
  }
  expect(order()).toEqual([noteId(4), noteId(1), noteId(2), noteId(3)])
})

test('a note of another article stays out', () => {
  const other = note(1)
  const placed = { ...other, note: { ...other.note, articleId: articleId(2) } }
  applyEvent({ kind: 'note-changed', articleId: articleId(2), note: placed })
  expect(order()).toEqual([])
})

test('a note removed elsewhere is neither shown nor in focus any more', () => {
  applyEvent({ kind: 'note-changed', articleId: articleId(1), note: note(1) })
  applyEvent({ kind: 'note-removed', articleId: articleId(1), id: noteId(1) })
  expect(order()).toEqual([])
  expect(getState().activeNoteId).toBeNull()
})

test('facts corrected elsewhere show in the open article', () => {
  applyEvent({ kind: 'article-changed', summary: { ...row(1), place: 'Port Ellery' } })
  expect(getState().open?.article.place).toBe('Port Ellery')
})

test('an open article that is removed elsewhere closes', () => {
  applyEvent({ kind: 'article-removed', id: articleId(1) })
  expect(getState()).toMatchObject({ open: null, openId: null })
})

test('a slider that moves on is not thrown back by the answer to where it was', async () => {
  const answers: Array<() => void> = []
  library.answers['settings.save'] = async (change) => {
    await new Promise<void>((resolve) => answers.push(resolve))
    return ok({ ...defaultSettings, ...change } as typeof defaultSettings)
  }
  const first = saveSettings({ fontSize: 20 })
  const second = saveSettings({ fontSize: 21 })
  answers[0]?.()
  await first
  applyEvent({ kind: 'settings-changed', settings: { ...defaultSettings, fontSize: 20 } })
  expect(getState().settings.fontSize).toBe(21)
  answers[1]?.()
  await second
  expect(getState().settings.fontSize).toBe(21)
})

test('the window comes back to the article it was left at', async () => {
  library.answers['settings.get'] = () => ok({ ...defaultSettings, lastArticle: articleId(2) })
  await start()
  expect(getState().openId).toBe(articleId(2))
})

test('an article that was removed since the window was closed is not asked for', async () => {
  library = fakeLibrary()
  library.answers['settings.get'] = () => ok({ ...defaultSettings, lastArticle: articleId(9) })
  await start()
  expect(getState()).toMatchObject({ openId: null, toasts: [] })
})

test('files named at the start come before what was open last', async () => {
  library.answers['window.ready'] = () =>
    ok({ open: [articleId(2), articleId(1)], failed: [{ code: 'file-empty', name: 'nothing.txt' }] })
  await start()
  expect(getState().openId).toBe(articleId(1))
  expect(getState().toasts[0]?.text).toContain('nothing.txt')
})
