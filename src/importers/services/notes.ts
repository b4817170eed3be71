import type { CarriedNote } from '../entry.ts'
import { colorOf } from './colors.ts'
import { hashOf } from './service.ts'

type Said = {
  /** The service's own name for the note. */
  id?: string | null
  quote?: string | null
  body?: string | null
  color?: string | null
  tags?: string[]
  createdAt?: string | null
}

/** A highlight or note as a service gives it; null where it says nothing at all. */
export function noteOf({ id, quote, body, color, tags = [], createdAt = null }: Said): CarriedNote | null {
  const exact = quote?.trim() ?? ''
  const text = body?.trim() ?? ''
  if (exact === '' && text === '' && tags.length === 0) return null
  return {
    // Those without an id are told by what they say.
    key: id ?? (exact === '' && text === '' ? hashOf(...tags) : hashOf(exact, text)),
    quote: exact === '' ? null : { exact },
    body: text,
    color: colorOf(color),
    tags,
    createdAt,
  }
}

export function notesOf(said: readonly Said[]): CarriedNote[] {
  return said.map(noteOf).filter((note) => note !== null)
}
