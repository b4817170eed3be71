import type { Element } from '../../markup/tree.ts'
import { descendantsNamed, nodesWithin, textOf } from '../../markup/walk.ts'
import { fragmentOf, type BookFiles } from './book-files.ts'

/** A chapter with more has an apparatus that is a book of its own. */
const mostNotes = 2000

/** A longer one is a chapter. */
const longestNote = 20_000

/** Looks notes up by their file and id. */
export type NoteFinder = (file: string, id: string) => Promise<Element | null>

/**
 * A chapter with the footnotes that stand elsewhere in the book brought to its end, where a reference of it leads to them. `file`
 * is its own; a note that the tree has itself stays where it is.
 */
export async function withNotes(
  tree: Element,
  file: string,
  book: { files: BookFiles; find: NoteFinder },
): Promise<Element> {
  const links = descendantsNamed(tree, 'a').filter(isReference).slice(0, mostNotes)
  if (links.length === 0) return tree
  const own = new Set(idsOf(tree))
  const notes = new Map<string, Element>()
  const targets = new Map<Element, string>()
  for (const link of links) {
    const reference = link.attributes.get('href') ?? ''
    const [place, id] = [book.files.find(reference, file), fragmentOf(reference)]
    if (place === null || id === null || (place === file && own.has(id))) continue
    const name = `lectern-note-${place}-${id}`
    const note = notes.get(name) ?? (await book.find(place, id))
    if (note === null || textOf(note).length > longestNote) continue
    notes.set(name, note)
    targets.set(link, name)
  }
  if (notes.size === 0) return tree
  const asides = [...notes].map(([id, note]): Element => ({
    kind: 'element',
    name: 'aside',
    attributes: new Map([
      ['id', id],
      ['epub:type', 'footnote'],
    ]),
    children: note.children,
  }))
  return appended(retargeted(tree, targets), asides)
}

function* idsOf(tree: Element): Generator<string> {
  for (const node of nodesWithin(tree)) {
    const id = node.kind === 'element' ? node.attributes.get('id') : undefined
    if (id !== undefined) yield id
  }
}

function isReference({ attributes }: Element): boolean {
  return /noteref/.test(
    `${attributes.get('epub:type') ?? ''} ${attributes.get('role') ?? ''} ${attributes.get('class') ?? ''}`,
  )
}

/** What has no such link in it stays the same element. */
function retargeted(element: Element, targets: ReadonlyMap<Element, string>): Element {
  const target = targets.get(element)
  const children = element.children.map((child) =>
    child.kind === 'text' ? child : retargeted(child, targets),
  )
  const isSame = target === undefined && children.every((child, index) => child === element.children[index])
  if (isSame) return element
  const attributes =
    target === undefined ? element.attributes : new Map([...element.attributes, ['href', `#${target}`]])
  return { ...element, attributes, children }
}

/** The notes at the end of the body. */
function appended(root: Element, notes: readonly Element[]): Element {
  const children = root.children.map((child) =>
    child.kind === 'element' && child.name === 'body'
      ? { ...child, children: [...child.children, ...notes] }
      : child,
  )
  return { ...root, children }
}
