import type { ArticleId, NoteId } from '../../src/model/ids.ts'
import { call } from '../call.ts'
import { record, type Step } from './history.ts'
import { reloadSoon } from './list-actions.ts'
import { problem, tell } from './messages.ts'
import { putNote } from './note-actions.ts'
import { getState, setState } from './store.ts'

/** A restored article is several pieces of news at once; the trash is looked at again once. */
const settleMs = 120

let settling: ReturnType<typeof setTimeout> | undefined

export async function openTrash(): Promise<void> {
  setState({ sheet: 'trash', trash: null })
  await loadTrash()
}

/** While the trash is shown: somebody removed something or took it back. */
export function reloadTrashSoon(): void {
  if (getState().sheet !== 'trash') return
  clearTimeout(settling)
  settling = setTimeout(() => void loadTrash(), settleMs)
}

/** Takes an article out of the trash; the toast puts it back. */
export async function restoreTrashedArticle(id: ArticleId): Promise<void> {
  const result = await call('article.restore', { id })
  if (!result.ok) return problem(result.error)
  reloadSoon()
  await restored('Article restored', { kind: 'article-restored', id })
}

/** The same for a note. */
export async function restoreTrashedNote(articleId: ArticleId, id: NoteId): Promise<void> {
  const result = await call('note.restore', { articleId, id })
  if (!result.ok) return problem(result.error)
  putNote(result.value)
  await restored('Note restored', { kind: 'note-restored', articleId, id })
}

async function restored(text: string, step: Step): Promise<void> {
  setState({ history: record(getState().history, step) })
  tell(text, { step })
  await loadTrash()
}

async function loadTrash(): Promise<void> {
  const result = await call('trash.list', {})
  if (!result.ok) return problem(result.error)
  setState({ trash: result.value })
}
