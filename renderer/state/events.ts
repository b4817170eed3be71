import type { LibraryEvent } from '../../src/contract.ts'
import { dropRow, putRow } from './list-actions.ts'
import { dropNote, putNote } from './note-actions.ts'
import { putSettings } from './settings-actions.ts'
import { getState, setState } from './store.ts'
import type { ArticleSummary } from '../../src/contract.ts'

/** Takes over what the library says has changed, whoever changed it. */
export function applyEvent(event: LibraryEvent): void {
  switch (event.kind) {
    case 'article-changed':
      putRow(event.summary)
      return putFacts(event.summary)
    case 'article-removed':
      dropRow(event.id)
      if (getState().openId === event.id) setState({ open: null, openId: null })
      return
    case 'note-changed':
      return putNote(event.note)
    case 'note-removed':
      return dropNote(event.articleId, event.id)
    case 'settings-changed':
      return putSettings(event.settings)
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
