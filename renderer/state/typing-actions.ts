import type { PlacedNote } from '../../src/model/note.ts'
import { type AppError, fail, type Result } from '../../src/errors.ts'
import type { ArticleId, NoteId } from '../../src/model/ids.ts'
import { call } from '../call.ts'
import { canWrite } from './library-actions.ts'
import { problem } from './messages.ts'
import { noteById, putNote, recordEdit } from './note-actions.ts'
import type { Typing } from './state.ts'
import { getState, setState } from './store.ts'
import { showNotes } from './view-actions.ts'

/** Waits for a pause in the typing, but is well under the half second after which one looks whether it was saved. */
const pauseMs = 350
/** Who types without a pause loses no more than a second by a power cut: this, and the time the disk takes. */
const greatestWaitMs = 900

let pause: ReturnType<typeof setTimeout> | undefined
let latest: ReturnType<typeof setTimeout> | undefined
/** The note as it was when its typing began: one stay in the editor is one step to undo. */
let noteBefore: PlacedNote | undefined

/** Opens a note for writing, unless what is being written in another one cannot be saved. */
export async function startEditing(id: NoteId): Promise<void> {
  if (!canWrite() || (getState().editingNoteId !== id && !(await stopEditing()))) return
  showNotes('notes')
  setState({ editingNoteId: id, activeNoteId: id })
}

/** What the body says after a key: shown at once, safe from a crash of the app at once, saved after a pause. */
export async function typeNote(noteId: NoteId, body: string): Promise<void> {
  const { typing } = getState()
  // At once, unless another note has to be saved first: a field whose letter is not taken over at once loses it to the next.
  if (typing !== null && typing.noteId !== noteId && !(await flushTyping())) return
  if (typing?.noteId !== noteId) noteBefore = noteById(noteId)
  setState({ typing: { noteId, body, status: 'typing' } })
  jotDown()
  clearTimeout(pause)
  pause = setTimeout(() => void saveTyping(), pauseMs)
  latest ??= setTimeout(() => void saveTyping(), greatestWaitMs)
}

/**
 * Saves what is being written and ends this stretch of typing; true when nothing is left unsaved. What could not be
 * saved stays in `typing`, so that the words are not lost.
 */
export async function flushTyping(): Promise<boolean> {
  forgetTimers()
  const { typing } = getState()
  if (typing === null) return true
  if (typing.status !== 'saved' && !(await saveTyping())) return false
  if (noteBefore !== undefined && noteBefore.note.body !== typing.body) {
    recordEdit(noteBefore, { body: typing.body })
  }
  if (getState().typing?.body === typing.body) setState({ typing: null })
  noteBefore = undefined
  return true
}

/** Saves and closes the editor; false when it stays open because its words could not be saved. */
export async function stopEditing(): Promise<boolean> {
  const isSaved = await flushTyping()
  if (isSaved) setState({ editingNoteId: null })
  return isSaved
}

async function saveTyping(): Promise<boolean> {
  forgetTimers()
  const { typing } = getState()
  const placed = placedOf(typing)
  if (typing === null || placed === undefined) return true
  setStatus(typing, 'saving')
  const { articleId, id } = placed.note
  const result = await keep(articleId, id, typing.body)
  setStatus(typing, result.ok ? 'saved' : 'failed')
  if (result.ok) putNote(result.value)
  else problem(result.error)
  return result.ok
}

/** Puts the words where a crash of the app can't reach them. A failure is not said: `note.edit` follows and says it. */
function jotDown(): void {
  const { typing } = getState()
  const placed = placedOf(typing)
  if (typing === null || placed === undefined) return
  const { articleId, id } = placed.note
  void call('note.typing', { articleId, id, body: typing.body })
}

/** A note that was removed elsewhere is still the one being written. */
function placedOf(typing: Typing | null): PlacedNote | undefined {
  return typing === null ? undefined : (noteById(typing.noteId) ?? noteBefore)
}

function forgetTimers(): void {
  clearTimeout(pause)
  clearTimeout(latest)
  latest = undefined
}

/** A note or article that was removed elsewhere meanwhile comes back: what is being written beats a removal. */
async function keep(articleId: ArticleId, id: NoteId, body: string): Promise<Result<PlacedNote>> {
  const edit = { articleId, id, change: { body } }
  const result = await call('note.edit', edit)
  if (result.ok) return result
  const restored = await bringBack(result.error, articleId, id)
  return restored.ok ? call('note.edit', edit) : restored
}

async function bringBack(error: AppError, articleId: ArticleId, id: NoteId): Promise<Result<unknown>> {
  if (error.code === 'note-unknown') return call('note.restore', { articleId, id })
  if (error.code === 'article-unknown') return call('article.restore', { id: articleId })
  return fail(error)
}

/** Only while the words are still those that were sent: what was typed meanwhile is not saved yet. */
function setStatus(sent: Typing, status: Typing['status']): void {
  const { typing } = getState()
  if (typing?.noteId === sent.noteId && typing.body === sent.body) setState({ typing: { ...typing, status } })
}
