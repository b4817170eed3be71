import type { CarriedNote } from '../entry.ts'

/** What somebody wrote about a page, or marked in it, as a service of annotations keeps it. */
export type Annotation = {
  /** The service's own name for it. */
  id: string | null
  /** Of the page; that of another annotation for an answer to it. */
  uri: string
  /** The page's. */
  title: string | null
  author: string | null
  quote: CarriedNote['quote']
  /** Markdown. */
  body: string
  tags: string[]
  color: string | null
  /** An ISO date-time. */
  createdAt: string | null
  /** Where it stands in the page, by which the notes of a page are put in order. */
  position: number | null
  /** The names of what it answers, the first in front. */
  references: string[]
}
