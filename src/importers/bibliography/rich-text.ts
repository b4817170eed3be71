import { parseHtml } from '../../markup/html.ts'
import type { Element, Node } from '../../markup/tree.ts'
import { textOf } from '../../markup/walk.ts'

const markup = /<\/?[a-z][^<>]*>|&(?:#x?[\da-f]+|[a-z]+);/i

/** The words of a field that may hold some HTML: titles in italics, abstracts with entities. */
export function plainText(text: string): string {
  return markup.test(text) ? markdownOf(text, plain) : text.trim()
}

/** A note as Markdown; Zotero writes its notes as HTML. */
export function markdownNote(text: string): string {
  return markup.test(text) ? markdownOf(text, marks) : text.trim()
}

type Marks = ReadonlyMap<string, string>

const plain: Marks = new Map()
const marks: Marks = new Map([
  ['b', '**'],
  ['strong', '**'],
  ['i', '*'],
  ['em', '*'],
  ['code', '`'],
])

const blocks = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'table',
  'tr',
  'section',
])

function markdownOf(html: string, around: Marks): string {
  const text = linesOf(parseHtml(html), around)
  return text
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function linesOf(element: Element, around: Marks): string {
  const inner = element.children.map((child) => textOfNode(child, around)).join('')
  if (blocks.has(element.name)) return `\n\n${inner}\n\n`
  if (element.name === 'br') return '\n'
  if (element.name === 'li') return `\n${around === plain ? '' : '- '}${inner.trim()}`
  if (['head', 'script', 'style'].includes(element.name)) return ''
  const mark = around.get(element.name)
  return mark === undefined || inner.trim() === ''
    ? linkOr(inner, element, around)
    : `${mark}${inner.trim()}${mark}`
}

function textOfNode(node: Node, around: Marks): string {
  return node.kind === 'text' ? node.text.replace(/\s+/g, ' ') : linesOf(node, around)
}

function linkOr(inner: string, element: Element, around: Marks): string {
  const href = element.name === 'a' ? (element.attributes.get('href') ?? '') : ''
  const leads = /^https?:\/\/[^\s()]+$/i.test(href) && around !== plain && textOf(element).trim() !== ''
  return leads ? `[${inner.trim()}](${href})` : inner
}
