import { z } from 'zod'

/** Twelve characters of Crockford's base32 in lower case: 60 bits of chance, safe as a folder name and in a URL. */
const Id = z.string().regex(/^[0-9a-hjkmnp-tv-z]{12}$/)

export const ArticleId = Id.brand<'ArticleId'>()
export type ArticleId = z.infer<typeof ArticleId>

export const NoteId = Id.brand<'NoteId'>()
export type NoteId = z.infer<typeof NoteId>

/** Names one machine's files in a library that several machines share. */
export const DeviceId = Id.brand<'DeviceId'>()
export type DeviceId = z.infer<typeof DeviceId>

/** Of a feed's address: the same on all devices. */
export const FeedId = Id.brand<'FeedId'>()
export type FeedId = z.infer<typeof FeedId>

/** Of what names a feed's entry: the same in whatever feed it stands. */
export const EntryId = Id.brand<'EntryId'>()
export type EntryId = z.infer<typeof EntryId>

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * The id that twelve bytes of chance spell. The bytes come from the caller, so that the domain stays repeatable.
 * The text is a valid id of any kind; parse it with the schema of the kind that is meant.
 */
export function idFromBytes(bytes: Uint8Array): string {
  return Array.from(bytes.slice(0, 12), (byte) => alphabet[byte % 32]).join('')
}
