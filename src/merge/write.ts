import type { Facts } from '../model/article.ts'
import type { Stamp } from '../model/edit.ts'
import type { NoteId } from '../model/ids.ts'
import type { Note, NoteChange, NoteEdit, NotesFile, NoteText, Reading } from '../model/note.ts'
import { stampAfter } from './clock.ts'
import { allMade, type Edit, latestOf, type Made, newest, pruned, seenBy } from './edits.ts'
import { bodiesOf, mergeNote } from './notes.ts'
import { creationOf, editsOf, partsByNote, partsOf, prunedRecord } from './parts.ts'

/** Where an edit is made: in this device's own file, with what all files of the article say, `own` among them. */
export type Context = { own: NotesFile; all: readonly NotesFile[]; now: string }

/** Some of a thing's fields with new values; a field that is absent or undefined stays as it is. */
type Change<T> = { readonly [K in keyof T]?: T[K] | undefined }

export type NoteEditFields = Change<Omit<NoteEdit, keyof Edit>>

/** New values of a note's fields. `createdAt` counts where no file knows the note; without it the note is made now. */
export type NoteFields = { id: NoteId; fields: NoteEditFields; createdAt?: string }

export function addNote(context: Context, note: Pick<Note, 'id' | 'selector' | keyof NoteText>): NotesFile {
  const { id, selector, body, color, tags } = note
  return withNoteEdits(context, [{ id, fields: { selector, body, color, tags } }])
}

/**
 * Changes what the note says, or where it stands; a removed one comes back by it. Where several bodies stand, those that were
 * not shown are kept beside the new one.
 */
export function editNote(context: Context, id: NoteId, change: Change<NoteChange>): NotesFile {
  return editNotes(context, [{ id, change }])
}

/** A note's new values, or whether it is in the trash. */
export type NoteEditing = { id: NoteId; change: Change<NoteChange & { isRemoved: boolean }> }

/** As `editNote`, `removeNote` and `restoreNote`, for many notes at once. */
export function editNotes(context: Context, changes: readonly NoteEditing[]): NotesFile {
  return withNoteEdits(
    context,
    changes.map(({ id, change }) => ({ id, fields: fieldsOf(context, id, change) })),
  )
}

function fieldsOf(context: Context, id: NoteId, change: NoteEditing['change']): NoteEditFields {
  const { body } = change
  if (change.isRemoved === true) return given(change)
  if (body === undefined) return alongWith(context, id, given(change))
  const [, ...others] = bodiesOf(editsOf(partsOf(context.all, id)))
  return alongWith(context, id, { ...given(change), otherBodies: besides(body, others) })
}

/** Makes these the note's bodies, the one to be shown first; what else was written at the same time is kept no longer. */
export function keepBodies(
  context: Context,
  id: NoteId,
  [body = '', ...others]: readonly string[],
): NotesFile {
  const fields = alongWith(context, id, { body, otherBodies: besides(body, others) })
  return withNoteEdits(context, [{ id, fields }])
}

export function removeNote(context: Context, id: NoteId): NotesFile {
  return editNotes(context, [{ id, change: { isRemoved: true } }])
}

export function restoreNote(context: Context, id: NoteId): NotesFile {
  return editNotes(context, [{ id, change: { isRemoved: false } }])
}

export function editReading(context: Context, change: Change<Reading>): NotesFile {
  const all = allMade(context.all.map(({ device, reading }) => ({ device, edits: reading })))
  const edits = [...context.own.reading, { ...begun(context, all), ...given(change) }]
  return { ...context.own, reading: pruned({ device: context.own.device, edits }) }
}

export function editFacts(context: Context, change: Change<Facts>): NotesFile {
  const all = allMade(context.all.map(({ device, facts }) => ({ device, edits: facts })))
  const edits = [...context.own.facts, { ...begun(context, all), ...given(change) }]
  return { ...context.own, facts: pruned({ device: context.own.device, edits }) }
}

/**
 * The fields of an edit of what the note says. What another device's file says goes along where it must not be lost with that
 * file: the place, where this device has none of its own yet; and all of a note that was removed, since another device may
 * empty its trash before it hears that the note is back.
 */
function alongWith(context: Context, id: NoteId, fields: NoteEditFields): NoteEditFields {
  const parts = partsOf(context.all, id)
  const merged = mergeNote(parts)
  const place = isPlaced(context.own, id) ? {} : newest(editsOf(parts), ['selector'])
  const along = merged === null || merged.removedAt === null ? place : textOf(merged.note)
  return { ...along, ...fields }
}

/** All that a note says, as fields of an edit. */
export function textOf({ selector, body, color, tags, otherBodies }: Note): NoteEditFields {
  return { selector, body, color, tags, otherBodies: besides(body, otherBodies) }
}

function isPlaced(own: NotesFile, id: NoteId): boolean {
  return partsOf([own], id).some(({ record }) => record.edits.some(({ selector }) => selector !== undefined))
}

/** The own file with one edit more of each of these notes. */
export function withNoteEdits(context: Context, changes: readonly NoteFields[]): NotesFile {
  const { own, all, now } = context
  const known = partsByNote(all)
  const at = nextStamp(context)
  const records = new Map(own.notes.map((record) => [record.id, record]))
  for (const { id, fields, createdAt = now } of changes) {
    const parts = known.get(id) ?? []
    const edit = { at, seen: seenBy(own.device, editsOf(parts)), ...given(fields) }
    const record = records.get(id) ?? { id, createdAt: creationOf(parts) ?? createdAt, edits: [] }
    records.set(id, prunedRecord(own.device, { ...record, edits: [...record.edits, edit] }))
  }
  return { ...own, notes: [...records.values()] }
}

/** What an edit made now begins with. `made` are the edits of the same thing, on all devices. */
function begun<E extends Edit>(context: Context, made: readonly Made<E>[]): Edit {
  return { at: nextStamp(context), seen: seenBy(context.own.device, made) }
}

/** Newer than all that is known in the article, be it only by hearsay: what others have seen must not look like it. */
function nextStamp({ all, now }: Context): Stamp {
  return stampAfter(now, latestOf(all.flatMap(editsIn)))
}

function editsIn(file: NotesFile): Edit[] {
  return [...file.notes.flatMap(({ edits }) => edits), ...file.reading, ...file.facts]
}

function given<T extends object>(change: Change<T>): Partial<T> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>
}

/** The bodies that stay beside this one; undefined where there are none. */
export function besides(body: string, others: readonly string[]): string[] | undefined {
  const kept = new Set(others)
  kept.delete(body)
  return kept.size === 0 ? undefined : [...kept]
}
