import type { PlacedNote } from '../../src/model/note.ts'
import type { NoteFilter } from '../../src/model/settings.ts'

/** Whether a note lost its place, or is shown where it may not belong. */
export function needsPlace({ anchor }: PlacedNote): boolean {
  return anchor?.kind === 'lost' || (anchor?.kind === 'moved' && anchor.isDoubtful)
}

export function fits(placed: PlacedNote, filter: NoteFilter): boolean {
  const { color, tags, body, otherBodies } = placed.note
  if (filter.colors.length > 0 && !filter.colors.includes(color)) return false
  if (filter.tags.length > 0 && !filter.tags.some((tag) => tags.includes(tag))) return false
  if (filter.isWritten && body === '' && otherBodies.length === 0) return false
  return !filter.needsPlace || needsPlace(placed)
}

export function isFiltering({ colors, tags, isWritten, needsPlace: isSought }: NoteFilter): boolean {
  return colors.length > 0 || tags.length > 0 || isWritten || isSought
}
