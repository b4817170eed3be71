// @vitest-environment happy-dom
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openArticle } from '../../../../renderer/state/article-actions.ts'
import { colorNotes, removeNotes, tagNotes, untagNotes } from '../../../../renderer/state/batch-actions.ts'
import { redo, undo } from '../../../../renderer/state/history-actions.ts'
import { addNote, chooseBody, editNote, removeNote } from '../../../../renderer/state/note-actions.ts'
import { attachTo, confirmPlace } from '../../../../renderer/state/place-actions.ts'
import { getState } from '../../../../renderer/state/store.ts'
import { startEditing, stopEditing, typeNote } from '../../../../renderer/state/typing-actions.ts'
import type { NoteId } from '../../../../src/model/ids.ts'
import { Color, type PlacedNote } from '../../../../src/model/note.ts'
import { articleId, fakeLibrary, type FakeLibrary, note } from './fake-library.ts'

/** Something a reader does; `first` and `second` choose the notes it is done to among those that are there. */
type Act = {
  kind: keyof typeof acts
  first: number
  second: number
  color: Color
  word: string
}

const acts = {
  highlight: ({ color }: Act) => addNote({ span: { start: 0, end: 5 }, color }),
  write: ({ word }: Act) => addNote({ span: null, body: word }),
  async type(act: Act) {
    const id = one(act)
    if (id === undefined) return
    await startEditing(id)
    await typeNote(id, act.word)
    await typeNote(id, `${act.word} and more`)
    await stopEditing()
  },
  color: (act: Act) => onOne(act, (id) => editNote(id, { color: act.color })),
  tag: (act: Act) => onOne(act, (id) => editNote(id, { tags: [act.word] })),
  choose: (act: Act) => onOne(act, (id) => chooseBody(id, act.word)),
  remove: (act: Act) => onOne(act, removeNote),
  attach: (act: Act) => onOne(act, (id) => attachTo(id, { start: 10, end: 10 + act.word.length })),
  confirm: (act: Act) => onOne(act, confirmPlace),
  tagMany: (act: Act) => tagNotes(many(act), act.word),
  untagMany: (act: Act) => untagNotes(many(act), act.word),
  colorMany: (act: Act) => colorNotes(many(act), act.color),
  removeMany: (act: Act) => removeNotes(many(act)),
}

const anAct: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(...(Object.keys(acts) as Act['kind'][])),
  first: fc.nat(9),
  second: fc.nat(9),
  color: fc.constantFrom(...Color.options),
  word: fc.constantFrom('tide', 'quay', 'to check'),
})

function ids(): NoteId[] {
  return getState().open!.notes.map((placed) => placed.note.id)
}

function one({ first }: Act): NoteId | undefined {
  return ids()[first % ids().length]
}

async function onOne(act: Act, work: (id: NoteId) => Promise<unknown>): Promise<void> {
  const id = one(act)
  // The notes of the whole article have no place to give back.
  const isWhole = getState().open!.notes.find((placed) => placed.note.id === id)?.note.selector === null
  if (id !== undefined && !(isWhole && act.kind === 'attach')) await work(id)
}

function many({ first, second }: Act): NoteId[] {
  return ids().slice(Math.min(first, second), Math.max(first, second) + 1)
}

function writtenTwice({ note: one, anchor }: PlacedNote): PlacedNote {
  return { note: { ...one, body: 'Ask Ada', otherBodies: ['Ask Ivo'] }, anchor }
}

function kept(library: FakeLibrary) {
  return [...library.notes.values()].toSorted((a, b) => (a.note.id < b.note.id ? -1 : 1))
}

function shown() {
  return getState().open!.notes.toSorted((a, b) => (a.note.id < b.note.id ? -1 : 1))
}

test('whatever was done to notes, undoing all of it leads to the start, and doing it again to the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 10, maxLength: 30 }), async (story) => {
      const library = fakeLibrary()
      for (const placed of [note(1), note(2, 6), writtenTwice(note(3, 20))])
        library.notes.set(placed.note.id, placed)
      await openArticle(articleId(1))
      const start = kept(library)
      for (const act of story) await acts[act.kind](act)
      const end = kept(library)
      expect(shown()).toEqual(end)
      while (getState().history.past.length > 0) await undo()
      expect(kept(library)).toEqual(start)
      expect(shown()).toEqual(start)
      while (getState().history.future.length > 0) await redo()
      expect(kept(library)).toEqual(end)
      expect(shown()).toEqual(end)
      expect(getState().toasts.filter(({ kind }) => kind === 'problem')).toEqual([])
    }),
    { numRuns: 60 },
  )
})
