import type { NoteRecord, NotesFile } from '../model/note.ts'
import { type Edit, pruned } from './edits.ts'
import { prunedRecord } from './parts.ts'

/**
 * Two states of one device's file as one, such as its own and a synchroniser's conflict copy: all edits of both, less those
 * that the device itself replaced.
 */
export function joinFiles(a: NotesFile, b: NotesFile): NotesFile {
  if (a.device !== b.device || a.articleId !== b.articleId)
    throw new Error('two different files can not be joined')
  const { device } = a
  const notes = new Map(a.notes.map((record) => [record.id, record]))
  for (const record of b.notes)
    notes.set(record.id, joinRecords(device, notes.get(record.id) ?? record, record))
  return {
    ...a,
    notes: [...notes.values()],
    reading: distinct(pruned({ device, edits: [...a.reading, ...b.reading] })),
    facts: distinct(pruned({ device, edits: [...a.facts, ...b.facts] })),
  }
}

function joinRecords(device: NotesFile['device'], a: NoteRecord, b: NoteRecord): NoteRecord {
  const createdAt = a.createdAt < b.createdAt ? a.createdAt : b.createdAt
  const joined = prunedRecord(device, { id: a.id, createdAt, edits: [...a.edits, ...b.edits] })
  return { ...joined, edits: distinct(joined.edits) }
}

/** Each edit once, in the order of writing. They are compared after the pruning: two states may have lost different fields. */
function distinct<E extends Edit>(edits: readonly E[]): E[] {
  const byText = new Map(edits.map((edit) => [JSON.stringify(edit), edit]))
  return [...byText.values()].sort((a, b) => (a.at < b.at ? -1 : 1))
}
