import { z } from 'zod'
import { IsoTime, Tag } from './article.ts'
import { ArticleId, DeviceId, NoteId } from './ids.ts'
import { Anchor, Selector } from './selector.ts'

/** The six colours, stored by name. What each of them means is the reader's to say (`Settings.colorMeanings`). */
export const Color = z.enum(['yellow', 'red', 'green', 'blue', 'purple', 'orange'])
export type Color = z.infer<typeof Color>

/** What the reader writes into a note. `body` is Markdown; an empty one makes the note a bare highlight. */
export const NoteText = z.object({
  body: z.string().max(1_000_000),
  color: Color,
  tags: z.array(Tag),
})
export type NoteText = z.infer<typeof NoteText>

/** What the reader wrote about a passage, or, where `selector` is null, about the whole article. */
export const Note = NoteText.extend({
  id: NoteId,
  articleId: ArticleId,
  selector: Selector.nullable(),
  createdAt: IsoTime,
  updatedAt: IsoTime,
})
export type Note = z.infer<typeof Note>

/** A note and where it stands in the newest version of its article; `anchor` is null for a note on the whole. */
export const PlacedNote = z.object({ note: Note, anchor: Anchor.nullable() })
export type PlacedNote = z.infer<typeof PlacedNote>

/** How far the reader got. */
export const Reading = z.object({
  /** Greatest share of the text that has been on the screen, 0 to 1. */
  progress: z.number().min(0).max(1),
  /** Offset in `Content.text` (UTF-16 units) of the first character in view when the reader left. */
  position: z.int().nonnegative(),
  isRead: z.boolean(),
  isStarred: z.boolean(),
})
export type Reading = z.infer<typeof Reading>

export const unread: Reading = { progress: 0, position: 0, isRead: false, isStarred: false }

/**
 * `articles/<id>/notes.<device>.json`: one device's notes and reading state for one article. Removed notes stay
 * in it until the trash is emptied.
 */
export const NotesFile = z.object({
  format: z.literal(1),
  articleId: ArticleId,
  device: DeviceId,
  notes: z.array(Note),
  removed: z.array(Note.extend({ removedAt: IsoTime })),
  reading: Reading,
})
export type NotesFile = z.infer<typeof NotesFile>
