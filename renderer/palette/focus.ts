import { ArticleId } from '../../src/model/ids.ts'
import { getState } from '../state/store.ts'
import { setPlace, toggleList } from '../state/view-actions.ts'

/** Shows the list if it is hidden, and puts the focus into its filter. */
export function focusFilter(): void {
  focusIn('[data-focus="filter"]')
}

/** The same with the library's list, whichever is shown now. */
export function focusLibraryFilter(): void {
  setPlace('library')
  focusFilter()
}

/** Shows the list if it is hidden, and puts the focus on its current row. */
export function focusList(): void {
  focusIn('[data-focus="list"] [tabindex="0"]')
}

/** The pane may have to be drawn first. */
function focusIn(selector: string): void {
  if (!getState().settings.listPane.isOpen) toggleList()
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus())
}

/** Whether the focus is on a row of a list, be it of articles or of notes. */
export function isRowInFocus(): boolean {
  return document.activeElement?.role === 'row'
}

/** Has the row in focus do what its list does on this key. */
export function pressOnRow(key: string): void {
  // Only the list is asked: at the window this key may be a command, and that command this one.
  document.addEventListener('keydown', stop)
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  )
  document.removeEventListener('keydown', stop)
}

function stop(event: Event): void {
  event.stopPropagation()
}

/** The article whose row has the focus; null where none has. */
export function articleInFocus(): ArticleId | null {
  const row = document.activeElement?.closest<HTMLElement>('[data-article]')
  return ArticleId.safeParse(row?.dataset['article']).data ?? null
}
