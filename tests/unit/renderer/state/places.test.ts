// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { openArticle } from '../../../../renderer/state/article-actions.ts'
import { filterNotes, showAllNotes } from '../../../../renderer/state/filter-actions.ts'
import { undo } from '../../../../renderer/state/history-actions.ts'
import { attachTo, confirmPlace, takeUp } from '../../../../renderer/state/place-actions.ts'
import { getState, useStore } from '../../../../renderer/state/store.ts'
import { ok } from '../../../../src/errors.ts'
import type { Anchor } from '../../../../src/model/selector.ts'
import { articleId, fakeLibrary, type FakeLibrary, note, noteId } from './fake-library.ts'

let library: FakeLibrary

async function open(...anchors: Anchor[]): Promise<void> {
  library = fakeLibrary()
  for (const [index, anchor] of anchors.entries()) {
    const placed = { ...note(index + 1), anchor }
    library.notes.set(placed.note.id, placed)
  }
  library.answers['note.candidates'] = () =>
    ok({ candidates: [{ passage: { span: { start: 11, end: 15 }, before: '', after: '' }, score: 0.5 }] })
  await openArticle(articleId(1))
}

const exactOf = (number: number) => library.notes.get(noteId(number))?.note.selector?.exact

beforeEach(() =>
  open({ kind: 'lost' }, { kind: 'moved', span: { start: 0, end: 10 }, score: 0.7, isDoubtful: true }),
)

test('where a lost note may belong is asked for when it is taken up, and once', async () => {
  await takeUp(noteId(1))
  expect(getState().candidates?.found).toHaveLength(1)
  await takeUp(noteId(1))
  expect(library.inputsOf('note.candidates')).toHaveLength(1)
})

test('nothing is asked for a note that has its place', async () => {
  await takeUp(noteId(2))
  expect(library.inputsOf('note.candidates')).toEqual([])
})

test('another version is asked about anew, but not an earlier one: there the note lost nothing', async () => {
  await takeUp(noteId(1))
  const open = getState().open!
  const [first] = open.article.versions
  const versions = [first!, { ...first!, number: 2 }]
  const later = { ...open, version: 2, article: { ...open.article, versions } }
  useStore.setState({ open: later })
  await takeUp(noteId(1))
  expect(library.inputsOf('note.candidates')).toHaveLength(2)
  useStore.setState({ open: { ...later, version: 1 } })
  await takeUp(noteId(1))
  expect(library.inputsOf('note.candidates')).toHaveLength(2)
})

test('a note that is attached remembers the words it stands on now, and undoing gives it back the old ones', async () => {
  await attachTo(noteId(1), { start: 11, end: 15 })
  expect(exactOf(1)).toBe('rise')
  await undo()
  expect(exactOf(1)).toBe('Tides')
})

test('a doubtful place that is confirmed is where the note stands from now on', async () => {
  await confirmPlace(noteId(2))
  expect(exactOf(2)).toBe('Tides will')
})

test('a filter that hides chosen notes lets go of them', async () => {
  useStore.setState({ chosenNotes: new Set([noteId(1), noteId(2)]) })
  await filterNotes({ needsPlace: true })
  expect(getState().chosenNotes.size).toBe(2)
  await filterNotes({ colors: ['red'] })
  expect(getState().chosenNotes.size).toBe(0)
  expect(getState().settings.noteFilter).toMatchObject({ needsPlace: true, colors: ['red'] })
  await showAllNotes()
  expect(getState().settings.noteFilter).toMatchObject({ needsPlace: false, colors: [] })
})
