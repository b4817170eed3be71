import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Content, Span } from '../model/content.ts'
import { idFromBytes, NoteId } from '../model/ids.ts'
import type { NoteText } from '../model/note.ts'
import type { Selector } from '../model/selector.ts'
import { anchor } from '../text/anchor.ts'
import { describe } from '../text/describe.ts'
import { trimSpan } from '../text/grapheme-span.ts'
import { findQuote } from '../text/quote-match.ts'
import type { CarriedNote } from './entry.ts'

/**
 * A note that comes in with an article, in its place in the article's first version. `createdAt` is an ISO date-time, null where
 * the source does not say.
 */
export type IncomingNote = NoteText & { id: NoteId; selector: Selector | null; createdAt: string | null }

/**
 * Puts the notes that come along into the text. `of` names the article among all that there are: the ids are made of it and of
 * the notes' keys, so that the same note has the same id whenever it comes in. A note whose words the text does not have keeps
 * them, and needs a place.
 */
export function placeNotes(content: Content, notes: readonly CarriedNote[], of: string): IncomingNote[] {
  return notes.map(({ key, quote, ...rest }) => ({
    ...rest,
    id: noteId(`${of}\n${key}`),
    selector: quote === null ? null : selectorOf(content, quote),
  }))
}

function noteId(name: string): NoteId {
  return NoteId.parse(idFromBytes(sha256(utf8ToBytes(name))))
}

function selectorOf(content: Content, quote: NonNullable<CarriedNote['quote']>): Selector | null {
  if (quote.exact.trim() === '') return null // a note on nothing is one on the whole
  const { exact, prefix = '', suffix = '', start } = quote
  const selector: Selector = { version: 1, exact, prefix, suffix, start: start ?? 0, block: null }
  const span = isAt(content, exact, start)
    ? { start, end: start + exact.length }
    : find(content, selector, quote)
  const words = span === null ? null : trimSpan(content.text, span)
  return words === null || words.start === words.end ? selector : describe(content, words, 1)
}

function isAt({ text }: Content, exact: string, start: number | undefined): start is number {
  return start !== undefined && text.startsWith(exact, start)
}

/** By the quotation alone where it stands there once, however it is spaced; else by what is known of its surroundings. */
function find(
  content: Content,
  selector: Selector,
  { prefix, suffix, start }: NonNullable<CarriedNote['quote']>,
): Span | null {
  const [first, second] = findQuote(content.text, selector.exact)
  const isKnown = prefix !== undefined || suffix !== undefined || start !== undefined
  if (first !== undefined && (second === undefined || !isKnown)) return first
  const found = anchor(content, selector)
  return found.kind === 'lost' ? null : found.span
}
