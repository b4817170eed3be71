import type { Draft } from '../model/article.ts'
import type { PictureName } from '../model/content.ts'
import type { Color, Reading } from '../model/note.ts'
import type { Selector } from '../model/selector.ts'

/** A picture that came inside a source. */
export type Picture = { name: PictureName; bytes: Uint8Array }

/** A note as its source gives it. */
export type CarriedNote = {
  /** The same whenever the same note comes again, and no other note of the article has it. */
  key: string
  /**
   * The words it stands on; null for a note on the whole. `start` is where they stand in `Content.text`, if that is known for
   * certain. Words that the text does not have make a note that needs a place.
   */
  quote: { exact: string; prefix?: string; suffix?: string; start?: number } | null
  /** Markdown. */
  body: string
  color: Color
  tags: string[]
  /** ISO date-time; null where the source does not say. */
  createdAt: string | null
}

/** A carried note that was put in its place. */
export type PlacedEntryNote = Omit<CarriedNote, 'quote'> & { selector: Selector | null }

/** One story with all that comes along with it. */
export type Entry = {
  draft: Draft
  notes: CarriedNote[]
  /** What is known of how far the reader got; the rest is as for a new article. */
  reading: Partial<Omit<Reading, 'position'>>
  /** When it was saved there, an ISO date-time; null where that is not known. */
  addedAt: string | null
  /** Those that the figures of the content name in `file`. */
  pictures: Picture[]
}

/** What a source comes to that is a story and nothing else. */
export function entryOf(draft: Draft): Entry {
  return { draft, notes: [], reading: {}, addedAt: null, pictures: [] }
}
