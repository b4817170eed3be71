import type { AppError } from '../../src/errors.ts'

/** What the writer program is to do. */
export type WriterPlan = {
  root: string
  /** As whom it takes the lock. */
  name: string
  seed: number
  /** How many writes are under way at the same time. */
  atOnce: number
  /** The share of imports among the writes, 0 to 1; the others add and edit notes. */
  imports: number
  /** After so many it closes the library and ends; null: it goes on until its input ends or it is killed. */
  operations: number | null
  pauseMs: number
  /** What it may write into from the start. */
  articles: { id: string; notes: string[] }[]
}

/** What the writer program says. */
export type LineBody =
  | { did: 'opened' | 'closing' | 'closed' }
  | { did: 'not-opened'; error: AppError }
  /** An article is being added, a note added, or a note edited. */
  | { did: 'started'; operation: number; title: string }
  | { did: 'started'; operation: number; articleId: string; body: string; noteId?: string }
  | { did: 'saved'; operation: number; id: string }
  | { did: 'refused'; operation: number; error: AppError }

/** `atUs`: on the system's monotonic clock, which all processes share. */
export type Line = LineBody & { atUs: number }
