import type { Note, NotesFile } from '../model/note.ts'
import { surviving } from './edits.ts'
import { type MergedNote, mergeNote } from './notes.ts'
import { editsOf, type Part, partsByNote } from './parts.ts'
import {
  besides,
  type Context,
  type NoteEditFields,
  type NoteFields,
  textOf,
  withNoteEdits,
} from './write.ts'

/**
 * The own file with the notes of an earlier one brought back: those that are gone or removed now with their text then, those
 * that say something else now with what they said then. What is newer than the snapshot stays.
 */
export function bringBack(context: Context, snapshot: NotesFile): NotesFile {
  return withNoteEdits(context, changesSince(context.all, snapshot))
}

/** What bringing an earlier file back would change: one entry for each note that is gone, removed or different now. */
export function changesSince(all: readonly NotesFile[], snapshot: NotesFile): NoteFields[] {
  const known = partsByNote(all)
  return [...partsByNote([snapshot])].flatMap(([id, parts]) => {
    const then = mergeNote(parts)
    if (then === null || then.removedAt !== null) return []
    const now = mergeNote(known.get(id) ?? [])
    const fields = fieldsToBringBack(saidIn(parts, then.note), now)
    if (Object.keys(fields).length === 0) return []
    const { body } = fields
    const others = [...then.note.otherBodies, ...(now?.note.otherBodies ?? [])]
    const otherBodies = body === undefined ? undefined : besides(body, others)
    return [{ id, fields: { ...fields, otherBodies }, createdAt: then.note.createdAt }]
  })
}

/** What the snapshot itself says of the note; the rest may stand in another device's file. */
function saidIn(parts: readonly Part[], then: Note): NoteEditFields {
  const made = editsOf(parts)
  const said = (['selector', 'body', 'color', 'tags'] as const).filter(
    (field) => surviving(made, field).length > 0,
  )
  return Object.fromEntries(said.map((field) => [field, then[field]]))
}

function fieldsToBringBack(said: NoteEditFields, now: MergedNote): NoteEditFields {
  const isThere = now !== null && now.removedAt === null
  const differing = Object.entries(said).filter(
    ([field, value]) => !isThere || !isSame(value, now.note[field as keyof Note]),
  )
  const fields: NoteEditFields = Object.fromEntries(differing)
  return isThere ? fields : { ...(now !== null && textOf(now.note)), ...fields, isRemoved: false }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
