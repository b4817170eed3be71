// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openArticle } from '../../../../renderer/state/article-actions.ts'
import { applyEvent } from '../../../../renderer/state/events.ts'
import { saveSettings } from '../../../../renderer/state/settings-actions.ts'
import { start } from '../../../../renderer/state/start.ts'
import {
  addNote,
  dropNote,
  editNote,
  noteById,
  setActiveNote,
} from '../../../../renderer/state/note-actions.ts'
import { getState, useStore } from '../../../../renderer/state/store.ts'
import type { LibraryEvent } from '../../../../src/contract.ts'
import { ok } from '../../../../src/errors.ts'
import type { PlacedNote } from '../../../../src/model/note.ts'
import { defaultSettings } from '../../../../src/model/settings.ts'
import { articleId, fakeLibrary, type FakeLibrary, note, noteId, row } from './fake-library.ts'

let library: FakeLibrary

beforeEach(async () => {
  vi.useFakeTimers()
  library = fakeLibrary()
  await openArticle(articleId(1))
})

afterEach(() => {
  vi.runOnlyPendingTimers()
  vi.useRealTimers()
})

/** News that come together are looked at together, a moment after the first. */
function hear(...events: LibraryEvent[]): void {
  for (const event of events) applyEvent(event)
  vi.advanceTimersByTime(60)
}

function changed(placed: PlacedNote): LibraryEvent {
  return { kind: 'note-changed', articleId: placed.note.articleId, note: placed }
}

function order() {
  return getState().open?.notes.map((placed) => placed.note.id)
}

test('notes of the command line come into the open article, in the order of its text', () => {
  const whole = { ...note(4), anchor: null }
  const lost = { ...note(3), anchor: { kind: 'lost' } as const }
  hear(...[lost, note(2, 20), note(1, 6), whole].map(changed))
  expect(order()).toEqual([noteId(4), noteId(1), noteId(2), noteId(3)])
})

test('a note of another article stays out', () => {
  const other = note(1)
  const placed = { ...other, note: { ...other.note, articleId: articleId(2) } }
  hear(changed(placed))
  expect(order()).toEqual([])
})

test('a note removed elsewhere is neither shown nor in focus any more', () => {
  hear(changed(note(1)))
  setActiveNote(noteId(1))
  hear({ kind: 'note-removed', articleId: articleId(1), id: noteId(1) })
  expect(order()).toEqual([])
  expect(getState().activeNoteId).toBeNull()
})

test('the article is shown anew twice, not 2,000 times, for 2,000 news', () => {
  const shown = new Set<unknown>()
  const before = getState().open
  const stop = useStore.subscribe(({ open }) => shown.add(open))
  hear(...Array.from({ length: 2000 }, (_, index) => changed(note(index % 50, index % 40))))
  stop()
  shown.delete(before)
  expect(shown.size).toBe(2)
  expect(order()).toHaveLength(50)
})

test('news that waited do not bring back what was removed or changed meanwhile', async () => {
  await addNote({ span: { start: 0, end: 5 } })
  hear(changed(note(2)))
  applyEvent(changed(note(3)))
  applyEvent(changed(note(1)))
  applyEvent(changed({ ...note(2), note: { ...note(2).note, color: 'red' } }))
  await editNote(noteId(1), { color: 'blue' })
  dropNote(articleId(1), noteId(2))
  vi.advanceTimersByTime(60)
  expect(order()?.toSorted()).toEqual([noteId(1), noteId(3)])
  expect(noteById(noteId(1))?.note.color).toBe('blue')
})

test('news of what the library has answered already change nothing', async () => {
  const added = await addNote({ span: { start: 0, end: 5 } })
  const before = getState().open
  hear(changed(structuredClone(added!)))
  expect(getState().open).toBe(before)
  hear(changed({ ...added!, anchor: { kind: 'lost' } }))
  expect(noteById(noteId(1))?.anchor).toEqual({ kind: 'lost' })
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
    ok({
      open: [articleId(2), articleId(1)],
      failed: [{ code: 'file-empty', name: 'nothing.txt' }],
      collections: [],
      addresses: [],
    })
  await start()
  expect(getState().openId).toBe(articleId(1))
  expect(getState().toasts[0]?.text).toContain('nothing.txt')
})
