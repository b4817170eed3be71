import type { NoteId } from '../../src/model/ids.ts'
import { announce } from './messages.ts'
import { getState, setState } from './store.ts'

/** Adds a note to those that are changed together, or takes it out. */
export function toggleChosen(id: NoteId): void {
  const chosen = new Set(getState().chosenNotes)
  if (!chosen.delete(id)) chosen.add(id)
  choose(chosen)
}

/** As `toggleChosen`; the first one takes the active note along, as in every list. */
export function chooseToo(id: NoteId): void {
  const { activeNoteId, chosenNotes } = getState()
  if (chosenNotes.size > 0 || activeNoteId === null || activeNoteId === id) return toggleChosen(id)
  choose(new Set([activeNoteId, id]))
}

/** Adds all notes from the active one to this one; `shown` is the order they stand in. */
export function chooseThrough(id: NoteId, shown: readonly NoteId[]): void {
  const { activeNoteId, chosenNotes } = getState()
  const to = shown.indexOf(id)
  const from = activeNoteId === null ? to : shown.indexOf(activeNoteId)
  const range = shown.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1)
  choose(new Set([...chosenNotes, ...range]))
}

export function chooseAll(shown: readonly NoteId[]): void {
  choose(new Set(shown))
}

export function chooseNone(): void {
  if (getState().chosenNotes.size > 0) choose(new Set())
}

function choose(chosenNotes: ReadonlySet<NoteId>): void {
  setState({ chosenNotes })
  announce(`${chosenNotes.size} chosen`)
}
