import type { ArticleSummary, LibraryEvent } from '../../src/contract.ts'
import type { PlacedNote } from '../../src/model/note.ts'
import { reloadBacklinksSoon } from './backlink-actions.ts'
import { putProgress } from './backup-actions.ts'
import { reloadBesideFor, reloadBesideSoon } from './beside.ts'
import { reloadFeedsSoon } from './feed-actions.ts'
import { putLibraryState } from './incident-actions.ts'
import { putIntake } from './intake-actions.ts'
import { dropRow, putRow, reloadSoon } from './list-actions.ts'
import { putNews } from './note-actions.ts'
import { reloadNotebookFor, reloadNotebookSoon } from './notebook-actions.ts'
import { putPictures } from './page-actions.ts'
import { rowById } from './pages.ts'
import { putSettings } from './settings-actions.ts'
import { getState, setState } from './store.ts'
import { reloadTrashSoon } from './trash-actions.ts'
import { isNewest, reloadVersions } from './version-actions.ts'

/** Takes over what the library says has changed, whoever changed it. */
export function applyEvent(event: LibraryEvent): void {
  switch (event.kind) {
    case 'article-changed':
      reloadTrashSoon()
      reloadNotebookFor(event.summary, rowById(getState().list, event.summary.id))
      reloadBesideFor(event.summary)
      putRow(event.summary)
      return putFacts(event.summary)
    case 'article-removed':
      reloadTrashSoon()
      reloadNotebookSoon()
      dropRow(event.id)
      if (getState().openId === event.id) setState({ open: null, openId: null })
      reloadBesideSoon()
      return
    case 'version-added':
      reloadNotebookSoon()
      return void reloadVersions(event.id)
    case 'note-changed':
      reloadTrashSoon()
      reloadNotebookSoon()
      reloadBacklinksSoon(event.articleId)
      return placeNote(event.note)
    case 'note-removed':
      reloadTrashSoon()
      reloadNotebookSoon()
      reloadBacklinksSoon(event.articleId)
      return putNews({ articleId: event.articleId, id: event.id, placed: null })
    case 'settings-changed':
      return putSettings(event.settings)
    case 'list-changed':
      reloadNotebookSoon()
      reloadBesideSoon()
      return reloadSoon()
    case 'state-changed':
      return putLibraryState(event.state)
    case 'feeds-changed':
      return reloadFeedsSoon()
    case 'progress':
      return putProgress(event)
    case 'intake':
      return putIntake(event.progress)
    case 'pictures-kept':
      return putPictures(event)
  }
}

/** The news tell where a note stands in the newest version; who reads an earlier one has its notes placed there. */
function placeNote(placed: PlacedNote): void {
  const { open } = getState()
  const { articleId, id } = placed.note
  if (open?.article.id !== articleId || isNewest(open)) return putNews({ articleId, id, placed })
  void reloadVersions(open.article.id)
}

/** The facts that a row and the open article have in common. */
function putFacts(summary: ArticleSummary): void {
  const { open } = getState()
  if (open?.article.id !== summary.id) return
  const { title, byline, agency, place, published, language, tags, reading } = summary
  const article = { ...open.article, title, byline, agency, place, published, language, tags }
  setState({ open: { ...open, article, reading } })
}
