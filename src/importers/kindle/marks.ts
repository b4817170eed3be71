import { countWhere } from '../../text/count-where.ts'
import type { Clipping } from './clippings.ts'
import type { Place } from './details.ts'

/** A highlight with the notes that were written on it, or notes by themselves. `place` is null where the device names none. */
export type Mark = { highlight: Clipping | null; notes: Clipping[]; place: Place | null }

/** `superseded` are clippings that later ones of the same words stand for. */
export type Marks = { marks: Mark[]; superseded: Clipping[] }

/**
 * What a reader has marked in a book, in the order of the book. The device never edits: whoever moves the end of a highlight or
 * rewrites a note leaves two clippings, of which the one with more words counts, among equals the later.
 */
export function marksOf(clippings: readonly Clipping[]): Marks {
  const highlights = latestOf(clippings.filter(({ kind }) => kind === 'highlight'))
  const marks = highlights.kept.map((highlight): Mark => ({ highlight, notes: [], place: highlight.place }))
  const alone: Mark[] = []
  const notes = latestOf(clippings.filter(({ kind }) => kind === 'note'))
  for (const note of notes.kept) {
    const mark = markOf(note, marks)
    if (mark === null) alone.push({ highlight: null, notes: [note], place: note.place })
    else mark.notes.push(note)
  }
  return { marks: inOrder([...marks, ...alone]), superseded: [...highlights.dropped, ...notes.dropped] }
}

/** An end is moved a few times at most; comparing with more neighbours would only cost time. */
const mostNeighbours = 50

/** Those whose words are not in others that overlap them. */
function latestOf(clippings: readonly Clipping[]): { kept: Clipping[]; dropped: Clipping[] } {
  const kept: Worded[] = []
  const dropped: Clipping[] = []
  for (const clipping of inPlaces(clippings)) {
    const words = wordsOf(clipping.text)
    const at = indexOfSame(kept, { clipping, words })
    const other = kept[at]
    if (other === undefined) kept.push({ clipping, words })
    else if (isBetter({ clipping, words }, other)) {
      dropped.push(other.clipping)
      kept[at] = { clipping, words }
    } else dropped.push(clipping)
  }
  return { kept: kept.map(({ clipping }) => clipping), dropped }
}

type Worded = { clipping: Clipping; words: string }

/** -1 where none of the nearest is. */
function indexOfSame(kept: readonly Worded[], worded: Worded): number {
  const start = Math.max(0, kept.length - mostNeighbours)
  const near = kept.slice(start).findLastIndex((other) => isSame(other, worded))
  return near === -1 ? -1 : start + near
}

function isSame(a: Worded, b: Worded): boolean {
  if (!overlaps(a.clipping.place, b.clipping.place)) return false
  if (a.words === '' || b.words === '') return a.clipping.text === b.clipping.text
  return a.words.includes(b.words) || b.words.includes(a.words)
}

function isBetter(a: Worded, b: Worded): boolean {
  if (a.words.length !== b.words.length) return a.words.length > b.words.length
  return a.clipping.at > b.clipping.at
}

/** Letters and digits only: a moved end often takes a quotation mark along. */
function wordsOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Clippings without places are compared by their words alone. */
function overlaps(a: Place | null, b: Place | null): boolean {
  if (a === null || b === null) return a === b
  return a.unit === b.unit && a.from <= b.to && b.from <= a.to
}

function inPlaces(clippings: readonly Clipping[]): Clipping[] {
  return clippings.toSorted((a, b) => (a.place?.from ?? 0) - (b.place?.from ?? 0) || a.at - b.at)
}

/** A note is at the end of what it was written on; of several such highlights, of `marks` in order, on the nearest in the file. */
function markOf(note: Clipping, marks: readonly Mark[]): Mark | null {
  const { place } = note
  if (place === null) return null
  const end = countWhere(marks, (mark) => (mark.place?.from ?? 0) <= place.to)
  const near = marks
    .slice(Math.max(0, end - mostNeighbours), end)
    .filter((mark) => overlaps(mark.place, place))
  const distance = (mark: Mark): number => Math.abs((mark.place?.to ?? 0) - place.from)
  const steps = ({ highlight }: Mark): number => Math.abs((highlight?.at ?? 0) - note.at)
  return near.toSorted((a, b) => distance(a) - distance(b) || steps(a) - steps(b))[0] ?? null
}

/** In the order of the file where some have no place, or only some have pages. */
function inOrder(marks: readonly Mark[]): Mark[] {
  const units = new Set(marks.map(({ place }) => place?.unit))
  const firstAt = ({ highlight, notes }: Mark): number => highlight?.at ?? notes[0]?.at ?? 0
  return marks.toSorted((a, b) => {
    const places = units.size === 1 ? (a.place?.from ?? 0) - (b.place?.from ?? 0) : 0
    return places || firstAt(a) - firstAt(b)
  })
}
