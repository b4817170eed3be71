import type { Blockquote, Paragraph, PhrasingContent, RootContent } from 'mdast'

const opening = /^\[!([\w-]+)\][+-]?[ \t]*/

/**
 * What is in a quotation, with the first line of a callout (`[!note] Title`, as Obsidian and GitHub have them) as a paragraph of
 * its own: its title, or else its kind.
 */
export function withoutCallout({ children: [first, ...rest] }: Blockquote): RootContent[] {
  if (first?.type !== 'paragraph') return first === undefined ? [] : [first, ...rest]
  const [start, ...others] = first.children
  const kind = start?.type === 'text' ? opening.exec(start.value) : null
  if (start?.type !== 'text' || kind === null) return [first, ...rest]
  const text = { ...start, value: start.value.slice(kind[0].length) }
  const { title, body } = split([text, ...others])
  const words = title.some(isFilled) ? title : [{ type: 'text' as const, value: nameOf(kind[1] ?? '') }]
  const paragraphs = [[{ type: 'strong' as const, children: words }], body].filter(
    (nodes) => nodes.length > 0,
  )
  return [...paragraphs.map((children): Paragraph => ({ type: 'paragraph', children })), ...rest]
}

/** The nodes up to the first line end, and those behind it. */
function split(nodes: PhrasingContent[]): { title: PhrasingContent[]; body: PhrasingContent[] } {
  for (const [index, node] of nodes.entries()) {
    const before = nodes.slice(0, index)
    const after = nodes.slice(index + 1)
    if (node.type === 'break') return { title: before, body: after }
    if (node.type !== 'text' || !node.value.includes('\n')) continue
    const end = node.value.indexOf('\n')
    const body = { ...node, value: node.value.slice(end + 1) }
    return { title: [...before, { ...node, value: node.value.slice(0, end) }], body: [body, ...after] }
  }
  return { title: nodes, body: [] }
}

function isFilled(node: PhrasingContent): boolean {
  return node.type !== 'text' || node.value.trim() !== ''
}

/** `Warning` of `warning` and `WARNING`. */
function nameOf(kind: string): string {
  return kind.slice(0, 1).toUpperCase() + kind.slice(1).toLowerCase()
}
