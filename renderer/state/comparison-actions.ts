import type { ArticleId, NoteId } from '../../src/model/ids.ts'
import { call } from '../call.ts'
import { openArticle } from './article-actions.ts'
import { problem, tell } from './messages.ts'
import { getState, setState } from './store.ts'
import { openVersion, reloadVersions, showNote } from './version-actions.ts'
import { closeSheet } from './view-actions.ts'

let newest = 0

/** Opens the article and shows two of its versions side by side: the last two, where none are named. */
export async function openComparison(articleId: ArticleId, from?: number, to?: number): Promise<void> {
  // What is shown may not know yet of the version that has just come in.
  if (getState().open?.article.id === articleId) await reloadVersions(articleId)
  else await openArticle(articleId)
  const { open } = getState()
  if (open?.article.id !== articleId) return
  const [before, after] = open.article.versions.slice(-2).map(({ number }) => number)
  if (before === undefined || after === undefined) return tell('There is only one version of this story')
  setState({ sheet: 'compare', comparison: null })
  await compare(articleId, from ?? before, to ?? after)
}

/** Compares other versions of the article whose comparison is shown; a later choice overtakes an earlier one. */
export async function compare(articleId: ArticleId, from: number, to: number): Promise<void> {
  const mine = (newest += 1)
  const result = await call('article.compare', { id: articleId, from, to })
  if (mine !== newest) return
  if (!result.ok) return problem(result.error)
  setState({ comparison: { articleId, of: result.value } })
}

/** Leaves the comparison for one of the versions. */
export async function readVersion(articleId: ArticleId, number: number): Promise<void> {
  closeSheet()
  await openVersion(articleId, number)
}

/** Leaves the comparison for a note, where it stands now. */
export async function readNote(articleId: ArticleId, id: NoteId): Promise<void> {
  closeSheet()
  await showNote(articleId, id)
}
