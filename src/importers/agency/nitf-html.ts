import type { Element, Node } from '../../markup/tree.ts'
import { childrenNamed, descendantsNamed, firstNamed, textOf } from '../../markup/walk.ts'
import { elementOf } from './body-nodes.ts'

/** What stands in HTML for the elements of NITF's text; the others are called the same, or mark a word that is only text here. */
const htmlNames = new Map([
  ['hl1', 'h2'],
  ['hl2', 'h2'],
  ['bq', 'blockquote'],
  ['block', 'div'],
  ['body.content', 'div'],
  ['note', 'aside'],
  ['fn', 'aside'],
  ['nitf-table', 'div'],
  ['lang', 'span'],
  ['pronounce', 'span'],
])

/** They describe what is there, or stand in for it. */
const leftOut = new Set(['nitf-table-metadata', 'custom-table', 'media-metadata', 'media-object', 'alt-code'])

const keptAttributes = new Set(['href', 'lang', 'xml:lang', 'dir', 'colspan', 'rowspan'])

/** An element of NITF as one of HTML. XHTML stays as it is: all that is in both has the same names. */
export function inHtml(element: Element): Element {
  if (element.name === 'media') return figureOf(element)
  if (element.name === 'table') return tableOf(element)
  const children = element.children.flatMap((child): Node[] => {
    if (child.kind === 'text') return [child]
    return leftOut.has(child.name) ? [] : [inHtml(child)]
  })
  const attributes = new Map([...element.attributes].filter(([name]) => keptAttributes.has(name)))
  if (element.name === 'img') for (const name of ['src', 'alt']) copy(element, name, attributes)
  return { kind: 'element', name: htmlNames.get(element.name) ?? element.name, attributes, children }
}

/** A parser of HTML puts rows into a body where the text does not. */
function tableOf({ children, ...table }: Element): Element {
  const isRow = (node: Node): boolean => node.kind === 'element' && node.name === 'tr'
  const rows = elementOf(
    'tbody',
    children.filter(isRow).map((row) => (row.kind === 'text' ? row : inHtml(row))),
  )
  const parts = children
    .filter((node) => !isRow(node))
    .map((node) => (node.kind === 'text' ? node : inHtml(node)))
  return { ...table, attributes: new Map(), children: [...parts, rows] }
}

function copy(from: Element, name: string, to: Map<string, string>): void {
  const value = from.attributes.get(name)
  if (value !== undefined) to.set(name, value)
}

/** A picture is there in several sizes; the first is the one that is meant. Of films and sounds only the caption is kept. */
function figureOf(media: Element): Element {
  const references = descendantsNamed(media, 'media-reference')
  const isPicture = /^(?:image|picture|photo|graphic|)$/i.test(media.attributes.get('media-type') ?? '')
  const picture = isPicture ? references.find(({ attributes }) => attributes.has('source')) : undefined
  const caption = childrenNamed(media, 'media-caption').map((child) => ({ ...inHtml(child), name: 'div' }))
  const producer = firstNamed(media, 'media-producer')
  if (producer !== null && textOf(producer).trim() !== '') caption.push({ ...inHtml(producer), name: 'div' })
  const figcaption = elementOf('figcaption', caption)
  return elementOf('figure', picture === undefined ? [figcaption] : [imageOf(picture), figcaption])
}

function imageOf({ attributes }: Element): Element {
  return elementOf('img', [], {
    src: attributes.get('source') ?? '',
    alt: attributes.get('alternate-text') ?? '',
  })
}
