// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { openArticle } from '../../../../renderer/state/article-actions.ts'
import { addNote } from '../../../../renderer/state/note-actions.ts'
import { getState, useStore } from '../../../../renderer/state/store.ts'
import { fail, ok } from '../../../../src/errors.ts'
import { articleId, fakeLibrary, type FakeLibrary, note, noteId } from './fake-library.ts'

let library: FakeLibrary
const span = { start: 0, end: 5 }

beforeEach(async () => {
  library = fakeLibrary()
  await openArticle(articleId(1))
})

function pendingSpans() {
  return getState().pending.map((highlight) => highlight.span)
}

test('until the library has answered a highlight is painted, and nothing else tells of it', async () => {
  const before = getState()
  const adding = addNote({ span, color: 'blue' })
  const { pending, ...others } = getState()
  expect(pending).toEqual([{ content: before.open?.content, span, color: 'blue' }])
  expect({ ...others, pending: [] }).toEqual(before)
  await adding
  expect(pendingSpans()).toEqual([])
  expect(getState().activeNoteId).toBe(noteId(1))
})

test('at no moment is it painted neither as pending nor as a note', async () => {
  const painted: boolean[] = []
  const adding = addNote({ span })
  const stop = useStore.subscribe(() =>
    queueMicrotask(() => painted.push(getState().pending.length + (getState().open?.notes.length ?? 0) > 0)),
  )
  await adding
  stop()
  expect(painted.length).toBeGreaterThan(0)
  expect(painted).not.toContain(false)
})

test('one that could not be kept is painted no more, and it is said', async () => {
  library.answers['note.add'] = () => fail({ code: 'internal', reason: 'the pipe broke' })
  await addNote({ span })
  expect(pendingSpans()).toEqual([])
  expect(getState()).toMatchObject({ activeNoteId: null, open: { notes: [] } })
  expect(getState().toasts.map(({ kind }) => kind)).toEqual(['problem'])
})

test('each waits for its own answer', async () => {
  const answers: (() => void)[] = []
  library.answers['note.add'] = async () => {
    await new Promise<void>((resolve) => answers.push(resolve))
    return ok(note(answers.length))
  }
  const other = { start: 6, end: 10 }
  const first = addNote({ span })
  const second = addNote({ span: other })
  answers[0]?.()
  await first
  expect(pendingSpans()).toEqual([other])
  answers[1]?.()
  await second
  expect(pendingSpans()).toEqual([])
})

test('a note on the whole article has no words to paint', async () => {
  const adding = addNote({ span: null })
  expect(pendingSpans()).toEqual([])
  await adding
})
