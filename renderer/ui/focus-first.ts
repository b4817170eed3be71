/** Puts the focus on what is marked to be met first, `data-first`; the browser's own choice stays where nothing is. */
export function focusFirst(container: HTMLElement): void {
  container.querySelector<HTMLElement>('[data-first]')?.focus()
}
