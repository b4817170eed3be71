import type { PlacedNote } from '../../src/model/note.ts'
import type { NoteId } from '../../src/model/ids.ts'

/** The notes with these put in or replaced, in the order of the text. */
export function withNotes(notes: readonly PlacedNote[], placed: readonly PlacedNote[]): PlacedNote[] {
  const ids = new Set(placed.map(({ note }) => note.id))
  return [...withoutNotes(notes, ids), ...placed].sort(inTextOrder)
}

/** Of what the library says, those that are said here otherwise or not yet: its answer and its news tell the same twice. */
export function changedNotes(notes: readonly PlacedNote[], placed: readonly PlacedNote[]): PlacedNote[] {
  const shown = new Map(notes.map((one) => [one.note.id, one]))
  return placed.filter((one) => JSON.stringify(one) !== JSON.stringify(shown.get(one.note.id)))
}

export function withoutNotes(notes: readonly PlacedNote[], ids: ReadonlySet<NoteId>): PlacedNote[] {
  return notes.filter(({ note }) => !ids.has(note.id))
}

/** Notes on the whole article first, then by where they start, longer before shorter; lost ones last. */
export function inTextOrder(a: PlacedNote, b: PlacedNote): number {
  const [startA, endA] = placeOf(a)
  const [startB, endB] = placeOf(b)
  if (startA !== startB) return startA < startB ? -1 : 1
  if (endA !== endB) return endB - endA
  return a.note.createdAt < b.note.createdAt ? -1 : 1
}

function placeOf({ anchor }: PlacedNote): [start: number, end: number] {
  if (anchor === null) return [-1, -1]
  if (anchor.kind === 'lost') return [Infinity, 0]
  return [anchor.span.start, anchor.span.end]
}
