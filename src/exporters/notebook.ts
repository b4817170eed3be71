import type { Article } from '../model/article.ts'
import type { Content } from '../model/content.ts'
import type { Note } from '../model/note.ts'
import type { Anchor } from '../model/selector.ts'
import type { Settings } from '../model/settings.ts'

/** A note and where it stands in the content; `anchor` is null for a note on the whole article. */
export type PlacedNote = { note: Note; anchor: Anchor | null }

/** All that an exporter may write: an article in its newest version, with its notes in any order. */
export type Notebook = {
  article: Article
  content: Content
  notes: PlacedNote[]
  colorMeanings: Settings['colorMeanings']
}
