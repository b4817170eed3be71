import { z } from 'zod'
import { currentFormat, Format } from './format.ts'
import { ArticleId } from './ids.ts'
import { Color } from './note.ts'

export const Theme = z.enum(['system', 'light', 'sepia', 'dark'])
export type Theme = z.infer<typeof Theme>

export const ReadingFont = z.enum(['serif', 'sans', 'system', 'dyslexia'])
export type ReadingFont = z.infer<typeof ReadingFont>

/** In which order the list stands: newest, most recently published or furthest read first, titles from A; or reversed. */
export const Sort = z.object({
  by: z.enum(['added', 'published', 'title', 'progress']),
  isReversed: z.boolean(),
})
export type Sort = z.infer<typeof Sort>

/** How wide a side pane is, in CSS pixels, and whether it is shown. */
const Pane = z.object({ width: z.int().min(200).max(700), isOpen: z.boolean() })

/** `settings.<device>.json`: how this device's reader likes it. */
export const Settings = z.object({
  format: Format,
  theme: Theme,
  font: ReadingFont,
  /** CSS pixels. */
  fontSize: z.int().min(15).max(28),
  lineHeight: z.number().min(1.3).max(2.2),
  /** Greatest width of the text in `ch`. */
  measure: z.int().min(48).max(90),
  /** What each colour stands for, in the reader's words. */
  colorMeanings: z.record(Color, z.string().trim().min(1).max(60)),
  /** The colour the next highlight gets. */
  color: Color,
  listPane: Pane,
  notesPane: Pane,
  sort: Sort,
  /** Where the window comes back to. */
  lastArticle: ArticleId.nullable(),
})
export type Settings = z.infer<typeof Settings>

export const defaultSettings: Settings = {
  format: currentFormat,
  theme: 'system',
  font: 'serif',
  fontSize: 19,
  lineHeight: 1.62,
  measure: 66,
  colorMeanings: {
    yellow: 'key point',
    red: 'dispute or check',
    green: 'figure or fact',
    blue: 'quote',
    purple: 'context',
    orange: 'follow up',
  },
  color: 'yellow',
  listPane: { width: 320, isOpen: true },
  notesPane: { width: 372, isOpen: true },
  sort: { by: 'added', isReversed: false },
  lastArticle: null,
}
