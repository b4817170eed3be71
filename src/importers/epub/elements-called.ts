import type { Element } from '../../markup/tree.ts'
import { nodesWithin } from '../../markup/walk.ts'
import { localName } from '../../markup/xml.ts'

/** The elements within another that have a name, whatever its prefix and case, in their order. */
export function elementsCalled(root: Element, name: string): Element[] {
  const found: Element[] = []
  for (const node of nodesWithin(root))
    if (node.kind === 'element' && localName(node).toLowerCase() === name) found.push(node)
  return found
}
