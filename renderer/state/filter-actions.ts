import { allNotes, type NoteFilter } from '../../src/model/settings.ts'
import { announce } from './messages.ts'
import { fits } from './note-filter.ts'
import { saveSettings } from './settings-actions.ts'
import { getState, setState } from './store.ts'

/**
 * Shows some of the notes only. What is filtered away is chosen no longer: nothing is changed together with what one sees
 * that one does not see.
 */
export async function filterNotes(change: Partial<NoteFilter>): Promise<void> {
  const { open, chosenNotes, settings } = getState()
  const noteFilter = { ...settings.noteFilter, ...change }
  const notes = open?.notes ?? []
  const shown = notes.filter((placed) => fits(placed, noteFilter))
  const ids = shown.map(({ note }) => note.id)
  setState({ chosenNotes: new Set(ids.filter((id) => chosenNotes.has(id))) })
  announce(`${shown.length} of ${notes.length} notes`)
  await saveSettings({ noteFilter })
}

export async function showAllNotes(): Promise<void> {
  await filterNotes(allNotes)
}

/** With the value where it was without, and without where it was with. */
export function toggled<T>(values: readonly T[], value: T): T[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value]
}
