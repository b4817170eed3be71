/**
 * Remembers where among its like (`selector`) a button stands that is about to go; what it answers puts the focus on the
 * one that stands there then, on the last where there is none, else on what the sheet begins with.
 */
export function focusNear(button: HTMLElement, selector: string): () => void {
  const sheet = button.closest<HTMLElement>('dialog')
  const all = () => [...(sheet?.querySelectorAll<HTMLElement>(selector) ?? [])]
  const at = all().indexOf(button)
  // By then what has changed is drawn.
  return () =>
    requestAnimationFrame(() => {
      const left = all()
      const next = left[at] ?? left.at(-1) ?? sheet?.querySelector<HTMLElement>('[data-first]')
      next?.focus()
    })
}
