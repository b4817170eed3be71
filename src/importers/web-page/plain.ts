import type { Node } from '../../markup/tree.ts'

/** One line of words. */
export function collapse(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/gu, ' ').trim()
}

/** All text of an element one after the other. */
export function plainText(node: Node): string {
  if (node.kind === 'text') return node.text
  return node.name === 'script' || node.name === 'style' ? '' : node.children.map(plainText).join('')
}

/** Letters and digits alone, so that two writings of a name can be compared. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
