// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openArticle } from '../../../../renderer/state/article-actions.ts'
import { undo } from '../../../../renderer/state/history-actions.ts'
import { addNote } from '../../../../renderer/state/note-actions.ts'
import { getState, useStore } from '../../../../renderer/state/store.ts'
import { startEditing, stopEditing, typeNote } from '../../../../renderer/state/typing-actions.ts'
import { fail, ok } from '../../../../src/errors.ts'
import { articleId, fakeLibrary, type FakeLibrary, noteId, row } from './fake-library.ts'

let library: FakeLibrary

beforeEach(async () => {
  vi.useFakeTimers()
  library = fakeLibrary()
  await openArticle(articleId(1))
  await addNote({ span: { start: 0, end: 5 } })
  await addNote({ span: { start: 6, end: 9 } })
  await startEditing(noteId(1))
})

afterEach(() => vi.useRealTimers())

function bodyOf(number: number) {
  return library.notes.get(noteId(number))?.note.body
}

test('what is typed is saved within 400 ms of the last key, and not at every key', async () => {
  for (const body of ['O', 'Oc', 'Oct']) await typeNote(noteId(1), body)
  await vi.advanceTimersByTimeAsync(400)
  expect(bodyOf(1)).toBe('Oct')
  expect(library.inputsOf('note.edit')).toHaveLength(1)
})

test('a note says it is saved only when the library has answered', async () => {
  const { 'note.edit': edit } = library.answers
  let answer = () => {}
  library.answers['note.edit'] = async (input) => {
    await new Promise<void>((resolve) => (answer = resolve))
    return edit!(input)
  }
  await typeNote(noteId(1), 'October')
  expect(getState().typing?.status).toBe('typing')
  await vi.advanceTimersByTimeAsync(400)
  expect(getState().typing?.status).toBe('saving')
  answer()
  await vi.advanceTimersByTimeAsync(0)
  expect(getState().typing?.status).toBe('saved')
})

test('leaving the note saves at once', async () => {
  await typeNote(noteId(1), 'October')
  await stopEditing()
  expect(bodyOf(1)).toBe('October')
  expect(getState().editingNoteId).toBeNull()
})

test('opening another article saves first', async () => {
  await typeNote(noteId(1), 'October')
  await openArticle(articleId(2))
  expect(bodyOf(1)).toBe('October')
})

test('one stay in the note is one step to undo', async () => {
  await typeNote(noteId(1), 'Oct')
  await vi.advanceTimersByTimeAsync(400)
  await typeNote(noteId(1), 'October')
  await stopEditing()
  await undo()
  expect(bodyOf(1)).toBe('')
})

test('words that could not be saved stay, and the note stays open', async () => {
  library.answers['note.edit'] = () => fail({ code: 'disk-full', path: 'notes.json' })
  await typeNote(noteId(1), 'October')
  expect(await stopEditing()).toBe(false)
  await startEditing(noteId(2))
  await typeNote(noteId(2), 'other words')
  expect(getState().typing).toMatchObject({ noteId: noteId(1), body: 'October', status: 'failed' })
  expect(getState().editingNoteId).toBe(noteId(1))
})

test('an article that was removed elsewhere while its note is written comes back', async () => {
  const { 'note.edit': edit } = library.answers
  library.answers['note.edit'] = () => fail({ code: 'article-unknown', id: articleId(1) })
  library.answers['article.restore'] = () => {
    library.answers['note.edit'] = edit!
    return ok(row(1))
  }
  await typeNote(noteId(1), 'October')
  await stopEditing()
  expect(bodyOf(1)).toBe('October')
})

test('a note that was removed elsewhere while it is written comes back', async () => {
  library.answers['note.restore'] = ({ id }) => {
    library.notes.set(placed.note.id, placed)
    return id === placed.note.id ? { ok: true, value: placed } : fail({ code: 'note-unknown', id })
  }
  const placed = library.notes.get(noteId(1))!
  library.notes.delete(noteId(1))
  await typeNote(noteId(1), 'October')
  await stopEditing()
  expect(bodyOf(1)).toBe('October')
})

test('who types without a pause has it saved within a second all the same', async () => {
  for (let key = 1; key <= 12; key += 1) {
    await typeNote(noteId(1), 'October'.repeat(key))
    await vi.advanceTimersByTimeAsync(90)
  }
  expect(bodyOf(1)).toMatch(/^(October){10,}/)
})

test('every key is put where a crash cannot reach it, at once', async () => {
  await typeNote(noteId(1), 'O')
  expect(library.inputsOf('note.typing')).toEqual([{ articleId: articleId(1), id: noteId(1), body: 'O' }])
})

test('no key waits for the one before it, nor for a saving', async () => {
  library.answers['note.typing'] = () => new Promise(() => undefined)
  for (const body of ['O', 'Oc', 'Oct']) await typeNote(noteId(1), body)
  expect(library.inputsOf('note.typing')).toMatchObject([{ body: 'O' }, { body: 'Oc' }, { body: 'Oct' }])
})

test('words that could not be saved are put where a crash cannot reach them', async () => {
  library.answers['note.edit'] = () => fail({ code: 'disk-full', path: 'notes.json' })
  await typeNote(noteId(1), 'October')
  await stopEditing()
  expect(library.inputsOf('note.typing').at(-1)).toMatchObject({ body: 'October' })
})

test('a note of a library that cannot be written to is not opened for writing; it is said why', async () => {
  await stopEditing()
  const library = {
    readOnly: { code: 'library-denied', path: '/books' } as const,
    reconciling: null,
    incidents: 0,
  }
  useStore.setState({ library })
  await startEditing(noteId(2))
  expect(getState().editingNoteId).toBeNull()
  expect(getState().toasts[0]?.text).toContain('/books')
})
