import type { Element, Node } from '../../markup/tree.ts'
import { nodesWithin } from '../../markup/walk.ts'

/**
 * A tree cut before each element that has one of the ids: the first slice is what stands before all of them. Each slice has the
 * elements around it, so that nothing changes for the text.
 */
export function slicesOf(root: Element, ids: ReadonlySet<string>): { id: string | null; tree: Element }[] {
  if (ids.size === 0) return [{ id: null, tree: root }]
  const ends: { id: string | null; nodes: Set<Node> }[] = [{ id: null, nodes: new Set() }]
  for (const node of nodesWithin(root)) {
    const id =
      node.kind === 'element' ? (node.attributes.get('id') ?? node.attributes.get('name')) : undefined
    if (id !== undefined && ids.has(id) && !ends.some((end) => end.id === id))
      ends.push({ id, nodes: new Set() })
    ends.at(-1)!.nodes.add(node)
  }
  return ends.map(({ id, nodes }) => ({ id, tree: only(root, nodes) ?? { ...root, children: [] } }))
}

/** The part of a tree that holds some of its nodes; null where it holds none. */
function only(element: Element, nodes: ReadonlySet<Node>): Element | null {
  const children = element.children
    .map((child) => (child.kind === 'element' ? only(child, nodes) : nodes.has(child) ? child : null))
    .filter((child) => child !== null)
  if (children.length === 0 && !(nodes.has(element) && element.children.length === 0)) return null
  return { ...element, children }
}
