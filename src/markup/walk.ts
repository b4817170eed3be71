import type { Element, Node } from './tree.ts'

/** The elements that an element holds directly. */
export function childElements(element: Element): Element[] {
  return element.children.filter((child) => child.kind === 'element')
}

/** Those that an element holds directly and that have one of the names. */
export function childrenNamed(element: Element, ...names: readonly string[]): Element[] {
  return childElements(element).filter((child) => names.includes(child.name))
}

/** Those anywhere within an element that have one of the names, in the order of the text; not the element itself. */
export function descendantsNamed(element: Element, ...names: readonly string[]): Element[] {
  const found: Element[] = []
  for (const child of element.children) if (child.kind === 'element') gather(child, names, found)
  return found
}

/** No tree is so deep that this could not call itself; a generator costs three times as much. */
function gather(element: Element, names: readonly string[], found: Element[]): void {
  if (names.includes(element.name)) found.push(element)
  for (const child of element.children) if (child.kind === 'element') gather(child, names, found)
}

/** The first of them; null where there is none. */
export function firstNamed(element: Element, ...names: readonly string[]): Element | null {
  for (const node of nodesWithin(element)) {
    if (node.kind === 'element' && names.includes(node.name)) return node
  }
  return null
}

/** All text in a node as it stands, that of scripts and styles too. */
export function textOf(node: Node): string {
  if (node.kind === 'text') return node.text
  let text = ''
  for (const child of node.children) text += child.kind === 'text' ? child.text : textOf(child)
  return text
}

/** Everything within an element, each before what it holds, in the order of the text. */
export function* nodesWithin(element: Element): Generator<Node> {
  const pending: Node[] = element.children.toReversed()
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node
    if (node.kind === 'text') continue
    for (let index = node.children.length - 1; index >= 0; index -= 1) pending.push(node.children[index]!)
  }
}
