import type { KeyboardEvent } from 'react'
import type { NoteId } from '../../src/model/ids.ts'
import { Color } from '../../src/model/note.ts'
import { colorNotes, removeNotes } from '../state/batch-actions.ts'
import { chooseAll, chooseNone, chooseThrough, toggleChosen } from '../state/choosing-actions.ts'
import { removeNote } from '../state/note-actions.ts'
import { takeUp } from '../state/place-actions.ts'
import { getState } from '../state/store.ts'
import { focusCard, noteOf, showWords } from './cards.ts'

type Hand = { id: NoteId; ids: readonly NoteId[] }

/** From card to card as from paragraph to paragraph in the text, and what can be done with the one in focus or the chosen. */
export function onCardKey(event: KeyboardEvent<HTMLElement>, ids: readonly NoteId[]): void {
  const id = noteOf(event.target)
  const isOnCard = event.target instanceof HTMLElement && event.target.role === 'row'
  if (id === null || !isOnCard) return
  const action = actionOf(event, { id, ids })
  if (action === undefined) return meanFocused(event.key, id)
  event.preventDefault()
  action()
}

/** What is none of the list's keys may be a command for the active note, and who presses it means the note in focus. */
function meanFocused(key: string, id: NoteId): void {
  if (key.length === 1 && getState().activeNoteId !== id) void takeUp(id)
}

function actionOf(event: KeyboardEvent, hand: Hand): (() => void) | undefined {
  const { id, ids } = hand
  if (event.altKey) return undefined
  if (event.ctrlKey || event.metaKey) return event.key === 'a' ? () => chooseAll(ids) : undefined
  const step = steps[event.key]
  if (step !== undefined) return () => moveTo(ids[step(ids.indexOf(id), ids.length)], { event, hand })
  if (event.shiftKey) return undefined
  if (event.key === 'Enter') return () => enter(id)
  if (event.key === ' ') return () => toggleChosen(id)
  return withChosen(event.key, hand)
}

const steps: Record<string, (index: number, count: number) => number> = {
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** The card gone to is the active one: what a key does to a note, it does to the one in focus. */
function moveTo(id: NoteId | undefined, { event, hand }: { event: KeyboardEvent; hand: Hand }): void {
  if (id === undefined) return
  if (event.shiftKey) chooseThrough(id, hand.ids)
  void takeUp(id)
  focusCard(id)
}

/** Shows the words the note stands on; of a lost one that is shown already, goes on to where it may belong. */
function enter(id: NoteId): void {
  const place = document.querySelector<HTMLElement>(`[data-note="${id}"] [data-candidate]`)
  if (place === null) showWords(id)
  else place.focus()
}

function withChosen(key: string, { id, ids }: Hand): (() => void) | undefined {
  const { chosenNotes } = getState()
  if (key === 'Delete' || key === 'Backspace')
    return () => void removeFrom(ids, chosenNotes.size > 0 ? chosenNotes : new Set([id]))
  if (chosenNotes.size === 0) return undefined
  if (key === 'Escape') return chooseNone
  const color = Color.options[Number(key) - 1]
  return color === undefined ? undefined : () => void colorNotes(chosenNotes, color)
}

/** The focus goes to the note behind those that are gone, or before them at the end. */
async function removeFrom(ids: readonly NoteId[], gone: ReadonlySet<NoteId>): Promise<void> {
  const last = ids.findLastIndex((id) => gone.has(id))
  const next = ids.slice(last + 1)[0] ?? ids.findLast((id) => !gone.has(id))
  const [only] = gone
  if (gone.size === 1 && only !== undefined) await removeNote(only)
  else await removeNotes(gone)
  if (next === undefined) return
  void takeUp(next)
  focusCard(next)
}
