import type { Node } from '../../markup/tree.ts'
import type { Furniture } from '../../model/content.ts'

/** What an agency's format says of a story beside its text; null where it says nothing. */
export type AgencyStory = {
  headline: string | null
  /** As it stands there, with "By" or without. */
  byline: string | null
  agency: string | null
  /** `LISBON, Oct 5 (Example News) -` or only a place, where it does not stand in the text. */
  dateline: string | null
  place: string | null
  credit: string | null
  /** In any of the ways in which these formats write a time. */
  published: string | null
  language: string | null
  url: string | null
  tags: readonly string[]
  furniture: readonly Furniture[]
  /** The text, as elements of HTML. */
  body: readonly Node[]
}

/** Of a format that says nothing. */
export const noStory: AgencyStory = {
  headline: null,
  byline: null,
  agency: null,
  dateline: null,
  place: null,
  credit: null,
  published: null,
  language: null,
  url: null,
  tags: [],
  furniture: [],
  body: [],
}
