import type { Span } from '../model/content.ts'
import type { Day } from './dates.ts'

/** Spans count from the start of the paragraph; `lead` runs up to where the sentence starts. */
export type Dateline = {
  lead: Span
  place: Span | null
  date: Span | null
  agency: Span | null
  day: Day | null
}
