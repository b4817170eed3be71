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
  let html = openingTag(element)
  if (voids.has(element.name)) return html
  const isRaw = raw.has(element.name)
  for (const child of element.children) {
    if (child.kind === 'element') html += toHtml(child)
    else html += isRaw ? child.text : escapeText(child.text)
  }
  return `${html}</${element.name}>`
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
