import { Facts } from '../model/article.ts'
import { type Note, type NoteEdit, type NotesFile, Reading, type RemovedNote, unread } from '../model/note.ts'
import { timeOf } from './clock.ts'
import { allMade, isSeen, joined, type Made, newest, surviving } from './edits.ts'
import { creationOf, editsOf, type Part, partsByNote } from './parts.ts'

/** What all devices together have left of an article: its notes, those in the trash, how far it is read, what was corrected. */
export type MergedNotes = {
  notes: Note[]
  removed: RemovedNote[]
  reading: Reading
  facts: Partial<Facts>
}

/** A note as all devices together have left it; null where only the trace of a removal is left of it. */
export type MergedNote = { note: Note; removedAt: string | null } | null

/**
 * Reads the notes files of an article as one: of each field the causally newest value stands. Of what was written without
 * knowledge of each other scalars show the newest, tags unite, and bodies are all kept. A removal takes a note away when it
 * had seen all of it. The order of the files does not matter, and one may come twice or in several states.
 * Notes come in the order in which they were made.
 */
export function mergeNotes(files: readonly NotesFile[]): MergedNotes {
  const notes: Note[] = []
  const removed: RemovedNote[] = []
  for (const parts of partsByNote(files).values()) {
    const merged = mergeNote(parts)
    if (merged === null) continue
    if (merged.removedAt === null) notes.push(merged.note)
    else removed.push({ ...merged.note, removedAt: merged.removedAt })
  }
  return {
    notes: notes.sort(byCreation),
    removed: removed.sort(byCreation),
    reading: mergeReading(files),
    facts: mergeFacts(files),
  }
}

/** One note of those that `mergeNotes` answers, from all its parts in all files: quicker where only one was changed. */
export function mergeNote(parts: readonly Part[]): MergedNote {
  const all = editsOf(parts)
  const selectors = surviving(all, 'selector')
  const bodies = surviving(all, 'body')
  const colors = surviving(all, 'color')
  const tags = surviving(all, 'tags')
  const restored = surviving(all, 'isRemoved').filter(({ edit }) => edit.isRemoved === false)
  const written = [...selectors, ...bodies, ...colors, ...tags]
  const [first] = parts
  const createdAt = creationOf(parts)
  if (first === undefined || createdAt === undefined || written.length === 0) return null
  const [body = '', ...otherBodies] = texts(bodies)
  const note: Note = {
    id: first.record.id,
    articleId: first.file.articleId,
    selector: selectors[0]?.edit.selector ?? null,
    body,
    color: colors[0]?.edit.color ?? 'yellow',
    tags: united(tags.map(({ edit }) => edit.tags)),
    createdAt,
    updatedAt: timeOf(latest([...written, ...restored])),
    otherBodies,
  }
  return { note, removedAt: restored.length > 0 ? null : removalOf(all, written) }
}

/** All texts of a note that stand, the one to be shown first. */
export function bodiesOf(all: readonly Made<NoteEdit>[]): string[] {
  return texts(surviving(all, 'body'))
}

/** Each text once. An empty one stands for nothing beside others: an edit beats a deletion. */
function texts(bodies: readonly Made<NoteEdit>[]): string[] {
  const shown = bodies.flatMap(({ edit }) => edit.body ?? [])
  const kept = bodies.flatMap(({ edit }) => edit.otherBodies ?? [])
  return [...new Set([...shown, ...kept])].filter((body) => body !== '')
}

/**
 * When the note was removed; null while it is there. An edit beats the removals that had not seen it. They count together, and
 * one that another removal had seen counts on, since the device that made the other may not have had all the files.
 */
function removalOf(all: readonly Made<NoteEdit>[], written: readonly Made<NoteEdit>[]): string | null {
  const undone = joined(all.flatMap(({ edit }) => (edit.isRemoved === false ? edit.seen : [])))
  const removals = all.filter((made) => made.edit.isRemoved === true && !isSeen(undone, made))
  if (removals.length === 0) return null
  const known = joined(removals.map(({ edit }) => edit.seen))
  return written.every((made) => isSeen(known, made)) ? timeOf(latest(removals)) : null
}

function mergeReading(files: readonly NotesFile[]): Reading {
  const all = allMade(files.map(({ device, reading }) => ({ device, edits: reading })))
  const progress = surviving(all, 'progress').reduce(
    (most, { edit }) => Math.max(most, edit.progress ?? 0),
    0,
  )
  return { ...unread, ...newest(all, Reading.keyof().options), progress }
}

function mergeFacts(files: readonly NotesFile[]): Partial<Facts> {
  const all = allMade(files.map(({ device, facts }) => ({ device, edits: facts })))
  const tags = surviving(all, 'tags').map(({ edit }) => edit.tags)
  return { ...newest(all, Facts.keyof().options), ...(tags.length > 0 && { tags: united(tags) }) }
}

/** Tags given without knowledge of each other, those given first in front. */
function united(newestFirst: readonly (readonly string[] | undefined)[]): string[] {
  return [...new Set(newestFirst.toReversed().flatMap((tags) => tags ?? []))]
}

function latest(all: readonly Made<NoteEdit>[]): string {
  return all.map(({ edit }) => edit.at).reduce((last, at) => (at > last ? at : last))
}

function byCreation(a: Note, b: Note): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1
  return a.id < b.id ? -1 : 1
}
