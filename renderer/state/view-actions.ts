import { defaultSettings, type Settings } from '../../src/model/settings.ts'
import { call } from '../call.ts'
import { canWrite } from './library-actions.ts'
import { problem, tell } from './messages.ts'
import { saveSettings } from './settings-actions.ts'
import type { NotesTab, ReaderHandle, Sheet } from './state.ts'
import { getState, setState } from './store.ts'

/** Below this the text would get less than its narrowest measure, 48ch, beside rail (52), list (320) and notes (372). */
const narrow = '(max-width: 1000px)'

export function openSheet(sheet: Sheet): void {
  if (sheet === 'add' && !canWrite()) return
  setState({ sheet, found: [] })
}

export function closeSheet(): void {
  setState({ sheet: null })
}

/** Called by the reader pane when it is mounted, and with null when it is gone. */
export function setReader(reader: ReaderHandle | null): void {
  setState({ reader })
}

export function setNotesTab(notesTab: NotesTab): void {
  setState({ notesTab })
}

/** Shows the library's list, all its notes or what is new in the feeds beside the text. */
export function setPlace(place: Settings['place']): void {
  const { listPane } = getState().settings
  void saveSettings({ place, listPane: { ...listPane, isOpen: true } })
}

/** Leaves the notes' passages unpainted for a while, or paints them again. */
export function togglePassages(): void {
  const arePassagesHidden = !getState().arePassagesHidden
  setState({ arePassagesHidden })
  tell(arePassagesHidden ? 'Highlights are hidden' : 'Highlights are shown')
}

export function showNotes(notesTab: NotesTab): void {
  setState({ notesTab })
  if (!areNotesShown()) toggleNotes()
}

export function toggleNotes(): void {
  const { isNarrow, areNotesOver, settings } = getState()
  if (isNarrow) return setState({ areNotesOver: !areNotesOver })
  const { notesPane } = settings
  void saveSettings({ notesPane: { ...notesPane, isOpen: !notesPane.isOpen } })
}

/** Takes the notes away that lie over the text. */
export function closeNotesOver(): void {
  setState({ areNotesOver: false })
}

export function toggleList(): void {
  const { listPane } = getState().settings
  void saveSettings({ listPane: { ...listPane, isOpen: !listPane.isOpen } })
}

/** Shows the list if it is hidden, and the menu of its orders. */
export function showSortMenu(isSortMenuOpen: boolean): void {
  if (isSortMenuOpen && !getState().settings.listPane.isOpen) toggleList()
  setState({ isSortMenuOpen })
}

/** For a component: `useStore(areNotesShown)`. */
export function areNotesShown({ isNarrow, areNotesOver, settings } = getState()): boolean {
  return isNarrow ? areNotesOver : settings.notesPane.isOpen
}

/** Looks for articles for the palette; a later question overtakes an earlier one. */
export async function findArticles(query: string): Promise<void> {
  const { sort } = defaultSettings
  const page = { after: null, skip: 0, limit: 8 }
  const result = await call('article.list', { filter: 'all', query, sort, ...page })
  if (!result.ok) return problem(result.error)
  setState({ found: result.value.rows })
}

export function watchWidth(): void {
  const query = window.matchMedia(narrow)
  setState({ isNarrow: query.matches })
  query.addEventListener('change', () => setState({ isNarrow: query.matches, areNotesOver: false }))
}
