// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { openArticle, removeArticle } from '../../../../renderer/state/article-actions.ts'
import { applyEvent } from '../../../../renderer/state/events.ts'
import { redo, undo, undoStep } from '../../../../renderer/state/history-actions.ts'
import { addNote, removeNote } from '../../../../renderer/state/note-actions.ts'
import { getState } from '../../../../renderer/state/store.ts'
import {
  openTrash,
  restoreTrashedArticle,
  restoreTrashedNote,
} from '../../../../renderer/state/trash-actions.ts'
import { fail } from '../../../../src/errors.ts'
import { articleId, fakeLibrary, type FakeLibrary, noteId } from './fake-library.ts'

let library: FakeLibrary

beforeEach(async () => {
  library = fakeLibrary()
  await openArticle(articleId(1))
})

function titles() {
  return getState().trash?.articles.map(({ title }) => title)
}

test('a removed article lies in the trash until it is taken out', async () => {
  await removeArticle(articleId(2))
  await openTrash()
  expect(titles()).toEqual(['Story 2'])
  await restoreTrashedArticle(articleId(2))
  expect(titles()).toEqual([])
})

test('a removed note is back in its open article, where it stood', async () => {
  await addNote({ span: { start: 0, end: 5 }, body: 'kept' })
  await removeNote(noteId(1))
  await openTrash()
  await restoreTrashedNote(articleId(1), noteId(1))
  expect(getState().open?.notes.map(({ note }) => note.body)).toEqual(['kept'])
})

test('what was restored can be put back, and taken out again', async () => {
  await removeArticle(articleId(2))
  await openTrash()
  await restoreTrashedArticle(articleId(2))
  await undoStep(getState().toasts.at(-1)!.step!)
  await openTrash()
  expect(titles()).toEqual(['Story 2'])
  await redo()
  await openTrash()
  expect(titles()).toEqual([])
})

test('undoing the restoring of a note removes it again', async () => {
  await addNote({ span: { start: 0, end: 5 } })
  await removeNote(noteId(1))
  await restoreTrashedNote(articleId(1), noteId(1))
  await undo()
  expect(getState().open?.notes).toEqual([])
})

test('what could not be restored stays in the trash and says so', async () => {
  await removeArticle(articleId(2))
  await openTrash()
  library.answers['article.restore'] = () => fail({ code: 'disk-full', path: 'articles' })
  await restoreTrashedArticle(articleId(2))
  expect(titles()).toEqual(['Story 2'])
  expect(getState().toasts.at(-1)?.text).toContain('disk is full')
})

test('the trash that is shown follows what is removed elsewhere', async () => {
  await openTrash()
  const { 'article.remove': remove } = library.answers
  await remove!({ id: articleId(2) })
  applyEvent({ kind: 'article-removed', id: articleId(2) })
  await expect.poll(titles).toEqual(['Story 2'])
})
