/** The paragraph (or heading, item, table) that has the focus; null where none has. */
export function focusedBlock(root: HTMLElement): HTMLElement | null {
  const focused = document.activeElement
  return focused && root.contains(focused) ? focused.closest<HTMLElement>('[data-block]') : null
}

export function blockNumber(block: HTMLElement): number {
  return Number(block.dataset['block'])
}

/** Moves the focus a paragraph on or back; the first move puts it on the first paragraph in view. */
export function focusBlock(root: HTMLElement, { from, step }: { from: number; step: 1 | -1 }): void {
  const blocks = [...root.querySelectorAll<HTMLElement>('[data-block]')]
  const focused = focusedBlock(root)
  const inView = blocks.findIndex((block) => block.getBoundingClientRect().bottom > from)
  const index = focused ? blocks.indexOf(focused) + step : inView
  const block = blocks[index]
  if (!block) return
  block.focus({ preventScroll: true })
  block.scrollIntoView({ block: 'nearest' })
}
