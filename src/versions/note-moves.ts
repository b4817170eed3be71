import type { NoteMove } from '../model/comparison.ts'
import type { Content, Span } from '../model/content.ts'
import type { Note } from '../model/note.ts'
import type { Anchor, Selector } from '../model/selector.ts'
import { anchor } from '../text/anchor.ts'
import { countWhere } from '../text/count-where.ts'
import { castShadow } from '../text/shadow.ts'
import { compareContents } from './compare.ts'
import { placeInLast } from './place.ts'

/**
 * What became of the notes that stand in `before`, in the order of the text of `after`; the lost ones come last. Notes on
 * the whole article are left out.
 *
 * A note whose words are the same (quotation marks, dashes and white space aside) is `moved` only if its sentence is: if it
 * stands between other sentences now than those that kept their order round it. That a new paragraph pushed it down, that
 * the sentence was reworded around the words or joined with its neighbour, is nothing to tell.
 */
export function noteMoves(before: Content, after: Content, notes: readonly Note[]): NoteMove[] {
  const steady = compareContents(before, after).flatMap((change) =>
    change.kind === 'same' || change.kind === 'changed' ? [change] : [],
  )
  const stays = {
    before: steady.map((change) => change.before.span),
    after: steady.map((change) => change.after.span),
  }
  return notes.flatMap((note) => moveOf(note, { before, after, stays })).toSorted(byPlace)
}

type Editions = { before: Content; after: Content; stays: { before: Span[]; after: Span[] } }

function moveOf(note: Note, { before, after, stays }: Editions): NoteMove[] {
  if (!note.selector) return []
  const was = anchor(before, note.selector)
  if (was.kind === 'lost') return []
  const is = placeByWayOf(before, after, note.selector)
  const placed = { note, anchor: is }
  if (is.kind === 'lost') return [{ outcome: 'lost', placed, reads: null }]
  const reads = after.text.slice(is.span.start, is.span.end)
  if (is.kind === 'moved' && is.isDoubtful) return [{ outcome: 'doubtful', placed, reads }]
  const words = before.text.slice(was.span.start, was.span.end)
  if (castShadow(words).text !== castShadow(reads).text) return [{ outcome: 'reworded', placed, reads }]
  const distance = stepsTo(stays.after, is.span.start) - stepsTo(stays.before, was.span.start)
  // In the sentence before, a paragraph that was joined with its neighbour is one step away.
  return [{ outcome: Math.abs(distance) > 1 ? 'moved' : 'same', placed, reads }]
}

/** As the notes pane finds it: where the note was made does not count, only that these two editions follow one another. */
function placeByWayOf(before: Content, after: Content, selector: Selector): Anchor {
  const editions = [before, after].map((content, place) => ({
    number: selector.version + 1 + place,
    content,
  }))
  return placeInLast(editions, selector)
}

/** Counts the sentences that stayed and the gaps between them: even in a gap, odd in a sentence. */
function stepsTo(stays: readonly Span[], offset: number): number {
  const begun = countWhere(stays, ({ start }) => start <= offset)
  return offset < (stays[begun - 1]?.end ?? 0) ? 2 * begun - 1 : 2 * begun
}

function byPlace(a: NoteMove, b: NoteMove): number {
  return placeOf(a) - placeOf(b)
}

function placeOf({ placed: { anchor: place } }: NoteMove): number {
  return place && place.kind !== 'lost' ? place.span.start : Number.MAX_SAFE_INTEGER
}
