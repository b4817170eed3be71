import type { PlacedNote } from '../../src/contract.ts'
import type { Span } from '../../src/model/content.ts'
import type { NoteId } from '../../src/model/ids.ts'
import type { Color } from '../../src/model/note.ts'

/** The words a note stands on. */
export type Passage = { id: NoteId; color: Color; span: Span }

/** What can be painted: the notes whose place is known, in the order of the text. */
export function passagesOf(notes: readonly PlacedNote[]): Passage[] {
  return notes.flatMap(({ note, anchor }) =>
    anchor === null || anchor.kind === 'lost' ? [] : [{ id: note.id, color: note.color, span: anchor.span }],
  )
}

/** The stretches of the text between all starts and ends of passages, each with the passage that shows there. */
export type Stretch = { span: Span; color: Color }

/**
 * Where passages overlap, the shorter one shows: a word highlighted within a sentence is seen, and so is the sentence
 * around it. Of two of one length it is the later one.
 */
export function stretches(passages: readonly Passage[]): Stretch[] {
  const limits = [...new Set(passages.flatMap(({ span }) => [span.start, span.end]))].sort((a, b) => a - b)
  const waiting = passages.toSorted((a, b) => b.span.start - a.span.start)
  let open: Passage[] = []
  return limits.slice(0, -1).flatMap((start, index) => {
    open = open.filter((passage) => passage.span.end > start)
    while (waiting.at(-1)?.span.start === start) open.push(waiting.pop()!)
    const [top] = open.toSorted(shorterFirst)
    return top ? [{ span: { start, end: limits[index + 1]! }, color: top.color }] : []
  })
}

/**
 * A lane for each passage, such that no two that overlap share one while there are lanes: their underlines then run
 * beside each other.
 */
export function lanes(passages: readonly Passage[], count: number): number[] {
  const ends = Array.from({ length: count }, () => 0)
  return passages.map(({ span }) => {
    const free = ends.findIndex((end) => end <= span.start)
    const lane = free < 0 ? count - 1 : free
    ends[lane] = Math.max(ends[lane]!, span.end)
    return lane
  })
}

/** The passages that hold the character at `offset`, the one that shows there first. */
export function passagesAt(passages: readonly Passage[], offset: number): Passage[] {
  return passages.filter(({ span }) => span.start <= offset && offset < span.end).toSorted(shorterFirst)
}

/** Which of the passages under the pointer a click means: each further click the next one. */
export function nextOf(under: readonly Passage[], active: NoteId | null): Passage | null {
  const index = under.findIndex(({ id }) => id === active)
  return under[(index + 1) % under.length] ?? null
}

function shorterFirst(a: Passage, b: Passage): number {
  return length(a) - length(b) || b.span.start - a.span.start
}

function length({ span }: Passage): number {
  return span.end - span.start
}
