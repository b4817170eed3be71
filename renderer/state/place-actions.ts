import type { Span } from '../../src/model/content.ts'
import type { NoteId } from '../../src/model/ids.ts'
import { describe } from '../../src/text/describe.ts'
import { call } from '../call.ts'
import { announce, problem } from './messages.ts'
import { editNote, noteById, setActiveNote } from './note-actions.ts'
import { getState, setState } from './store.ts'
import { isNewest } from './version-actions.ts'

/** Makes a note the active one; for one that lost its place, asks where it may belong. */
export async function takeUp(id: NoteId): Promise<void> {
  setActiveNote(id)
  if (noteById(id)?.anchor?.kind === 'lost') await seekPlaces(id)
}

/**
 * Asks where a note may belong in the newest version, if that is open. What was asked for this note in this version is not
 * asked again.
 */
export async function seekPlaces(id: NoteId): Promise<void> {
  const { open, candidates } = getState()
  if (open === null || !isNewest(open)) return
  const asked = { noteId: id, version: open.version }
  if (candidates?.noteId === id && candidates.version === open.version) return
  setState({ candidates: { ...asked, found: null } })
  const result = await call('note.candidates', { articleId: open.article.id, id })
  if (getState().candidates?.noteId !== id) return
  if (!result.ok) {
    setState({ candidates: null })
    return problem(result.error)
  }
  setState({ candidates: { ...asked, found: result.value.candidates } })
}

/** Gives a note of the open article another place. */
export async function attachTo(id: NoteId, span: Span): Promise<void> {
  const { open } = getState()
  if (open === null) return
  const isKept = await editNote(id, { selector: describe(open.content, span, open.version) })
  if (!isKept) return
  setState({ candidates: null })
  announce('Attached')
  getState().reader?.showPassage(id)
}

/** The note belongs where it was found again, with the words that stand there now. */
export async function confirmPlace(id: NoteId): Promise<void> {
  const anchor = noteById(id)?.anchor
  if (anchor && anchor.kind !== 'lost') await attachTo(id, anchor.span)
}
