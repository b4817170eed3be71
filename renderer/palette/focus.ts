import { getState } from '../state/store.ts'
import { toggleList } from '../state/view-actions.ts'

/** Shows the list if it is hidden, and puts the focus into its filter. */
export function focusFilter(): void {
  focusIn('[data-focus="filter"]')
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
