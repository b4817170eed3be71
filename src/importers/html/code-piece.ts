import type { Element, Node } from '../../markup/tree.ts'
import type { Piece } from '../piece.ts'
import { isBlock, isHidden } from './display.ts'
import { readable } from './running-text.ts'

/** Columns of line numbers that highlighters put beside the code. */
const gutterClass =
  /(?:^|[\s_-])(?:gutter|line-?numbers?(?:-rows)?|linenos?|lineno|blob-num|ln-numbers)(?:\s|$)/i

/** Preformatted text, white space and all; what highlighters wrapped around its lines and words is gone. */
export function codePiece(element: Element): Piece | null {
  const lines = new Lines()
  for (const child of element.children) addCode(child, lines)
  const text = readable(lines.text).replace(/^(?:[ \t]*\n)+|\s+$/g, '')
  return text === ''
    ? null
    : { text, marks: [], block: { kind: 'code', span: { start: 0, end: text.length } } }
}

class Lines {
  #parts: string[] = []
  #last = '\n'

  get text(): string {
    return this.#parts.join('')
  }

  add(text: string): void {
    if (text === '') return
    this.#parts.push(text)
    this.#last = text.at(-1) ?? ''
  }

  /** Goes on on a line of its own. */
  begin(): void {
    if (this.#last !== '\n') this.add('\n')
  }
}

function addCode(node: Node, lines: Lines): void {
  if (node.kind === 'text') {
    lines.add(node.text)
    return
  }
  if (node.name === 'br') {
    lines.add('\n')
    return
  }
  if (isHidden(node) || gutterClass.test(node.attributes.get('class') ?? '')) return
  const isLine = isBlock(node) && node.name !== 'td' && node.name !== 'th'
  if (isLine) lines.begin()
  for (const child of node.children) addCode(child, lines)
  if (isLine) lines.begin()
}
