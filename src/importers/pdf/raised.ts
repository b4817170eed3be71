import type { Line } from './line.ts'
import type { Run } from './run.ts'

/** A raised or lowered sign has less than this share of its line's size. */
const smaller = 0.85

/** By as many sizes of the line it is raised or lowered at least. */
const leastShift = 0.1

/** Whether a run is set above or below the line it stands in; null where it stands on it. */
export function shiftOf(run: Run, line: Line): 'superscript' | 'subscript' | null {
  if (run.size >= smaller * line.size) return null
  const shift = (run.baseline - line.baseline) / line.size
  if (shift <= -leastShift) return 'superscript'
  return shift >= leastShift ? 'subscript' : null
}

/** What marks a footnote: `3`, `*`, `[3]`; null for anything else. */
export function footnoteLabel(text: string): string | null {
  return /^[[(]?(\d{1,3}|\*{1,3}|[†‡§¶]{1,2}|[a-z])[\])]?$/u.exec(text.trim())?.[1] ?? null
}
