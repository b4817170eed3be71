import type { Facts } from '../model/article.ts'
import type { Block, Span } from '../model/content.ts'
import type { Dateline } from '../wire/dateline.ts'
import { isoDateOf, type Day } from '../wire/dates.ts'
import type { Story } from '../wire/story.ts'
import type { SourceFile } from './source-file.ts'

/** The facts that a story's own lines give; `title` is null when it has no headline. */
export type StoryFacts = Pick<Facts, 'byline' | 'agency' | 'place' | 'credit' | 'published'> & {
  title: string | null
  yearIsAssumed: boolean
}

/** Of a text that is no story. */
export const noFacts: StoryFacts = {
  title: null,
  byline: null,
  agency: null,
  place: null,
  credit: null,
  published: null,
  yearIsAssumed: false,
}

export function storyFacts(
  story: Story,
  { modified, now }: Pick<SourceFile, 'modified' | 'now'>,
): StoryFacts {
  const day = dayOf(story)
  return {
    title: story.headline,
    byline: story.byline,
    agency: story.agency,
    place: placeOf(story),
    credit: story.credit,
    published: day === null ? null : isoDateOf(day, modified ?? now),
    yearIsAssumed: day !== null && day.year === null,
  }
}

/** The day of first publication lends its year to a dateline of the same day, and stands in for a missing one. */
function dayOf({ day, firstPublished }: Story): Day | null {
  if (day === null || firstPublished === null) return day ?? firstPublished
  const isSame = day.month === firstPublished.month && day.day === firstPublished.day
  return day.year === null && isSame ? firstPublished : day
}

function placeOf({ dateline, datelineAt, body }: Story): string | null {
  const place = dateline?.place
  return place == null ? null : body[datelineAt!]!.slice(place.start, place.end)
}

/** `span` is that of the paragraph which opens with the dateline. */
export function datelineBlock(dateline: Dateline, span: Span): Block {
  const shift = (part: Span): Span => ({ start: part.start + span.start, end: part.end + span.start })
  const orNull = (part: Span | null): Span | null => (part === null ? null : shift(part))
  return {
    kind: 'dateline',
    span,
    lead: shift(dateline.lead),
    place: orNull(dateline.place),
    date: orNull(dateline.date),
    agency: orNull(dateline.agency),
  }
}
