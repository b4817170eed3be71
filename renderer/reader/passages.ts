import type { Span } from '../../src/model/content.ts'
import type { NoteId } from '../../src/model/ids.ts'
import type { Color, PlacedNote } from '../../src/model/note.ts'

/** The words a note stands on. */
export type Passage = {
  id: NoteId
  color: Color
  /** The text has changed, and these words are only likely to be the ones. */
  isDoubtful: boolean
  span: Span
}

/** What can be painted: the notes whose place is known, in the order of the text. */
export function passagesOf(notes: readonly PlacedNote[]): Passage[] {
  return notes.flatMap(({ note: { id, color }, anchor }) => {
    if (anchor === null || anchor.kind === 'lost') return []
    return [{ id, color, isDoubtful: anchor.kind === 'moved' && anchor.isDoubtful, span: anchor.span }]
  })
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

/** The stretches of the text on which at least `depth` of these passages lie. */
export function stretchesOf(passages: readonly Passage[], depth: number): Span[] {
  const edges = passages.flatMap(({ span }) => [
    { at: span.start, step: 1 },
    { at: span.end, step: -1 },
  ])
  const stretches: Span[] = []
  let count = 0
  let start = 0
  // What ends at an offset ends before anything begins there.
  for (const { at, step } of edges.sort((a, b) => a.at - b.at || a.step - b.step)) {
    count += step
    if (step === 1 && count === depth) start = at
    if (step === -1 && count === depth - 1) stretches.push({ start, end: at })
  }
  return stretches
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

/** The passages that overlap this one, and those that overlap them: however one goes round, one comes by all of them. */
export function heapAround(passages: readonly Passage[], { id }: Passage): Passage[] {
  const heaps: Passage[][] = []
  let end = 0
  for (const passage of passages) {
    if (passage.span.start < end) heaps.at(-1)!.push(passage)
    else heaps.push([passage])
    end = Math.max(end, passage.span.end)
  }
  return heaps.find((heap) => heap.some((passage) => passage.id === id)) ?? []
}

export function touch(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
