import { expect, test } from 'vitest'
import { mergeNotes } from '../../../src/merge/notes.ts'
import { migrate, steps } from '../../../src/migrations/migrate.ts'
import { currentFormat } from '../../../src/model/format.ts'
import { NotesFile } from '../../../src/model/note.ts'
import { defaultSettings, Settings } from '../../../src/model/settings.ts'

const note = {
  id: 'n00000000000',
  articleId: 'a00000000000',
  selector: null,
  body: 'Who pays?',
  color: 'red',
  tags: ['harbour'],
  createdAt: '2026-01-01T12:00:00.000Z',
  updatedAt: '2026-01-02T12:00:00Z',
}

const notesFile1 = {
  format: 1,
  articleId: 'a00000000000',
  device: 'd0000000000a',
  notes: [note],
  removed: [] as (typeof note & { removedAt: string })[],
  reading: { progress: 0, position: 0, isRead: false, isStarred: false },
}

function migrated(file: object): NotesFile {
  const answer = migrate('notes', file)
  return NotesFile.parse(answer.kind === 'current' ? answer.json : null)
}

test('a step leads from each version to the next', () => {
  expect(steps).toHaveLength(currentFormat - 1)
})

test('a file of this version stays as it is', () => {
  const file = { format: currentFormat, id: 'x' }
  expect(migrate('library', file)).toEqual({ kind: 'current', json: file })
})

test('a file of a later version is told apart from a damaged one', () => {
  expect(migrate('notes', { format: currentFormat + 1 })).toEqual({
    kind: 'newer',
    format: currentFormat + 1,
  })
  for (const json of [
    null,
    7,
    'x',
    [],
    {},
    { format: '1' },
    { format: 0 },
    { format: 1.5 },
    { format: -1 },
  ]) {
    expect(migrate('library', json)).toEqual({ kind: 'none' })
  }
})

test('a notes file that is not what its version says is damaged, not guessed at', () => {
  expect(migrate('notes', { ...notesFile1, notes: {} })).toEqual({ kind: 'none' })
  expect(migrate('notes', { ...notesFile1, notes: [{ ...note, updatedAt: 'yesterday' }] })).toEqual({
    kind: 'none',
  })
})

test('of most files only the number changes', () => {
  for (const kind of ['library', 'content', 'local'] as const) {
    expect(migrate(kind, { format: 1, id: 'x', more: [1] })).toEqual({
      kind: 'current',
      json: { format: currentFormat, id: 'x', more: [1] },
    })
  }
})

test('the notes of version 1 become edits of the time they were written', () => {
  const file = migrated(notesFile1)
  const text = { selector: null, body: 'Who pays?', color: 'red', tags: ['harbour'] }
  expect(file.notes).toEqual([
    {
      id: note.id,
      createdAt: note.createdAt,
      edits: [{ at: '2026-01-02T12:00:00.000Z-0000', seen: {}, ...text }],
    },
  ])
  expect(mergeNotes([file]).notes).toMatchObject([{ ...note, updatedAt: '2026-01-02T12:00:00.000Z' }])
})

test('a note removed in version 1 stays in the trash, even if it was removed in the moment of writing', () => {
  for (const removedAt of ['2026-01-03T12:00:00.000Z', '2026-01-02T12:00:00.000Z']) {
    const merged = mergeNotes([migrated({ ...notesFile1, notes: [], removed: [{ ...note, removedAt }] })])
    expect(merged.notes).toEqual([])
    expect(merged.removed).toMatchObject([{ body: 'Who pays?', removedAt }])
  }
})

test('who read of version 1 is believed as far as they read, and overruled by who reads now', () => {
  expect(migrated(notesFile1).reading).toEqual([])
  const far = migrated({ ...notesFile1, reading: { ...notesFile1.reading, progress: 0.8, isStarred: true } })
  expect(mergeNotes([far]).reading).toEqual({ progress: 0.8, position: 0, isRead: false, isStarred: true })
})

test('the settings of version 1 get the order of the list that version 1 had', () => {
  const answer = migrate('settings', { format: 1, theme: 'dark' })
  const sort = { by: 'added', isReversed: false }
  expect(answer).toMatchObject({ kind: 'current', json: { format: currentFormat, theme: 'dark', sort } })
  expect(Settings.shape.sort.parse(sort)).toEqual(sort)
})

test('settings of version 2 get what version 3 lets one set, as it was before', () => {
  const { format, place, notesGrouping, noteFilter, keys, hasSingleKeys, isInstant, copyFormat, ...older } =
    defaultSettings
  const answer = migrate('settings', { ...older, format: 2 })
  const newer = { place, notesGrouping, noteFilter, keys, hasSingleKeys, isInstant, copyFormat }
  expect(answer).toEqual({ kind: 'current', json: { ...older, ...newer, format } })
})

/** What versions before 4 did not say, as it was with them. */
const asOf4 = { importer: 'plain-text', isOnlyLink: false }

test('an article of version 2 names the file of its text', () => {
  const source = { name: 'lamp.txt', url: null }
  const version = { number: 1, words: 7, file: 'source-1.txt' }
  const answer = migrate('article', { format: 2, source, versions: [version] })
  const versions = [{ ...version, content: 'content-1.json', sketch: [], ...asOf4 }]
  const json = { format: currentFormat, source: { ...source, origin: null, part: null }, versions }
  expect(answer).toEqual({ kind: 'current', json })
  expect(migrate('article', { format: 2, versions: 7 })).toEqual({ kind: 'none' })
})

test('an edition of version 3 was read by what its file’s name says', () => {
  const version = { number: 2, file: 'source-2.tabtab000002.md' }
  const source = { name: 'lamp.md', url: 'https://harbour.example/lamp' }
  expect(migrate('version', { format: 3, source, version })).toEqual({
    kind: 'current',
    json: {
      format: currentFormat,
      source: { ...source, origin: null, part: null },
      version: { ...version, importer: 'markdown', isOnlyLink: false },
    },
  })
  expect(migrate('version', { format: 3, source })).toEqual({ kind: 'none' })
  expect(migrate('article', { format: 3, source, versions: [7] })).toEqual({ kind: 'none' })
})

test('the places of version 2 do not know their block', () => {
  const selector = { version: 1, exact: 'pays', prefix: 'Who ', suffix: '?', start: 4 }
  const edits = [{ selector }, { selector: null }, { body: 'x' }]
  const notes = [{ id: 'n', edits }]
  const answer = migrate('notes', { format: 2, notes, reading: [] })
  const moved = [{ selector: { ...selector, block: null } }, { selector: null }, { body: 'x' }]
  expect(answer).toEqual({
    kind: 'current',
    json: { format: currentFormat, notes: [{ id: 'n', edits: moved }], reading: [] },
  })
  expect(migrate('notes', { format: 2, notes: [{ edits: [{ selector: 'x' }] }] })).toEqual({ kind: 'none' })
})

test('an edition of a version before there were any is none', () => {
  expect(migrate('version', { format: 2 })).toEqual({ kind: 'none' })
})
