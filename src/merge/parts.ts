import type { DeviceId, NoteId } from '../model/ids.ts'
import type { NoteEdit, NoteRecord, NotesFile } from '../model/note.ts'
import { allMade, type Made, pruned } from './edits.ts'

/** One device's part in a note, and the file it stands in. */
export type Part = { file: NotesFile; record: NoteRecord }

export function partsOf(files: readonly NotesFile[], id: NoteId): Part[] {
  return files.flatMap((file) =>
    file.notes.filter((record) => record.id === id).map((record) => ({ file, record })),
  )
}

/** The parts of every note in the files. */
export function partsByNote(files: readonly NotesFile[]): Map<NoteId, Part[]> {
  const byNote = new Map<NoteId, Part[]>()
  for (const file of files) {
    for (const record of file.notes) {
      const parts = byNote.get(record.id)
      if (parts === undefined) byNote.set(record.id, [{ file, record }])
      else parts.push({ file, record })
    }
  }
  return byNote
}

export function editsOf(parts: readonly Part[]): Made<NoteEdit>[] {
  return allMade(parts.map(({ file, record }) => ({ device: file.device, edits: record.edits })))
}

/** When the note was made; undefined where there is no part of it. */
export function creationOf(parts: readonly Part[]): string | undefined {
  return parts.map(({ record }) => record.createdAt).toSorted()[0]
}

/**
 * A note's record without what the device's own later edits replaced. Other bodies go with the body they were kept beside. A
 * restoration stays, because it tells which removals are undone.
 */
export function prunedRecord(device: DeviceId, record: NoteRecord): NoteRecord {
  const edits = pruned({ device, edits: record.edits }, (field, edit) => {
    if (field === 'otherBodies') return 'body'
    return field === 'isRemoved' && edit.isRemoved === false ? null : field
  })
  return { ...record, edits }
}
