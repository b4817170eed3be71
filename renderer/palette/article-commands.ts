import {
  exportArticles,
  openSource,
  removeArticle,
  revealArticle,
  toggleRead,
  toggleStar,
} from '../state/article-actions.ts'
import { openComparison } from '../state/comparison-actions.ts'
import { openEarlier } from '../state/earlier-actions.ts'
import {
  canReread,
  isOnlyAddress,
  keepPictures,
  lacksPictures,
  loadPage,
  rereadPage,
} from '../state/page-actions.ts'
import { rowById } from '../state/pages.ts'
import type { State } from '../state/state.ts'
import { articleCommand as article, articleMeant, type Command } from './command.ts'

export const articleCommands: readonly Command[] = [
  article({ id: 'article.star', title: 'Star or unstar', keys: ['Mod+D'] }, toggleStar),
  article({ id: 'article.read', title: 'Mark as read or unread', keys: ['e', 'm'] }, toggleRead),
  article({ id: 'article.source', title: 'Open the source', keys: ['o'] }, (id) => void openSource(id)),
  article(
    { id: 'article.export', title: 'Export the notes…', keys: ['Mod+E'] },
    (id) => void exportArticles([id]),
  ),
  article({ id: 'article.earlier', title: 'Earlier notes…', keys: ['Shift+E'] }, openEarlier),
  {
    ...article({ id: 'article.compare', title: 'Compare versions…', keys: ['v'] }, (id) =>
      openComparison(id),
    ),
    when: hasVersions,
  },
  {
    ...article({ id: 'article.pictures', title: 'Keep pictures', keys: [] }, keepPictures),
    when: (state) => isOpenMeant(state) && lacksPictures(state),
  },
  {
    ...article({ id: 'article.load', title: 'Load the page', keys: [] }, loadPage),
    when: (state) => isOpenMeant(state) && isOnlyAddress(state),
  },
  {
    ...article({ id: 'article.reread', title: 'Extract again with another reader', keys: [] }, rereadPage),
    when: (state) => isOpenMeant(state) && canReread(state),
  },
  article({ id: 'article.reveal', title: 'Show in folder', keys: [] }, revealArticle),
  article(
    { id: 'article.remove', title: 'Remove the article', keys: ['Mod+Delete', 'Mod+Backspace'] },
    removeArticle,
  ),
]

function isOpenMeant(state: State): boolean {
  return state.open !== null && articleMeant(state) === state.open.article.id
}

function hasVersions(state: State): boolean {
  const { open, list } = state
  const id = articleMeant(state)
  if (id === null) return false
  const count = open?.article.id === id ? open.article.versions.length : rowById(list, id)?.versions
  return count !== undefined && count > 1
}
