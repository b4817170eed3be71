import { z } from 'zod'
import { Facts, IsoTime, Tag } from './article.ts'
import { edit } from './edit.ts'
import { Format } from './format.ts'
import { ArticleId, DeviceId, NoteId } from './ids.ts'
import { Anchor, Selector } from './selector.ts'

/** The six colours, stored by name. What each of them means is the reader's to say (`Settings.colorMeanings`). */
export const Color = z.enum(['yellow', 'red', 'green', 'blue', 'purple', 'orange'])
export type Color = z.infer<typeof Color>

const Body = z.string().max(1_000_000)

/** What the reader writes into a note. `body` is Markdown; an empty one makes the note a bare highlight. */
export const NoteText = z.object({ body: Body, color: Color, tags: z.array(Tag) })
export type NoteText = z.infer<typeof NoteText>

/** New values for some of what a note says; a new `selector` gives it another place. */
export const NoteChange = NoteText.extend({ selector: Selector }).partial()
export type NoteChange = z.infer<typeof NoteChange>

/** What the reader wrote about a passage, or, where `selector` is null, about the whole article. */
export const Note = NoteText.extend({
  id: NoteId,
  articleId: ArticleId,
  selector: Selector.nullable(),
  createdAt: IsoTime,
  updatedAt: IsoTime,
  /** Other texts of the note, written elsewhere at the same time as `body`; kept until the reader chooses. */
  otherBodies: z.array(Body),
})
export type Note = z.infer<typeof Note>

/** A note in the trash. */
export const RemovedNote = Note.extend({ removedAt: IsoTime })
export type RemovedNote = z.infer<typeof RemovedNote>

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

/** One device's edit of a note. `otherBodies` is set together with `body`, where there are any. */
export const NoteEdit = edit({
  selector: Selector.nullable(),
  body: Body,
  otherBodies: z.array(Body),
  color: Color,
  tags: z.array(Tag),
  /** True: removed. False: taken back. */
  isRemoved: z.boolean(),
})
export type NoteEdit = z.infer<typeof NoteEdit>

/** One device's part in a note: its edits that it has not replaced by later ones of its own. */
export const NoteRecord = z.object({ id: NoteId, createdAt: IsoTime, edits: z.array(NoteEdit) })
export type NoteRecord = z.infer<typeof NoteRecord>

export const ReadingEdit = edit(Reading.shape)
export type ReadingEdit = z.infer<typeof ReadingEdit>

export const FactsEdit = edit(Facts.shape)
export type FactsEdit = z.infer<typeof FactsEdit>

/**
 * `articles/<id>/notes.<device>.json`: what one device's reader did with one article. Only this device writes it; what all
 * of them come to is computed by `src/merge`.
 */
export const NotesFile = z.object({
  format: Format,
  articleId: ArticleId,
  device: DeviceId,
  notes: z.array(NoteRecord),
  reading: z.array(ReadingEdit),
  /** Corrections of the article's facts. */
  facts: z.array(FactsEdit),
})
export type NotesFile = z.infer<typeof NotesFile>
