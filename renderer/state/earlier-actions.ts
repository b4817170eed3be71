import type { ArticleId } from '../../src/model/ids.ts'
import { call } from '../call.ts'
import { dateAndTime } from '../ui/formats.ts'
import { openArticle } from './article-actions.ts'
import { problem, tell } from './messages.ts'
import type { Earlier } from './state.ts'
import { getState, setState } from './store.ts'
import { stopEditing } from './typing-actions.ts'
import { closeSheet, showNotes } from './view-actions.ts'

/** Shows the earlier states of an article's notes, the newest of them first. */
export async function openEarlier(articleId: ArticleId): Promise<void> {
  // What is being written belongs to the notes of now.
  if (!(await stopEditing())) return
  setState({ sheet: 'earlier', earlier: { articleId, snapshots: null, chosen: null, notes: null } })
  const result = await call('snapshot.list', { articleId })
  if (!result.ok) return problem(result.error)
  put(articleId, { snapshots: result.value.snapshots })
  const newest = result.value.snapshots[0]
  if (newest !== undefined) await showSnapshot(newest.name)
}

/** Shows the notes of one of them; a later choice overtakes an earlier one. */
export async function showSnapshot(name: string): Promise<void> {
  const { earlier } = getState()
  if (earlier === null) return
  const { articleId } = earlier
  put(articleId, { chosen: name })
  const result = await call('snapshot.open', { articleId, name })
  if (getState().earlier?.chosen !== name) return
  if (!result.ok) return problem(result.error)
  put(articleId, { notes: result.value.notes })
}

/** Brings back what the chosen one has and the article has no longer, or has otherwise, and shows the notes as they are then. */
export async function bringBack(): Promise<void> {
  const { earlier } = getState()
  const snapshot = earlier?.snapshots?.find(({ name }) => name === earlier.chosen)
  if (earlier === null || snapshot === undefined) return
  const { articleId } = earlier
  const result = await call('snapshot.restore', { articleId, name: snapshot.name })
  if (!result.ok) return problem(result.error)
  closeSheet()
  if (getState().openId !== articleId) await openArticle(articleId)
  const { open } = getState()
  if (open?.article.id === articleId) setState({ open: { ...open, notes: result.value.notes } })
  showNotes('notes')
  const what =
    snapshot.differing === 1
      ? '1 note brought back as it was'
      : `${snapshot.differing} notes brought back as they were`
  tell(`${what} on ${dateAndTime(snapshot.takenAt)}`)
}

function put(articleId: ArticleId, change: Partial<Earlier>): void {
  const { earlier } = getState()
  if (earlier?.articleId === articleId) setState({ earlier: { ...earlier, ...change } })
}
