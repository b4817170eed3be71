import type { PlacedNote } from '../../src/model/note.ts'

/** A row of the list: a note, or the heading above those that lost their place. */
export type CardRow =
  | { readonly kind: 'note'; readonly placed: PlacedNote }
  | { readonly kind: 'needs-place'; readonly count: number }

/** The lost ones are the last of the notes, as `inTextOrder` has them. */
export function cardRows(notes: readonly PlacedNote[]): CardRow[] {
  const rows = notes.map((placed): CardRow => ({ kind: 'note', placed }))
  const firstLost = notes.findIndex(({ anchor }) => anchor?.kind === 'lost')
  if (firstLost === -1) return rows
  return rows.toSpliced(firstLost, 0, { kind: 'needs-place', count: notes.length - firstLost })
}

export function keyOf(row: CardRow): string {
  return row.kind === 'note' ? row.placed.note.id : row.kind
}
