import type { Input } from '../../src/contract.ts'
import type { Facts } from '../../src/model/article.ts'
import type { ArticleId, NoteId } from '../../src/model/ids.ts'
import type { Reading } from '../../src/model/note.ts'
import { call } from '../call.ts'
import { loadBacklinks } from './backlink-actions.ts'
import { loadBeside } from './beside.ts'
import { record } from './history.ts'
import { canWrite } from './library-actions.ts'
import { allShown, dropRow, putReading } from './list-actions.ts'
import { problem, tell } from './messages.ts'
import { rowById } from './pages.ts'
import { saveSettings } from './settings-actions.ts'
import { getState, setState } from './store.ts'
import { stopEditing } from './typing-actions.ts'

const nothingOpen = {
  open: null,
  activeNoteId: null,
  hoveredNoteId: null,
  editingNoteId: null,
  chosenNotes: new Set<NoteId>(),
  backlinks: [],
  beside: { previous: null, next: null },
} as const

/** Opens an article; the one before stays until the library has answered, so that nothing flickers. */
export async function openArticle(id: ArticleId): Promise<void> {
  if (!(await stopEditing())) return
  setState({ openId: id })
  const result = await call('article.open', { id })
  if (getState().openId !== id) return
  if (!result.ok) {
    setState({ openId: getState().open?.article.id ?? null })
    return problem(result.error)
  }
  const isAgain = getState().open?.article.id === id
  setState({ ...(isAgain ? {} : nothingOpen), open: result.value })
  void loadBacklinks(id)
  // Keys that wait for the article do not wait for the disk, but for what the next of them may lead to.
  void saveSettings({ lastArticle: id })
  await loadBeside()
}

export async function closeArticle(): Promise<void> {
  if (!(await stopEditing())) return
  setState({ ...nothingOpen, openId: null })
  await saveSettings({ lastArticle: null })
}

/** Corrects the facts of the open article. */
export async function editFacts(facts: Partial<Facts>): Promise<void> {
  const { openId } = getState()
  if (openId === null) return
  const result = await call('article.edit', { id: openId, facts })
  if (!result.ok) return problem(result.error)
  const { open } = getState()
  if (open?.article.id === openId) setState({ open: { ...open, article: result.value } })
}

export async function toggleStar(id: ArticleId): Promise<void> {
  const reading = readingOf(id)
  if (reading !== undefined && canWrite()) await saveReading(id, { isStarred: !reading.isStarred })
}

export async function toggleRead(id: ArticleId): Promise<void> {
  const reading = readingOf(id)
  if (reading !== undefined && canWrite()) await saveReading(id, { isRead: !reading.isRead })
}

/** Moves the article to the trash; the toast takes it back. */
export async function removeArticle(id: ArticleId): Promise<void> {
  if (getState().openId === id) await closeArticle()
  const result = await call('article.remove', { id })
  if (!result.ok) return problem(result.error)
  dropRow(id)
  const step = { kind: 'article-removed', id } as const
  setState({ history: record(getState().history, step) })
  tell('Article moved to the trash', { step })
}

/** Asks for a folder and writes the notes of these articles into it, a file each. */
export async function exportArticles(ids: readonly ArticleId[]): Promise<void> {
  const result = await call('export.save', { ids: [...ids] })
  if (!result.ok) return problem(result.error)
  const { folder, files } = result.value
  if (folder !== null) tell(`${files.length === 1 ? files[0] : `${files.length} files`} written to ${folder}`)
}

/** The same for every article that fits filter and query. */
export async function exportShown(): Promise<void> {
  const ids = await allShown()
  if (ids.length > 0) await exportArticles(ids)
}

export async function revealArticle(id: ArticleId): Promise<void> {
  const result = await call('article.reveal', { id })
  if (!result.ok) problem(result.error)
}

/** Puts text, and the same as HTML, on the clipboard; `said` is what the person is told then. */
export async function copy(copied: Input<'clipboard.write'>, said: string): Promise<void> {
  const result = await call('clipboard.write', copied)
  if (!result.ok) return problem(result.error)
  tell(said)
}

/** Opens the address an article came from. */
export async function openSource(id: ArticleId): Promise<void> {
  const { open, list } = getState()
  const source = open?.article.id === id ? open.article.source.url : rowById(list, id)?.source
  // A row names the file where there is no address.
  if (source && /^https?:/.test(source)) return openLink(source)
  tell('It came from a file, which names no address')
}

export async function openLink(href: string): Promise<void> {
  const result = await call('link.open', { href })
  if (!result.ok) problem(result.error)
}

function readingOf(id: ArticleId): Reading | undefined {
  const { open, list } = getState()
  return open?.article.id === id ? open.reading : rowById(list, id)?.reading
}

/**
 * How far an article has been read; not always the open one, since the reader says so on leaving it. In a library that
 * cannot be written to it is forgotten without a word: nobody asked for it to be kept.
 */
export async function saveReading(id: ArticleId, reading: Partial<Reading>): Promise<void> {
  if (getState().library.readOnly !== null) return
  const result = await call('reading.save', { id, reading })
  if (!result.ok) return problem(result.error)
  putReading(id, result.value)
}
