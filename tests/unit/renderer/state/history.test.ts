// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { openArticle, removeArticle } from '../../../../renderer/state/article-actions.ts'
import { redo, undo, undoStep } from '../../../../renderer/state/history-actions.ts'
import { addNote, editNote, removeNote } from '../../../../renderer/state/note-actions.ts'
import { getState } from '../../../../renderer/state/store.ts'
import { articleId, fakeLibrary, type FakeLibrary, noteId } from './fake-library.ts'

let library: FakeLibrary
const span = { start: 0, end: 5 }

beforeEach(async () => {
  library = fakeLibrary()
  await openArticle(articleId(1))
})

function shown() {
  return getState().open?.notes.map(({ note }) => `${note.color} ${note.body}`.trim())
}

test('a highlight can be taken back and made again', async () => {
  await addNote({ span })
  await undo()
  expect(shown()).toEqual([])
  await redo()
  expect(shown()).toEqual(['yellow'])
})

test('an edit goes back to what stood there, and forth again', async () => {
  await addNote({ span, body: 'first' })
  await editNote(noteId(1), { body: 'second', color: 'red' })
  await undo()
  expect(shown()).toEqual(['yellow first'])
  await redo()
  expect(shown()).toEqual(['red second'])
})

test('a removed note comes back as it was', async () => {
  await addNote({ span, body: 'kept' })
  await removeNote(noteId(1))
  expect(shown()).toEqual([])
  await undo()
  expect(shown()).toEqual(['yellow kept'])
  expect(getState().toasts).toEqual([])
})

test('two quick undos take back two steps', async () => {
  await addNote({ span, body: 'one' })
  await addNote({ span, body: 'two' })
  await Promise.all([undo(), undo()])
  expect(shown()).toEqual([])
})

test('the Undo of a message takes back its own step, whatever was done since', async () => {
  await addNote({ span, body: 'one' })
  await removeNote(noteId(1))
  const step = getState().toasts[0]?.step
  await addNote({ span, body: 'two' })
  await undoStep(step!)
  expect(shown()?.toSorted()).toEqual(['yellow one', 'yellow two'])
})

test('something new ends the way forth', async () => {
  await addNote({ span, body: 'one' })
  await undo()
  await addNote({ span, body: 'two' })
  await redo()
  expect(shown()).toEqual(['yellow two'])
})

test('a removed article comes back and is shown', async () => {
  await removeArticle(articleId(1))
  expect(getState().open).toBeNull()
  await undo()
  expect(getState().open?.article.id).toBe(articleId(1))
})

test('undoing a note of another article shows that article', async () => {
  await addNote({ span })
  await openArticle(articleId(2))
  await undo()
  expect(getState().openId).toBe(articleId(1))
})

test('a step stays to be taken back when the disk was full', async () => {
  await addNote({ span })
  const { 'note.remove': remove } = library.answers
  library.answers['note.remove'] = () => ({ ok: false, error: { code: 'disk-full', path: 'notes.json' } })
  await undo()
  expect(shown()).toEqual(['yellow'])
  library.answers['note.remove'] = remove!
  await undo()
  expect(shown()).toEqual([])
})

test('a step on a note that is gone is said and then forgotten', async () => {
  await addNote({ span })
  await editNote(noteId(1), { color: 'red' })
  library.notes.clear()
  await undo()
  expect(getState().toasts.map((toast) => toast.kind)).toEqual(['problem'])
  expect(getState().history.past.map((step) => step.kind)).toEqual(['note-added'])
})
