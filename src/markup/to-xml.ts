import type { Element, Node } from './tree.ts'

/** An element as XML, such that `parseXml` gives it back. It is no deeper than those are. */
export function toXml({ name, attributes, children }: Element): string {
  const tag = [name, ...[...attributes].map(([key, value]) => `${key}="${escape(value)}"`)].join(' ')
  return `<${tag}>${children.map(nodeXml).join('')}</${name}>`
}

function nodeXml(node: Node): string {
  return node.kind === 'text' ? escape(node.text) : toXml(node)
}

/** A parser turns line ends of attributes into spaces, and carriage returns of texts into line feeds. */
function escape(text: string): string {
  return text.replace(/[&<>"\r]/g, (mark) => `&#${mark.charCodeAt(0)};`)
}
