import { parseHtml } from '../../markup/html.ts'
import type { Element, Node } from '../../markup/tree.ts'
import { findParagraphs } from '../../text/paragraphs.ts'

/** A plain text as paragraphs of HTML; of the ends of its lines only those stay that are meant. */
export function nodesOfText(text: string): Node[] {
  return findParagraphs(text.replace(/\r\n?/g, '\n')).map((paragraph) => {
    const [first = '', ...others] = paragraph.split('\n')
    return elementOf('p', [
      textNode(first),
      ...others.flatMap((line) => [elementOf('br', []), textNode(line)]),
    ])
  })
}

/** A text that may be HTML, or be said to be plain and be HTML all the same. */
export function nodesOfMarkup(text: string): Node[] {
  return isMarkup(text) ? [parseHtml(text)] : nodesOfText(text)
}

export function isMarkup(text: string): boolean {
  return /<\/?(?:p|br|div|h[1-6]|ul|ol|table)(?:\s[^<>]*)?\/?>/i.test(text)
}

/** A picture that lies at an address, with its caption. */
export function figureAt(address: string, caption: string): Element {
  const image = elementOf('img', [], { src: address, alt: '' })
  return elementOf('figure', [image, elementOf('figcaption', [textNode(caption)])])
}

export function elementOf(name: string, children: Node[], attributes: Record<string, string> = {}): Element {
  return { kind: 'element', name, attributes: new Map(Object.entries(attributes)), children }
}

function textNode(text: string): Node {
  return { kind: 'text', text }
}
