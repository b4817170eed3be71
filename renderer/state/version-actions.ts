import type { OpenArticle } from '../../src/contract.ts'
import type { ArticleId, NoteId } from '../../src/model/ids.ts'
import { anchor } from '../../src/text/anchor.ts'
import { describe } from '../../src/text/describe.ts'
import { trimSpan } from '../../src/text/grapheme-span.ts'
import { call } from '../call.ts'
import { openArticle } from './article-actions.ts'
import { problem } from './messages.ts'
import { setActiveNote } from './note-actions.ts'
import { getState, setState } from './store.ts'
import { stopEditing } from './typing-actions.ts'
import { showNotes } from './view-actions.ts'

/** As many characters as make a place in a text one of its kind: most of a line. */
const placeLength = 64

/** Opens one of the versions of an article, the newest or an earlier one. */
export async function openVersion(id: ArticleId, version: number): Promise<void> {
  if (!(await stopEditing())) return
  const result = await call('article.open', { id, version })
  if (!result.ok) return problem(result.error)
  if (getState().openId !== id) await openArticle(id)
  if (getState().openId !== id) return
  setState({ open: result.value, activeNoteId: null, hoveredNoteId: null })
}

/** Whether what is read is the newest version. */
export function isNewest({ article, version }: OpenArticle): boolean {
  return article.versions.at(-1)?.number === version
}

/** Shows a note beside its words, in the newest version of its article. */
export async function showNote(articleId: ArticleId, id: NoteId): Promise<void> {
  const { open } = getState()
  if (open?.article.id !== articleId || !isNewest(open)) await openArticle(articleId)
  if (getState().open?.article.id !== articleId) return
  showNotes('notes')
  setActiveNote(id)
  getState().reader?.showPassage(id)
}

/** A version was added to the article: who reads its newest one goes on in the new one, at the same words. */
export async function reloadVersions(id: ArticleId): Promise<void> {
  const before = getState().open
  if (before?.article.id !== id) return
  const result = await call('article.open', isNewest(before) ? { id } : { id, version: before.version })
  if (getState().open?.article.id !== id) return
  if (!result.ok) return problem(result.error)
  const after = result.value
  const position = samePosition(before, after)
  setState({ open: { ...after, reading: { ...after.reading, position } } })
}

/** Where the words now stand at which the reader is; the same offset where they are gone. */
function samePosition(before: OpenArticle, after: OpenArticle): number {
  const { position } = before.reading
  const { text } = before.content
  const words = trimSpan(text, { start: position, end: Math.min(text.length, position + placeLength) })
  if (position === 0 || words.start === words.end) return position
  const found = anchor(after.content, describe(before.content, words, before.version))
  return found.kind === 'lost' ? position : found.span.start
}
