// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { NoteRow } from '../../../../src/contract.ts'
import { ok } from '../../../../src/errors.ts'
import { allNotes, defaultSettings } from '../../../../src/model/settings.ts'
import { applyEvent } from '../../../../renderer/state/events.ts'
import {
  askNotebook,
  filterNotebook,
  groupNotesBy,
  openNote,
  seekNotes,
  showNoteRows,
  showWholeNotebook,
} from '../../../../renderer/state/notebook-actions.ts'
import { rowAt } from '../../../../renderer/state/pages.ts'
import { saveSettings } from '../../../../renderer/state/settings-actions.ts'
import { getState } from '../../../../renderer/state/store.ts'
import { articleId, fakeLibrary, type FakeLibrary, note, noteId, row } from './fake-library.ts'

let library: FakeLibrary
let rows: NoteRow[]

beforeEach(async () => {
  vi.useFakeTimers()
  library = fakeLibrary()
  library.answers['note.list'] = ({ skip, limit }) =>
    ok({ rows: rows.slice(skip, skip + limit), total: rows.length })
  library.answers['note.tags'] = () => ok({ tags: [{ tag: 'tides', notes: 1 }] })
  rows = [1, 2, 3].map(noteRow)
  await saveSettings({ place: 'notes' })
  // Another question than the test before asked last, so that each begins with an empty notebook.
  await groupNotesBy('tag')
  await askNotebook()
  await groupNotesBy('article')
  await askNotebook()
  library.calls.length = 0
})

afterEach(async () => {
  await vi.runOnlyPendingTimersAsync()
  vi.useRealTimers()
})

function noteRow(number: number): NoteRow {
  return {
    id: noteId(number),
    articleId: articleId(1),
    title: 'Story 1',
    direction: 'ltr',
    color: 'yellow',
    tags: [],
    quote: `words ${number}`,
    body: '',
    needsPlace: false,
    createdAt: '2026-01-12T10:00:00.000Z',
    group: articleId(1),
  }
}

function quotes() {
  const { pages } = getState().notebook
  return Array.from({ length: pages.total }, (_, index) => rowAt(pages, index)?.quote)
}

function asked() {
  return library.inputsOf('note.list')
}

test('the notes stand as they were grouped and filtered the last time', async () => {
  await saveSettings({ notesGrouping: 'day', noteFilter: { ...allNotes, isWritten: true } })
  await askNotebook()
  expect(asked()).toMatchObject([
    { grouping: 'day', filter: { isWritten: true }, query: '', skip: 0, limit: 100 },
  ])
  expect(quotes()).toEqual(['words 1', 'words 2', 'words 3'])
  expect(getState().notebook.tags).toEqual([{ tag: 'tides', notes: 1 }])
})

test('until the notes of another grouping are there, the others stay in the groups they are in', async () => {
  let answer = () => {}
  library.answers['note.list'] = async () => {
    await new Promise<void>((resolve) => (answer = resolve))
    return ok({ rows: [{ ...noteRow(1), group: '2026-01-12' }], total: 1 })
  }
  await groupNotesBy('day')
  const asking = askNotebook()
  expect(rowAt(getState().notebook.pages, 0)?.grouping).toBe('article')
  answer()
  await asking
  expect(rowAt(getState().notebook.pages, 0)).toMatchObject({ grouping: 'day', group: '2026-01-12' })
})

test('what was asked for already is not asked for again when the place is come back to', async () => {
  await askNotebook()
  await showNoteRows(0, 2)
  expect(asked()).toEqual([])
})

test('of 100,000 notes only those near the screen are asked for', async () => {
  rows = Array.from({ length: 100_000 }, (_, index) => noteRow(index + 1))
  await filterNotebook({ isWritten: true })
  await askNotebook()
  await showNoteRows(99_990, 99_999)
  expect(asked()).toHaveLength(2)
  expect(asked().at(-1)).toMatchObject({ skip: 99_900 })
  expect(rowAt(getState().notebook.pages, 99_999)?.quote).toBe('words 100000')
})

test('a typed word is one question', async () => {
  for (const query of ['t', 'ti', 'tide']) seekNotes(query)
  await vi.advanceTimersByTimeAsync(200)
  await askNotebook()
  expect(asked()).toMatchObject([{ query: 'tide' }])
})

test('all notes are shown again by one press', async () => {
  seekNotes('tide')
  await vi.advanceTimersByTimeAsync(200)
  await filterNotebook({ colors: ['red'] })
  await showWholeNotebook()
  await askNotebook()
  expect(getState().notebook.query).toBe('')
  expect(getState().settings.noteFilter).toEqual(allNotes)
})

test('a note made elsewhere shows up by itself, and the others stay until then', async () => {
  rows = [1, 2, 3, 4].map(noteRow)
  applyEvent({ kind: 'note-changed', articleId: articleId(1), note: note(4) })
  expect(quotes()).toHaveLength(3)
  await vi.advanceTimersByTimeAsync(200)
  expect(quotes()).toEqual(['words 1', 'words 2', 'words 3', 'words 4'])
})

test('many changes at once are one more look', async () => {
  for (let times = 0; times < 50; times += 1)
    applyEvent({ kind: 'note-removed', articleId: articleId(1), id: noteId(9) })
  await vi.advanceTimersByTimeAsync(200)
  expect(asked()).toHaveLength(1)
})

test('while the library is shown nothing is asked, and the notes are looked at again when they are shown', async () => {
  await saveSettings({ place: 'library' })
  rows = [noteRow(7)]
  applyEvent({ kind: 'note-changed', articleId: articleId(1), note: note(7) })
  await vi.advanceTimersByTimeAsync(200)
  expect(asked()).toEqual([])
  await saveSettings({ place: 'notes' })
  await showNoteRows(0, 5)
  expect(quotes()).toEqual(['words 7'])
})

test('how far an article was read is no news to its notes, its headline is', async () => {
  await vi.runOnlyPendingTimersAsync()
  applyEvent({ kind: 'article-changed', summary: row(1) })
  await vi.advanceTimersByTimeAsync(200)
  library.calls.length = 0
  applyEvent({
    kind: 'article-changed',
    summary: { ...row(1), reading: { ...row(1).reading, progress: 0.5 } },
  })
  await vi.advanceTimersByTimeAsync(200)
  expect(asked()).toEqual([])
  applyEvent({ kind: 'article-changed', summary: { ...row(1), title: 'Corrected' } })
  await vi.advanceTimersByTimeAsync(200)
  expect(asked()).toHaveLength(1)
})

test('a note is opened in its article, and its words are shown', async () => {
  library.notes.set(noteId(2), note(2))
  await openNote(noteRow(2))
  expect(getState()).toMatchObject({ openId: articleId(1), activeNoteId: noteId(2), notesTab: 'notes' })
  expect(getState().settings).toMatchObject({ ...defaultSettings, place: 'notes', lastArticle: articleId(1) })
})
