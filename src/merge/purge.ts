import type { NoteEdit, NoteRecord, NotesFile } from '../model/note.ts'
import { stampAfter, timeOf } from './clock.ts'
import { latestOf, seenBy } from './edits.ts'
import { mergeNotes } from './notes.ts'
import { editsOf, partsOf } from './parts.ts'

/**
 * This device's file without what it says of notes that were removed before the time. `all` are all files of the article,
 * `own` among them; `own` itself is answered where there is nothing to drop.
 */
export function purgeRemoved(own: NotesFile, all: readonly NotesFile[], removedBefore: string): NotesFile {
  const old = new Set(
    mergeNotes(all).removed.flatMap(({ id, removedAt }) => (removedAt < removedBefore ? id : [])),
  )
  if (!own.notes.some((record) => old.has(record.id) && hasText(record))) return own
  const notes = own.notes.map((record) =>
    old.has(record.id) && hasText(record) ? tombstone(own, all, record) : record,
  )
  return { ...own, notes }
}

/**
 * What is left of a purged note: a removal that has seen all there was, and which earlier removals were undone. Dropping the
 * text alone could bring the note back, since an edit by another device that only the dropped ones had overruled would stand
 * again. It is stamped right after the last edit, so that the note's time of removal stays.
 */
function tombstone(own: NotesFile, all: readonly NotesFile[], record: NoteRecord): NoteRecord {
  const { id, createdAt, edits } = record
  const made = editsOf(partsOf(all, id))
  const latest = latestOf(made.map(({ edit }) => edit))
  const at = stampAfter(latest === null ? createdAt : timeOf(latest), latest)
  const removal = { at, seen: seenBy(own.device, made), isRemoved: true }
  return { id, createdAt, edits: [...edits.flatMap(restorationIn), removal] }
}

function restorationIn({ at, seen, isRemoved }: NoteEdit): NoteEdit[] {
  return isRemoved === false ? [{ at, seen, isRemoved }] : []
}

function hasText({ edits }: NoteRecord): boolean {
  return edits.some(
    ({ at: _at, seen: _seen, isRemoved: _isRemoved, ...text }) => Object.keys(text).length > 0,
  )
}
