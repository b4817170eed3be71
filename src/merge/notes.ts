import type { Note, NotesFile, Reading } from '../model/note.ts'

/** An article's notes and reading state as all devices together have left them. */
export type MergedNotes = {
  notes: Note[]
  removed: NotesFile['removed']
  reading: Reading
}

/**
 * Reads the notes files of several devices as one: of each note the state written last stands, a removal being one of
 * them. The reading state is this device's own, or where it has none the furthest of the others.
 */
export function mergeNotes(own: NotesFile, others: readonly NotesFile[]): MergedNotes {
  const newest = new Map<string, { at: string; note: Note; removed: NotesFile['removed'][number] | null }>()
  for (const file of [own, ...others]) {
    for (const note of file.notes) keep({ at: note.updatedAt, note, removed: null })
    for (const note of file.removed) keep({ at: note.removedAt, note, removed: note })
  }
  const states = [...newest.values()]
  return {
    notes: states.flatMap((state) => (state.removed === null ? [state.note] : [])),
    removed: states.flatMap((state) => state.removed ?? []),
    reading: mergeReading(own, others),
  }

  function keep(state: { at: string; note: Note; removed: NotesFile['removed'][number] | null }): void {
    const known = newest.get(state.note.id)
    if (known === undefined || known.at < state.at) newest.set(state.note.id, state)
  }
}

function mergeReading(own: NotesFile, others: readonly NotesFile[]): Reading {
  if (own.reading.progress > 0 || own.reading.isRead || own.reading.isStarred) return own.reading
  return others.reduce(
    (furthest, file) => (file.reading.progress > furthest.progress ? file.reading : furthest),
    own.reading,
  )
}
