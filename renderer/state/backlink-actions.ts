import type { ArticleId } from '../../src/model/ids.ts'
import { call } from '../call.ts'
import { problem } from './messages.ts'
import { getState, setState } from './store.ts'

/** A burst of news, such as many notes changed at once, is one look. */
const settleMs = 120

let settling: ReturnType<typeof setTimeout> | undefined

/** Asks which notes of other articles link to this one, while it is the open one. */
export async function loadBacklinks(articleId: ArticleId): Promise<void> {
  const result = await call('note.backlinks', { articleId })
  if (getState().open?.article.id !== articleId) return
  if (!result.ok) return problem(result.error)
  setState({ backlinks: result.value.links.filter((link) => link.articleId !== articleId) })
}

/** A note of some article has changed: it may link to the open one now, or no longer. */
export function reloadBacklinksSoon(changed: ArticleId): void {
  const open = getState().open?.article.id
  if (open === undefined || open === changed) return
  clearTimeout(settling)
  settling = setTimeout(() => void loadBacklinks(open), settleMs)
}
