import { z } from 'zod'
import { Tag } from './article.ts'
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

/** How the notes of the library are grouped. */
export const NotesGrouping = z.enum(['article', 'tag', 'color', 'day'])
export type NotesGrouping = z.infer<typeof NotesGrouping>

/** Which notes are shown: those with one of these colours and one of these tags, where any are named. */
export const NoteFilter = z.object({
  colors: z.array(Color),
  tags: z.array(Tag),
  /** Only those in which something was written. */
  isWritten: z.boolean(),
  /** Only those that lost their place or are to be confirmed. */
  needsPlace: z.boolean(),
})
export type NoteFilter = z.infer<typeof NoteFilter>

export const allNotes: NoteFilter = { colors: [], tags: [], isWritten: false, needsPlace: false }

/** What a quotation is on the clipboard where plain text is asked for. */
export const CopyFormat = z.enum(['markdown', 'plain', 'html'])
export type CopyFormat = z.infer<typeof CopyFormat>

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
  /** What the window shows beside the text: the library's list, all its notes, or what is new in the feeds. */
  place: z.enum(['library', 'notes', 'feeds']),
  notesGrouping: NotesGrouping,
  /** Of the notes pane, and of the place that lists all notes. */
  noteFilter: NoteFilter,
  /** The keys the reader gave to commands, by the command's id; those of other commands are as they come. */
  keys: z.record(z.string(), z.array(z.string())),
  /** Whether single letters and signs are keys at all (WCAG 2.1.4). */
  hasSingleKeys: z.boolean(),
  /** Instant mode: what is selected is highlighted at once. */
  isInstant: z.boolean(),
  copyFormat: CopyFormat,
  /** Whether the pictures of a page are loaded and kept with it whenever a page is brought in. */
  keepsPictures: z.boolean(),
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
  place: 'library',
  notesGrouping: 'article',
  noteFilter: allNotes,
  keys: {},
  hasSingleKeys: true,
  isInstant: false,
  copyFormat: 'markdown',
  keepsPictures: false,
  lastArticle: null,
}
