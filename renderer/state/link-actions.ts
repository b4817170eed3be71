import type { LinkTarget } from '../../src/text/wikilinks.ts'
import { call } from '../call.ts'
import { openArticle } from './article-actions.ts'
import { announce, problem } from './messages.ts'
import { getState, setState } from './store.ts'
import { showNote } from './version-actions.ts'

/** Looks for what `[[` and these characters may stand for; a later question overtakes an earlier one. */
export async function suggestLinks(query: string): Promise<void> {
  setState({ links: { query, found: getState().links?.found ?? null } })
  const result = await call('link.suggest', { query })
  if (getState().links?.query !== query) return
  if (!result.ok) return problem(result.error)
  setState({ links: { query, found: result.value } })
  const { articles, notes, people } = result.value
  announce(`${articles.length + notes.length + people.length} to link to`)
}

export function closeLinks(): void {
  setState({ links: null })
}

/** Shows what a link in a note leads to. */
export async function followLink(target: Exclude<LinkTarget, { kind: 'name' }>): Promise<void> {
  if (target.kind === 'note') await showNote(target.articleId, target.noteId)
  else await openArticle(target.articleId)
}
