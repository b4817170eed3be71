import type { ArticleSummary, NoteRow } from '../../src/contract.ts'
import { allNotes, type NoteFilter, type NotesGrouping } from '../../src/model/settings.ts'
import { ok } from '../../src/errors.ts'
import { call } from '../call.ts'
import { problem } from './messages.ts'
import { PagedList } from './paged-list.ts'
import { outdated } from './pages.ts'
import { saveSettings } from './settings-actions.ts'
import type { GroupedNote, Notebook, State } from './state.ts'
import { getState, setState } from './store.ts'
import { showNote } from './version-actions.ts'

/** Short enough to feel immediate, long enough that a typed word is one question. */
const settleMs = 120

const notes = new PagedList<GroupedNote>({
  pages: () => getState().notebook.pages,
  status: () => getState().notebook.status,
  put,
  async ask({ skip, limit }) {
    const { settings, notebook } = getState()
    const { notesGrouping: grouping, noteFilter: filter } = settings
    const query = notebook.sought
    const result = await call('note.list', { grouping, filter, query, skip, limit })
    if (!result.ok) return result
    const rows = result.value.rows.map((row) => ({ ...row, grouping }))
    return ok({ rows, total: result.value.total, next: null })
  },
})
/** What the notes that are loaded were asked for. */
let asked: string | null = null
let settling: ReturnType<typeof setTimeout> | undefined

/** For a component: `useStore(notebookQuestion)`. Two lists are the same one if it is. */
export function notebookQuestion({ settings, notebook }: State): string {
  return JSON.stringify([settings.notesGrouping, settings.noteFilter, notebook.sought])
}

/** Asks for the notes, from their top, unless it is what was asked for last. */
export async function askNotebook(): Promise<void> {
  const question = notebookQuestion(getState())
  if (question === asked) return
  asked = question
  await askAgain()
}

export async function askAgain(): Promise<void> {
  await Promise.all([notes.start(), loadTags()])
}

/** Asks for what is missing of the notes now on the screen and around them; a later call overtakes an earlier one. */
export async function showNoteRows(first: number, last: number): Promise<void> {
  if (notebookQuestion(getState()) !== asked) return askNotebook()
  await notes.show(first, last)
}

/** Notes came, went or say something else: they are looked at again, now or when they are shown next. */
export function reloadNotebookSoon(): void {
  const { settings, notebook } = getState()
  if (settings.place !== 'notes') return put({ pages: outdated(notebook.pages) })
  notes.reloadSoon()
  void loadTags()
}

/** The same where it is an article that has news; how far it was read is none to its notes. */
export function reloadNotebookFor(
  { id, title, notes: count }: ArticleSummary,
  before?: ArticleSummary,
): void {
  const isTheSame = before?.id === id && before.title === title && before.notes === count
  if (!isTheSame) reloadNotebookSoon()
}

/** The words that notes must have, as they are typed. */
export function seekNotes(query: string): void {
  put({ query })
  clearTimeout(settling)
  settling = setTimeout(() => put({ sought: query }), settleMs)
}

export async function groupNotesBy(notesGrouping: NotesGrouping): Promise<void> {
  await saveSettings({ notesGrouping })
}

export async function filterNotebook(change: Partial<NoteFilter>): Promise<void> {
  await saveSettings({ noteFilter: { ...getState().settings.noteFilter, ...change } })
}

/** Takes every filter away. */
export async function showWholeNotebook(): Promise<void> {
  clearTimeout(settling)
  put({ query: '', sought: '' })
  await filterNotebook(allNotes)
}

/** Opens the article of a note and shows the words it stands on. */
export async function openNote({ articleId, id }: NoteRow): Promise<void> {
  await showNote(articleId, id)
}

async function loadTags(): Promise<void> {
  const result = await call('note.tags', {})
  if (!result.ok) return problem(result.error)
  put({ tags: result.value.tags })
}

function put(change: Partial<Notebook>): void {
  setState({ notebook: { ...getState().notebook, ...change } })
}
