import { expect, test } from 'vitest'
import { joinFiles } from '../../../src/merge/join-files.ts'
import { mergeNotes } from '../../../src/merge/notes.ts'
import { addNote, editFacts, editNote, editReading, removeNote } from '../../../src/merge/write.ts'
import { NoteId } from '../../../src/model/ids.ts'
import { harbourNote, here, noteId, on, there } from './files.ts'

const written = addNote(on('01-01', here), harbourNote)

test('an earlier state adds nothing to a later one', () => {
  const edited = editNote(on('01-02', written), noteId, { body: 'The port.', tags: [] })
  const later = editFacts(on('01-03', editReading(on('01-03', edited), { progress: 0.5 })), {
    title: 'Harbour',
  })
  expect(joinFiles(later, written)).toEqual(later)
  expect(joinFiles(written, later)).toEqual(later)
  expect(joinFiles(later, later)).toEqual(later)
  const removed = removeNote(on('01-04', later), noteId)
  expect(mergeNotes([joinFiles(written, removed)])).toEqual(mergeNotes([removed]))
})

test('two states that went their own ways are both kept', () => {
  const id = NoteId.parse('n00000000001')
  const one = editNote(on('01-02', written), noteId, { body: 'The port.' })
  const other = addNote(on('01-03', editNote(on('01-02', written), noteId, { body: 'The city.' })), {
    ...harbourNote,
    id,
  })
  const joined = joinFiles(one, other)
  expect(mergeNotes([joined])).toEqual(mergeNotes([other, one]))
  expect(
    mergeNotes([joined]).notes.map(({ body, otherBodies }) => [body, ...otherBodies].toSorted()),
  ).toEqual([['The city.', 'The port.'], ['Who pays?']])
})

test('the files of two devices are never joined', () => {
  expect(() => joinFiles(written, there)).toThrow('two different files')
})
