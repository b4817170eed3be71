import type { Element, Node } from './tree.ts'

/** Elements that hold nothing, and have no closing tag. */
const voids = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
)

/** Their text is written as it stands: a parser reads no characters out of it. */
const raw = new Set(['iframe', 'noembed', 'noframes', 'plaintext', 'script', 'style', 'xmp'])

const escapes: Record<string, string> = {
  '&': '&amp;',
  '\u00a0': '&nbsp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** An element as HTML, by the specification's rules of serialising. Parsing it again gives the same tree. */
export function toHtml(element: Element): string {
  const parts: string[] = []
  const pending: (Node | string)[] = [element]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node === 'string') parts.push(node)
    else if (node.kind === 'text') parts.push(escapeText(node.text))
    else {
      parts.push(openingTag(node))
      if (!voids.has(node.name)) pending.push(`</${node.name}>`, ...contentOf(node))
    }
  }
  return parts.join('')
}

/** What stands between the tags, the last first. */
function contentOf({ name, children }: Element): (Node | string)[] {
  const content = children.toReversed()
  if (!raw.has(name)) return content
  return content.map((child) => (child.kind === 'text' ? child.text : child))
}

function openingTag({ name, attributes, children }: Element): string {
  let tag = `<${name}`
  for (const [key, value] of attributes) tag += ` ${key}="${escapeAttribute(value)}"`
  return `${tag}>${losesLineFeed(name, children[0]) ? '\n' : ''}`
}

/** A parser drops a line feed that follows these tags, so one that is meant needs another in front. */
function losesLineFeed(name: string, first: Node | undefined): boolean {
  if (name !== 'pre' && name !== 'textarea' && name !== 'listing') return false
  return first?.kind === 'text' && first.text.startsWith('\n')
}

function escapeText(text: string): string {
  return text.replace(/[&\u00a0<>]/g, (character) => escapes[character] ?? character)
}

function escapeAttribute(value: string): string {
  return value.replace(/[&\u00a0<>"]/g, (character) => escapes[character] ?? character)
}
