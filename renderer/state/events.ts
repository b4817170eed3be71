import type { ArticleSummary, LibraryEvent } from '../../src/contract.ts'
import { putProgress } from './backup-actions.ts'
import { putLibraryState } from './incident-actions.ts'
import { dropRow, putRow, reloadSoon } from './list-actions.ts'
import { dropNote, putNote } from './note-actions.ts'
import { putSettings } from './settings-actions.ts'
import { getState, setState } from './store.ts'
import { reloadTrashSoon } from './trash-actions.ts'

/** Takes over what the library says has changed, whoever changed it. */
export function applyEvent(event: LibraryEvent): void {
  switch (event.kind) {
    case 'article-changed':
      reloadTrashSoon()
      putRow(event.summary)
      return putFacts(event.summary)
    case 'article-removed':
      reloadTrashSoon()
      dropRow(event.id)
      if (getState().openId === event.id) setState({ open: null, openId: null })
      return
    case 'note-changed':
      reloadTrashSoon()
      return putNote(event.note)
    case 'note-removed':
      reloadTrashSoon()
      return dropNote(event.articleId, event.id)
    case 'settings-changed':
      return putSettings(event.settings)
    case 'list-changed':
      return reloadSoon()
    case 'state-changed':
      return putLibraryState(event.state)
    case 'progress':
      return putProgress(event)
  }
}

/** The facts that a row and the open article have in common. */
function putFacts(summary: ArticleSummary): void {
  const { open } = getState()
  if (open?.article.id !== summary.id) return
  const { title, byline, agency, place, published, language, tags, reading } = summary
  const article = { ...open.article, title, byline, agency, place, published, language, tags }
  setState({ open: { ...open, article, reading } })
}
