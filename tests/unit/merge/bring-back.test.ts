import { expect, test } from 'vitest'
import { bringBack, changesSince } from '../../../src/merge/bring-back.ts'
import { mergeNotes } from '../../../src/merge/notes.ts'
import { purgeRemoved } from '../../../src/merge/purge.ts'
import { addNote, editNote, removeNote } from '../../../src/merge/write.ts'
import { NoteId } from '../../../src/model/ids.ts'
import type { Note, NotesFile } from '../../../src/model/note.ts'
import { harbourNote, here, noteId, on, there } from './files.ts'

const snapshot = addNote(on('01-01', here), harbourNote)

function brought(own: NotesFile, ...others: NotesFile[]): Note[] {
  const file = bringBack(on('03-01', own, ...others), snapshot)
  expect(changesSince([file, ...others], snapshot)).toEqual([])
  return mergeNotes([file, ...others]).notes
}

test('a note that says something else now says again what it said', () => {
  const edited = editNote(on('01-02', snapshot), noteId, { body: 'Nobody.', color: 'red', tags: [] })
  expect(changesSince([edited], snapshot)).toHaveLength(1)
  expect(brought(edited)).toMatchObject([{ ...harbourNote, otherBodies: [] }])
})

test('what another device wrote over it is overruled as well', () => {
  const theirs = editNote(on('01-02', there, snapshot), noteId, { body: 'Nobody.' })
  expect(brought(snapshot, theirs)).toMatchObject([{ ...harbourNote, otherBodies: [] }])
})

test('a text that waits for a choice still does', () => {
  const mine = editNote(on('01-02', snapshot), noteId, { body: 'The port.' })
  const theirs = editNote(on('01-03', there, snapshot), noteId, { body: 'The city.' })
  expect(brought(mine, theirs)).toMatchObject([{ body: 'Who pays?', otherBodies: ['The port.'] }])
})

test('a note that was removed is there again, with its text of then', () => {
  const edited = editNote(on('01-02', snapshot), noteId, { body: 'Nobody.' })
  expect(brought(removeNote(on('01-03', edited), noteId))).toMatchObject([harbourNote])
  const theirs = removeNote(on('01-03', there, edited), noteId)
  expect(brought(edited, theirs)).toMatchObject([harbourNote])
})

test('a note of which nothing or only a trace is left is there again, as old as it was', () => {
  const removed = removeNote(on('01-02', snapshot), noteId)
  const purged = purgeRemoved(removed, [removed], '2026-02-01T00:00:00.000Z')
  const createdAt = '2026-01-01T12:00:00.000Z'
  expect(brought(purged)).toMatchObject([{ ...harbourNote, createdAt }])
  expect(brought(here)).toMatchObject([{ ...harbourNote, createdAt }])
})

test('what is newer than the snapshot stays, and so does what the snapshot does not speak of', () => {
  const id = NoteId.parse('n00000000001')
  const newer = addNote(on('01-02', snapshot), { ...harbourNote, id, body: 'New.' })
  expect(bringBack(on('03-01', newer), snapshot)).toEqual(newer)
  const colored = editNote(on('01-02', there, snapshot), noteId, { color: 'red' })
  const theirs = editNote(on('01-03', snapshot, colored), noteId, { body: 'Nobody.' })
  const back = bringBack(
    on('03-01', colored, theirs),
    editNote(on('01-02', there, snapshot), noteId, { color: 'green' }),
  )
  expect(mergeNotes([back, theirs]).notes).toMatchObject([{ body: 'Nobody.', color: 'green' }])
})

test('a snapshot of notes in the trash brings none of them back', () => {
  const removed = removeNote(on('01-02', snapshot), noteId)
  expect(bringBack(on('03-01', here), removed)).toEqual(here)
})
