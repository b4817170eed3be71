import { z } from 'zod'
import type { Json, Step } from './step.ts'

/** Of version 1 what changes; the rest is passed on as it is. */
const Time = z.iso.datetime()
const Note = z.object({
  id: z.string(),
  createdAt: Time,
  updatedAt: Time,
  selector: z.unknown(),
  body: z.unknown(),
  color: z.unknown(),
  tags: z.unknown(),
})
const RemovedNote = Note.extend({ removedAt: Time })
const Reading = z.object({
  progress: z.unknown(),
  position: z.unknown(),
  isRead: z.unknown(),
  isStarred: z.unknown(),
})
const NotesFile = z.object({
  articleId: z.unknown(),
  device: z.string(),
  notes: z.array(Note),
  removed: z.array(RemovedNote),
  reading: Reading,
})
type Note = z.infer<typeof Note>
type RemovedNote = z.infer<typeof RemovedNote>

/** Version 1 kept one state of each note; version 2 keeps the edits, and in the settings the order of the list. */
export const to2: Step = {
  library: same,
  article: same,
  content: same,
  local: same,
  settings: (json) => ({ ...json, sort: { by: 'added', isReversed: false } }),
  notes(json) {
    const file = NotesFile.safeParse(json)
    if (!file.success) return null
    const { articleId, device, notes, removed, reading } = file.data
    return {
      articleId,
      device,
      notes: [...notes.map(written), ...removed.map((note) => taken(note, device))],
      reading: readingEdits(reading),
      facts: [],
    }
  },
}

function same(json: Json): Json {
  return json
}

function written(note: Note): Json {
  return { id: note.id, createdAt: note.createdAt, edits: [lastEdit(note)] }
}

/** A removed note: as it was written, and a removal that knew of that. */
function taken(note: RemovedNote, device: string): Json {
  const edit = lastEdit(note)
  const at = stamp(note.removedAt) > edit.at ? stamp(note.removedAt) : `${edit.at.slice(0, -1)}1`
  const removal = { at, seen: { [device]: edit.at }, isRemoved: true }
  return { id: note.id, createdAt: note.createdAt, edits: [edit, removal] }
}

function lastEdit({ updatedAt, selector, body, color, tags }: Note): Json & { at: string } {
  return { at: stamp(updatedAt), seen: {}, selector, body, color, tags }
}

/** Version 1 did not say when somebody read: anything that is known of a time is newer. What nobody touched is no edit. */
function readingEdits(reading: z.infer<typeof Reading>): Json[] {
  const untouched: Json = { progress: 0, position: 0, isRead: false, isStarred: false }
  const touched = Object.entries(reading).filter(([field, value]) => value !== untouched[field])
  if (touched.length === 0) return []
  return [{ at: stamp('1970-01-01T00:00:00Z'), seen: {}, ...Object.fromEntries(touched) }]
}

function stamp(time: string): string {
  return `${new Date(time).toISOString()}-0000`
}
