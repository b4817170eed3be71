import type { Element, Node } from '../../markup/tree.ts'

/** Without what newsletters hide: the words that only a list of messages shows, and pictures that only count readers. */
export function seenTree(element: Element): Element {
  const children = element.children.flatMap((child): Node[] => {
    if (child.kind === 'text') return [child]
    return isHidden(child) || isTracker(child) ? [] : [seenTree(child)]
  })
  return { ...element, children }
}

/** Mail programs know few ways of hiding, so that several stand beside each other; each alone does it somewhere. */
const hides =
  /(?:^|[;\s])(?:display\s*:\s*none|max-height\s*:\s*0(?:px)?\s*(?:;|!|$)|opacity\s*:\s*0\s*(?:;|!|$)|mso-hide\s*:\s*all)/i

function isHidden({ attributes }: Element): boolean {
  return hides.test(attributes.get('style') ?? '')
}

/** Nothing can be seen on two pixels. */
const unseen = /^[012](?:px)?$/

function isTracker({ name, attributes }: Element): boolean {
  if (name !== 'img') return false
  const style = attributes.get('style') ?? ''
  return ['width', 'height'].some((side) => {
    const styled = new RegExp(`(?:^|[;\\s])${side}\\s*:\\s*([^;!\\s]+)`, 'i').exec(style)?.[1]
    return unseen.test((attributes.get(side) ?? styled ?? '').trim()) || unseen.test(styled ?? '')
  })
}
