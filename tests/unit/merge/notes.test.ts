import { expect, test } from 'vitest'
import { mergeNotes } from '../../../src/merge/notes.ts'
import {
  addNote,
  keepBodies,
  editFacts,
  editNote,
  editReading,
  removeNote,
  restoreNote,
} from '../../../src/merge/write.ts'
import { NoteId } from '../../../src/model/ids.ts'
import { type Note, NotesFile, unread } from '../../../src/model/note.ts'
import { cpuMs } from '../cpu-ms.ts'
import { elsewhere, harbourNote, here, noteId, on, there } from './files.ts'

const written = addNote(on('01-01', here), harbourNote)

function only(...files: NotesFile[]): Note {
  const { notes } = mergeNotes(files)
  expect(notes).toHaveLength(1)
  return notes[0]!
}

test('a note that one device wrote is what it wrote', () => {
  const first = '2026-01-01T12:00:00.000Z'
  const times = { articleId: here.articleId, createdAt: first, updatedAt: first, otherBodies: [] }
  expect(mergeNotes([written, there])).toEqual({
    notes: [{ ...harbourNote, ...times }],
    removed: [],
    reading: unread,
    facts: {},
  })
  expect(NotesFile.parse(written)).toEqual(written)
})

test('what another device wrote later, knowing of it, stands alone', () => {
  const later = editNote(on('01-02', there, written), noteId, { body: 'The port does.' })
  expect(only(written, later)).toMatchObject({
    body: 'The port does.',
    otherBodies: [],
    color: 'yellow',
    createdAt: '2026-01-01T12:00:00.000Z',
    updatedAt: '2026-01-02T12:00:00.000Z',
  })
})

test('two texts written without knowledge of each other are both kept, the newer one shown', () => {
  const mine = editNote(on('01-02', written), noteId, { body: 'The port.' })
  const theirs = editNote(on('01-03', there, written), noteId, { body: 'The city.' })
  expect(only(mine, theirs)).toMatchObject({ body: 'The city.', otherBodies: ['The port.'] })
  expect(mergeNotes([theirs, mine, theirs])).toEqual(mergeNotes([mine, theirs]))
})

test('the same text written twice is one', () => {
  const mine = editNote(on('01-02', written), noteId, { body: 'The port.' })
  const theirs = editNote(on('01-03', there, written), noteId, { body: 'The port.' })
  expect(only(mine, theirs)).toMatchObject({ body: 'The port.', otherBodies: [] })
})

test('a text beside an empty one is not called into question', () => {
  const mine = editNote(on('01-02', written), noteId, { body: 'The port.' })
  const theirs = editNote(on('01-03', there, written), noteId, { body: '' })
  expect(only(mine, theirs)).toMatchObject({ body: 'The port.', otherBodies: [] })
})

test('an ordinary edit keeps what it was not shown; choosing ends the choice on all devices', () => {
  const mine = editNote(on('01-02', written), noteId, { body: 'The port.' })
  const theirs = editNote(on('01-03', there, written), noteId, { body: 'The city.' })
  const edited = editNote(on('01-04', mine, theirs), noteId, { body: 'The city, in parts.' })
  expect(only(edited, theirs)).toMatchObject({ body: 'The city, in parts.', otherBodies: ['The port.'] })
  const again = editNote(on('01-05', theirs, edited), noteId, { body: 'The city pays.' })
  expect(only(edited, again)).toMatchObject({ body: 'The city pays.', otherBodies: ['The port.'] })
  const chosen = keepBodies(on('01-06', edited, again), noteId, ['The port.'])
  expect(only(chosen, again)).toMatchObject({ body: 'The port.', otherBodies: [] })
  const back = keepBodies(on('01-07', chosen, again), noteId, ['The city pays.', 'The port.'])
  expect(only(back, again)).toMatchObject({ body: 'The city pays.', otherBodies: ['The port.'] })
})

test('a colour and a text changed at the same time are both changed, and tags unite', () => {
  const mine = editNote(on('01-02', written), noteId, { color: 'red', tags: ['harbour', 'money'] })
  const theirs = editNote(on('01-03', there, written), noteId, { body: 'The city.', tags: ['city'] })
  expect(only(mine, theirs)).toMatchObject({
    color: 'red',
    body: 'The city.',
    tags: ['harbour', 'money', 'city'],
    otherBodies: [],
  })
})

test('a removed note is in the trash with its text, and comes back from there', () => {
  const removed = removeNote(on('01-02', there, written), noteId)
  expect(mergeNotes([written, removed])).toMatchObject({
    notes: [],
    removed: [
      {
        body: 'Who pays?',
        updatedAt: '2026-01-01T12:00:00.000Z',
        removedAt: '2026-01-02T12:00:00.000Z',
      },
    ],
  })
  const restored = restoreNote(on('01-03', written, removed), noteId)
  expect(only(restored, removed)).toMatchObject({ body: 'Who pays?', updatedAt: '2026-01-03T12:00:00.000Z' })
})

test('an edit beats a removal that did not know of it, whichever came later', () => {
  const edited = editNote(on('01-02', written), noteId, { color: 'red' })
  const removed = removeNote(on('01-03', there, written), noteId)
  expect(only(edited, removed)).toMatchObject({ color: 'red', body: 'Who pays?' })
  const known = removeNote(on('01-04', there, edited), noteId)
  expect(mergeNotes([edited, known]).notes).toEqual([])
})

test('a restoration beats a removal that did not know of it', () => {
  const removed = removeNote(on('01-02', written), noteId)
  const restored = restoreNote(on('01-03', there, removed), noteId)
  const removedAgain = removeNote(on('01-04', elsewhere, removed), noteId)
  expect(only(removed, restored, removedAgain)).toMatchObject({ body: 'Who pays?' })
})

test('a note keeps its place when the file it began in is lost', () => {
  const later = editNote(on('01-02', there, written), noteId, { body: 'The port does.' })
  expect(only(later)).toMatchObject({ body: 'The port does.', selector: harbourNote.selector })
})

test('what a device had not been shown it does not replace, though another knew of it', () => {
  const theirs = editNote(on('01-02', there, written), noteId, { body: 'The city.' })
  // `elsewhere` has not received the file in which the note began.
  const third = editNote(on('01-03', elsewhere, theirs), noteId, { body: 'Nobody.' })
  expect(only(written, third)).toMatchObject({ body: 'Nobody.', otherBodies: ['Who pays?'] })
  expect(only(written, theirs, third)).toMatchObject({ body: 'Nobody.', otherBodies: [] })
})

test('a device keeps of its own edits what still counts', () => {
  const steps = ['W', 'Wh', 'Who?'].map(
    (body) => (file: NotesFile) => editNote(on('01-02', file), noteId, { body }),
  )
  const typed = steps.reduce((file, step) => step(file), written)
  expect(typed.notes[0]?.edits.map(({ at: _at, seen: _seen, ...fields }) => Object.keys(fields))).toEqual([
    ['selector', 'color', 'tags'],
    ['body'],
  ])
  expect(only(typed, written)).toEqual(only(typed))
})

test('of the reading state the furthest progress and otherwise the newest stand', () => {
  const mine = editReading(on('01-02', here), { progress: 0.8, position: 900 })
  const theirs = editReading(on('01-03', there), { progress: 0.2, position: 90, isStarred: true })
  const expected = { progress: 0.8, position: 90, isRead: false, isStarred: true }
  expect(mergeNotes([mine, theirs]).reading).toEqual(expected)
  const back = editReading(on('01-04', mine, theirs), { progress: 0 })
  expect(mergeNotes([back, theirs]).reading).toEqual({ ...expected, progress: 0 })
})

test('facts are corrected field by field', () => {
  const mine = editFacts(on('01-02', here), { title: 'Harbour works', place: null, tags: ['a'] })
  const theirs = editFacts(on('01-03', there), { title: 'Harbor works', tags: ['b'] })
  expect(mergeNotes([theirs, mine]).facts).toEqual({ title: 'Harbor works', place: null, tags: ['a', 'b'] })
})

test('a device that was set back to an earlier state is not taken to have been heard already', () => {
  const edited = editNote(on('01-02', written), noteId, { body: 'The port.' })
  const theirs = editNote(on('01-03', there, edited), noteId, { color: 'red' })
  const again = editNote(on('01-01', written, theirs), noteId, { body: 'The city.', color: 'blue' })
  expect(only(again, theirs)).toMatchObject({ body: 'The city.', color: 'blue' })
})

test('a save costs in proportion to the notes there are', () => {
  const few = saveMs(500)
  // Eight times as many: eight times as long, or 64 times if every note looked at every other.
  expect(saveMs(4000)).toBeLessThan(few * 24)
})

/** The best of several: the others met the collector of garbage. */
function saveMs(count: number): number {
  const [record] = written.notes
  const notes = Array.from({ length: count }, (_, index) => ({
    ...record!,
    id: NoteId.parse(`n${String(index).padStart(11, '0')}`),
  }))
  const file = { ...written, notes }
  const times = Array.from({ length: 15 }, () =>
    cpuMs(() => mergeNotes([editNote(on('01-02', file), notes[7]!.id, { color: 'red' })])),
  )
  return Math.min(...times)
}
