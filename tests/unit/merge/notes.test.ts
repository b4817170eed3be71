import { expect, test } from 'vitest'
import { mergeNotes } from '../../../src/merge/notes.ts'
import { ArticleId, DeviceId, NoteId } from '../../../src/model/ids.ts'
import { type Note, type NotesFile, unread } from '../../../src/model/note.ts'

const articleId = ArticleId.parse('a00000000000')

function note(id: string, updatedAt: string, body = ''): Note {
  const times = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt }
  return { id: NoteId.parse(id), articleId, selector: null, body, color: 'yellow', tags: [], ...times }
}

function file(device: string, parts: Partial<NotesFile>): NotesFile {
  const empty = { notes: [], removed: [], reading: unread }
  return { format: 1, articleId, device: DeviceId.parse(device), ...empty, ...parts }
}

const early = '2026-01-02T00:00:00.000Z'
const late = '2026-01-03T00:00:00.000Z'

test('notes of several devices stand side by side', () => {
  const own = file('d0000000000a', { notes: [note('n0000000000a', early)] })
  const other = file('d0000000000b', { notes: [note('n0000000000b', early)] })
  expect(mergeNotes(own, [other]).notes.map(({ id }) => id)).toEqual(['n0000000000a', 'n0000000000b'])
})

test('of one note the words written last stand, whoever wrote them', () => {
  const own = file('d0000000000a', { notes: [note('n0000000000a', early, 'first')] })
  const other = file('d0000000000b', { notes: [note('n0000000000a', late, 'second')] })
  expect(mergeNotes(own, [other]).notes.map(({ body }) => body)).toEqual(['second'])
  expect(mergeNotes(other, [own]).notes.map(({ body }) => body)).toEqual(['second'])
})

test('a note removed here after it was written there is removed, and can be restored', () => {
  const removed = { ...note('n0000000000a', early), removedAt: late }
  const own = file('d0000000000a', { removed: [removed] })
  const other = file('d0000000000b', { notes: [note('n0000000000a', early)] })
  expect(mergeNotes(own, [other])).toMatchObject({ notes: [], removed: [removed] })
})

test('a note written again after it was removed is there', () => {
  const own = file('d0000000000a', { removed: [{ ...note('n0000000000a', early), removedAt: early }] })
  const other = file('d0000000000b', { notes: [note('n0000000000a', late, 'again')] })
  expect(mergeNotes(own, [other])).toMatchObject({ notes: [{ body: 'again' }], removed: [] })
})

test('reading goes on where this device left off, else where another one did', () => {
  const far = { ...unread, progress: 0.8, position: 900 }
  const near = { ...unread, progress: 0.2, position: 90 }
  const other = file('d0000000000b', { reading: far })
  expect(mergeNotes(file('d0000000000a', { reading: near }), [other]).reading).toEqual(near)
  expect(mergeNotes(file('d0000000000a', {}), [other]).reading).toEqual(far)
})
