import type { Span } from '../../src/model/content.ts'
import type { NoteId } from '../../src/model/ids.ts'
import type { Color, PlacedNote } from '../../src/model/note.ts'

/** The words a note stands on. */
export type Passage = { id: NoteId; color: Color; span: Span }

/** What can be painted: the notes whose place is known, in the order of the text. */
export function passagesOf(notes: readonly PlacedNote[]): Passage[] {
  return notes.flatMap(({ note, anchor }) =>
    anchor === null || anchor.kind === 'lost' ? [] : [{ id: note.id, color: note.color, span: anchor.span }],
  )
}

/** Three underlines find room below a line of text; what lies on more passages than that shares the third. */
export const laneCount = 3

/** A lane for each passage, one further than those of the passages it overlaps that began before it. */
export function lanes(passages: readonly Passage[]): number[] {
  let open: { end: number; lane: number }[] = []
  return passages.map(({ span }) => {
    open = open.filter(({ end }) => end > span.start)
    const last = Math.max(-1, ...open.map(({ lane }) => lane))
    const lane = Math.min(last + 1, laneCount - 1)
    open.push({ end: span.end, lane })
    return lane
  })
}

/** The passages that hold the character at `offset`, the one on top first; `passages` are in the order of the text. */
export function passagesAt(passages: readonly Passage[], offset: number): Passage[] {
  return passages.filter(({ span }) => span.start <= offset && offset < span.end).toReversed()
}

/** Which of the passages under the pointer a click means: each further click the next one. */
export function nextOf(under: readonly Passage[], active: NoteId | null): Passage | null {
  const index = under.findIndex(({ id }) => id === active)
  return under[(index + 1) % under.length] ?? null
}
