import { expect, test } from 'vitest'
import { mergeNotes } from '../../../src/merge/notes.ts'
import { purgeRemoved } from '../../../src/merge/purge.ts'
import { addNote, editNote, removeNote, restoreNote } from '../../../src/merge/write.ts'
import { harbourNote, here, noteId, on, there } from './files.ts'

const later = '2026-02-01T00:00:00.000Z'
const written = addNote(on('01-01', here), harbourNote)

test('of a note removed long ago only a trace is left, that it was removed', () => {
  const removed = removeNote(on('01-02', written), noteId)
  const purged = purgeRemoved(removed, [removed], later)
  expect(JSON.stringify(purged)).not.toContain('Who pays?')
  expect(mergeNotes([purged])).toMatchObject({ notes: [], removed: [] })
  // An old copy of the file turns up.
  expect(mergeNotes([purged, written])).toMatchObject({ notes: [], removed: [{ id: noteId }] })
})

test('what another device removed is purged as well', () => {
  const removed = removeNote(on('01-02', there, written), noteId)
  const purged = purgeRemoved(written, [written, removed], later)
  expect(JSON.stringify(purged)).not.toContain('Who pays?')
  expect(mergeNotes([purged, removed])).toMatchObject({ notes: [], removed: [] })
  expect(purgeRemoved(purged, [purged, removed], later)).toBe(purged)
})

test('a note that was removed lately, and one that is there, are left as they are', () => {
  const removed = removeNote(on('01-02', written), noteId)
  expect(purgeRemoved(removed, [removed], '2026-01-02T00:00:00.000Z')).toBe(removed)
  expect(purgeRemoved(written, [written], later)).toBe(written)
})

test('the time of removal stays, so that another device empties its trash on the same day', () => {
  const edited = editNote(on('01-02', there, written), noteId, { body: 'The city.' })
  const removed = removeNote(on('01-03', written, edited), noteId)
  const [before] = mergeNotes([removed, edited]).removed
  const purged = purgeRemoved(removed, [removed, edited], later)
  expect(mergeNotes([purged, edited]).removed).toMatchObject([{ removedAt: before!.removedAt }])
})

test('a note taken back on one device is whole there, though another empties its trash before it hears of that', () => {
  const removed = removeNote(on('01-02', written), noteId)
  const back = restoreNote(on('01-03', there, removed), noteId)
  const edited = editNote(on('01-03', there, removed), noteId, { color: 'red' })
  const purged = purgeRemoved(removed, [removed], later)
  expect(mergeNotes([purged, back]).notes).toMatchObject([harbourNote])
  expect(mergeNotes([purged, edited]).notes).toMatchObject([{ ...harbourNote, color: 'red' }])
})
