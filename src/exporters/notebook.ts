import type { Article } from '../model/article.ts'
import type { Content } from '../model/content.ts'
import type { ArticleId } from '../model/ids.ts'
import type { PlacedNote } from '../model/note.ts'
import type { Settings } from '../model/settings.ts'

/** All that an exporter may write: an article in its newest version, with its notes in any order. */
export type Notebook = {
  article: Article
  content: Content
  notes: PlacedNote[]
  colorMeanings: Settings['colorMeanings']
  /** What the exported file of an article is called, without extension, for links to it; null where it is not known. */
  fileNameOf: (id: ArticleId) => string | null
}
