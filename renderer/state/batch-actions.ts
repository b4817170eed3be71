import type { ArticleId, NoteId } from '../../src/model/ids.ts'
import type { Color, Note, NoteChange } from '../../src/model/note.ts'
import { fail, ok, type Result } from '../../src/errors.ts'
import { call } from '../call.ts'
import { type NoteChanges, record, type Step } from './history.ts'
import { announce, problem, tell } from './messages.ts'
import { dropNotes, noteById, putNotes, valuesBefore } from './note-actions.ts'
import { getState, setState } from './store.ts'

/** Changes notes of the open article in one step; those for which `changeOf` answers null stay as they are. */
export async function editNotes(
  ids: Iterable<NoteId>,
  changeOf: (note: Note) => NoteChange | null,
): Promise<void> {
  const changed = [...ids].flatMap((id) => {
    const note = noteById(id)?.note
    const change = note === undefined ? null : changeOf(note)
    return note === undefined || change === null ? [] : [{ id, note, change }]
  })
  const step = await make({
    before: changed.map(({ id, note, change }) => ({ id, change: valuesBefore(note, change) })),
    after: changed.map(({ id, change }) => ({ id, change })),
  })
  if (step !== null) announce(`${noteCount(changed.length)} changed`)
}

export async function colorNotes(ids: Iterable<NoteId>, color: Color): Promise<void> {
  await editNotes(ids, (note) => (note.color === color ? null : { color }))
}

export async function tagNotes(ids: Iterable<NoteId>, tag: string): Promise<void> {
  await editNotes(ids, ({ tags }) => (tags.includes(tag) ? null : { tags: [...tags, tag] }))
}

export async function untagNotes(ids: Iterable<NoteId>, tag: string): Promise<void> {
  await editNotes(ids, ({ tags }) =>
    tags.includes(tag) ? { tags: tags.filter((other) => other !== tag) } : null,
  )
}

/** Moves the notes to the trash; the toast takes all of them back. */
export async function removeNotes(ids: Iterable<NoteId>): Promise<void> {
  const removed = [...ids]
  const step = await make({
    before: removed.map((id) => ({ id, change: { isRemoved: false } })),
    after: removed.map((id) => ({ id, change: { isRemoved: true } })),
  })
  if (step !== null) tell(`${noteCount(removed.length)} removed`, { step })
}

/** Asks the library for changes of many notes and shows what came of them; on the way back as well. */
export async function applyChanges(articleId: ArticleId, changes: NoteChanges): Promise<Result<void>> {
  const result = await call('notes.edit', { articleId, changes: [...changes] })
  if (!result.ok) return fail(result.error)
  const { notes } = result.value
  const gone = new Set(changes.map(({ id }) => id))
  for (const { note } of notes) gone.delete(note.id)
  putNotes(articleId, notes)
  dropNotes(articleId, gone)
  return ok(undefined)
}

/** Null where there is nothing to change, or the library could not keep it. */
async function make(ways: { before: NoteChanges; after: NoteChanges }): Promise<Step | null> {
  const { open } = getState()
  if (open === null || ways.after.length === 0) return null
  const articleId = open.article.id
  const result = await applyChanges(articleId, ways.after)
  if (!result.ok) {
    problem(result.error)
    return null
  }
  const step: Step = { kind: 'notes-edited', articleId, ...ways }
  setState({ history: record(getState().history, step) })
  return step
}

function noteCount(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'note' : 'notes'}`
}
