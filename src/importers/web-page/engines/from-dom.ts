import type { Element, Node } from '../../../markup/tree.ts'

/** What is asked of a node of a DOM, whoever made it. */
export type DomNode = {
  nodeType: number
  nodeValue: string | null
  firstChild: DomNode | null
  nextSibling: DomNode | null
  localName?: string
  attributes?: Iterable<{ name: string; value: string }>
}

const elementType = 1
const textType = 3

/** An element of a DOM as one of ours. */
export function fromDom(node: DomNode): Element {
  const element = elementOf(node)
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    const made = childOf(child)
    if (made !== null) element.children.push(made)
  }
  return element
}

function childOf(node: DomNode): Node | null {
  if (node.nodeType === textType) return { kind: 'text', text: node.nodeValue ?? '' }
  return node.nodeType === elementType ? fromDom(node) : null
}

function elementOf({ localName = 'div', attributes = [] }: DomNode): Element {
  const pairs = [...attributes].map(({ name, value }) => [name.toLowerCase(), value] as const)
  return { kind: 'element', name: localName.toLowerCase(), attributes: new Map(pairs), children: [] }
}
