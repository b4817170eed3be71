import type { Content, Span } from '../../src/model/content.ts'
import type { ArticleId, NoteId } from '../../src/model/ids.ts'
import type { Color, Note, NoteChange, NoteText, PlacedNote } from '../../src/model/note.ts'
import { countWords } from '../../src/text/words.ts'
import { call } from '../call.ts'
import { record } from './history.ts'
import { canWrite } from './library-actions.ts'
import { announce, problem, tell } from './messages.ts'
import { gatherNews, type NoteNews, overtakeNews } from './note-news.ts'
import { changedNotes, withNotes, withoutNotes } from './note-order.ts'
import { saveSettings } from './settings-actions.ts'
import { getState, setState } from './store.ts'

/** Without `span` the note is on the whole article; what is left out is empty, and the colour the last one used. */
export type NewNote = Partial<NoteText> & { span: Span | null }

/**
 * Adds a note to the open article and makes it the active one; null when there is no article or it failed. Its words are
 * painted before the library has answered.
 */
export async function addNote(note: NewNote): Promise<PlacedNote | null> {
  const { open, settings } = getState()
  if (open === null || !canWrite()) return null
  const text = { body: '', color: settings.color, tags: [], ...note }
  const settle = paintAtOnce(open.content, text)
  const result = await call('note.add', { ...text, articleId: open.article.id })
  settle()
  if (!result.ok) {
    problem(result.error)
    return null
  }
  const { id, articleId } = result.value.note
  putNote(result.value)
  setState({
    activeNoteId: id,
    history: record(getState().history, { kind: 'note-added', articleId, id }),
  })
  announce(addedText(result.value))
  return result.value
}

/** Changes a note of the open article; true when the library has answered that it is kept. */
export async function editNote(id: NoteId, change: NoteChange): Promise<boolean> {
  const placed = noteById(id)
  if (placed === undefined) return false
  const { articleId } = placed.note
  const result = await call('note.edit', { articleId, id, change })
  if (!result.ok) {
    problem(result.error)
    return false
  }
  putNote(result.value)
  recordEdit(placed, change)
  return true
}

/** Of several texts written at once, or of all of them together, the one that stands from now on. */
export async function chooseBody(id: NoteId, body: string): Promise<void> {
  const placed = noteById(id)
  if (placed === undefined) return
  const { articleId, body: shown, otherBodies } = placed.note
  const result = await call('note.choose', { articleId, id, body })
  if (!result.ok) return problem(result.error)
  putNote(result.value)
  const bodies = { before: [shown, ...otherBodies], after: [body] }
  setState({ history: record(getState().history, { kind: 'note-chosen', articleId, id, ...bodies }) })
  announce('Kept')
}

/** Removes a note of the open article; the toast takes it back. */
export async function removeNote(id: NoteId): Promise<void> {
  const placed = noteById(id)
  if (placed === undefined) return
  const { articleId, selector } = placed.note
  const result = await call('note.remove', { articleId, id })
  if (!result.ok) return problem(result.error)
  const step = { kind: 'note-removed', articleId, id } as const
  dropNote(articleId, id)
  setState({ history: record(getState().history, step) })
  tell(selector === null || placed.note.body !== '' ? 'Note removed' : 'Highlight removed', { step })
}

/** The colour of the active note, and of the next highlight. */
export async function setColor(color: Color): Promise<void> {
  const { activeNoteId, settings } = getState()
  announce(`${color}, ${settings.colorMeanings[color]}`)
  await saveSettings({ color })
  if (activeNoteId !== null) await editNote(activeNoteId, { color })
}

export function setActiveNote(activeNoteId: NoteId | null): void {
  setState({ activeNoteId })
}

export function setHoveredNote(hoveredNoteId: NoteId | null): void {
  setState({ hoveredNoteId })
}

export function noteById(id: NoteId): PlacedNote | undefined {
  return getState().open?.notes.find(({ note }) => note.id === id)
}

/** Remembers an edit that the library has kept; `placed` is the note before it. */
export function recordEdit({ note }: PlacedNote, after: NoteChange): void {
  const { articleId, id } = note
  const step = { kind: 'note-edited', articleId, id, before: valuesBefore(note, after), after } as const
  setState({ history: record(getState().history, step) })
}

/** What the note says now in the fields that a change is about to set: the way back from it. */
export function valuesBefore({ selector, body, color, tags }: Note, change: NoteChange): NoteChange {
  const all = { body, color, tags, ...(selector !== null && { selector }) }
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in change))
}

export function putNote(placed: PlacedNote): void {
  putNotes(placed.note.articleId, [placed])
}

export function putNotes(articleId: ArticleId, notes: readonly PlacedNote[]): void {
  overtakeNews(notes.map(({ note }) => note.id))
  const { open } = getState()
  if (open?.article.id !== articleId) return
  const changed = changedNotes(open.notes, notes)
  if (changed.length > 0) setState({ open: { ...open, notes: withNotes(open.notes, changed) } })
}

export function dropNote(articleId: ArticleId, id: NoteId): void {
  dropNotes(articleId, new Set([id]))
}

/** Takes notes out of what is shown; none of them is in focus, being written or chosen any more. */
export function dropNotes(articleId: ArticleId, ids: ReadonlySet<NoteId>): void {
  overtakeNews(ids)
  const { open, activeNoteId, hoveredNoteId, editingNoteId, chosenNotes } = getState()
  if (open?.article.id !== articleId || ids.size === 0) return
  setState({
    open: { ...open, notes: withoutNotes(open.notes, ids) },
    activeNoteId: unlessIn(ids, activeNoteId),
    hoveredNoteId: unlessIn(ids, hoveredNoteId),
    editingNoteId: unlessIn(ids, editingNoteId),
    chosenNotes: new Set([...chosenNotes].filter((id) => !ids.has(id))),
  })
}

/** Takes over what the library says of a note of its own accord. */
export function putNews(news: NoteNews): void {
  gatherNews(news, applyNews)
}

function applyNews(all: readonly NoteNews[]): void {
  const articleId = getState().open?.article.id
  const news = all.filter((one) => one.articleId === articleId)
  if (articleId === undefined || news.length === 0) return
  putNotes(
    articleId,
    news.flatMap(({ placed }) => placed ?? []),
  )
  const gone = news.filter(({ placed }) => placed === null)
  dropNotes(articleId, new Set(gone.map(({ id }) => id)))
}

/** Paints the words of a new note until the function that it answers is called. */
function paintAtOnce(content: Content, { span, color }: { span: Span | null; color: Color }): () => void {
  if (span === null) return () => undefined
  const highlight = { content, span, color }
  setState({ pending: [...getState().pending, highlight] })
  return () => setState({ pending: getState().pending.filter((other) => other !== highlight) })
}

function unlessIn(ids: ReadonlySet<NoteId>, id: NoteId | null): NoteId | null {
  return id !== null && ids.has(id) ? null : id
}

function addedText({ note }: PlacedNote): string {
  if (note.selector === null) return 'Note added'
  const words = countWords(note.selector.exact)
  return `Highlighted, ${note.color}, ${words} ${words === 1 ? 'word' : 'words'}`
}
