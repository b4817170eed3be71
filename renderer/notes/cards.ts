import type { NoteId } from '../../src/model/ids.ts'
import { noteById } from '../state/note-actions.ts'
import { takeUp } from '../state/place-actions.ts'
import { getState } from '../state/store.ts'

/** Makes the note the active one and brings its words into view. */
export function showWords(id: NoteId): void {
  void takeUp(id)
  getState().reader?.showPassage(id)
}

/** The note on whose card this is; null on a control of the card, and beside the cards. */
export function noteOf(target: EventTarget): NoteId | null {
  if (!(target instanceof Element)) return null
  const card = target.closest<HTMLElement>('[data-note]')
  const control = target.closest('button, input, textarea, [role="link"], [role="option"]')
  if (card === null || (control !== null && card.contains(control))) return null
  return noteById(card.dataset['note'] as NoteId)?.note.id ?? null
}

/** Puts the focus on a note's card, once it is drawn. */
export function focusCard(id: NoteId): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-note="${id}"]`)?.focus({ preventScroll: true })
  })
}
