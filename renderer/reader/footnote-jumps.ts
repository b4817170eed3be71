/** Where the reader left the text for a footnote: that is where its label leads back to. */
const left = new WeakMap<HTMLElement, HTMLElement>()

/**
 * From words that refer to a footnote to the footnote, and from its label back to the words one came from, or else the first
 * that refer to it. Answers whether the target was one of these and leads anywhere.
 */
export function jump(root: HTMLElement, target: EventTarget | null): boolean {
  const link = target instanceof Element ? target.closest<HTMLElement>('[data-note], [data-back]') : null
  if (!link) return false
  const { note, back } = link.dataset
  const footnote = one(root, '[data-footnote]', ({ footnote: label }) => label === (note ?? back))
  if (!footnote) return false
  if (note === undefined)
    return goTo(left.get(footnote) ?? one(root, '[data-note]', (data) => data['note'] === back))
  left.set(footnote, link)
  return goTo(footnote.querySelector<HTMLElement>('[data-block]'))
}

function one(root: HTMLElement, selector: string, fits: (data: DOMStringMap) => boolean): HTMLElement | null {
  return [...root.querySelectorAll<HTMLElement>(selector)].find(({ dataset }) => fits(dataset)) ?? null
}

function goTo(element: HTMLElement | null): boolean {
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'nearest' })
  return element !== null
}
