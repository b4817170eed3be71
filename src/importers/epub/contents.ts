import type { Element } from '../../markup/tree.ts'
import { childElements, descendantsNamed, textOf } from '../../markup/walk.ts'
import { localName } from '../../markup/xml.ts'
import { fragmentOf, type BookFiles } from './book-files.ts'
import type { Book } from './book.ts'
import { elementsCalled } from './elements-called.ts'

/** A line of a book's table of contents; `fragment` is the place in the file that it leads to. */
export type ContentsEntry = { file: string; fragment: string | null; title: string; depth: number }

/** Longer ones are no table that anybody reads. */
const mostEntries = 20_000

/** The table of contents of a book, by the newer of its two forms; empty where it has none. */
export async function contentsOf({ nav, ncx }: Book, files: BookFiles): Promise<ContentsEntry[]> {
  const page = nav === null ? null : await files.page(nav.name)
  if (page !== null && nav !== null) {
    const lists = descendantsNamed(page, 'nav')
    const toc =
      lists.find((list) => /\btoc\b/.test(list.attributes.get('epub:type') ?? '')) ?? lists[0] ?? null
    const entries = toc === null ? [] : entriesOf(toc, 'li', (line) => linkOf(line))
    const placed = place(entries, nav.name, files)
    if (placed.length > 0) return placed
  }
  const map = ncx === null ? null : await files.xml(ncx.name)
  const points = map === null ? undefined : elementsCalled(map, 'navmap')[0]
  return points === undefined || ncx === null
    ? []
    : place(entriesOf(points, 'navpoint', pointOf), ncx.name, files)
}

type Entry = { reference: string; title: string; depth: number }
type Reading = (element: Element) => { reference: string; title: string } | null

/** The entries of nested elements of one name; elements of other names are looked through. */
function entriesOf(root: Element, name: string, read: Reading): Entry[] {
  const entries: Entry[] = []
  const pending = childElements(root)
    .toReversed()
    .map((element) => ({ element, depth: 0 }))
  for (let next = pending.pop(); next !== undefined && entries.length < mostEntries; next = pending.pop()) {
    const { element, depth } = next
    const isEntry = localName(element).toLowerCase() === name
    const entry = isEntry ? read(element) : null
    if (entry !== null) entries.push({ ...entry, depth })
    for (const child of childElements(element).toReversed())
      pending.push({ element: child, depth: isEntry ? depth + 1 : depth })
  }
  return entries
}

function linkOf(line: Element): { reference: string; title: string } | null {
  const link = childElements(line).flatMap((child) =>
    child.name === 'a' ? [child] : descendantsOfLine(child),
  )[0]
  const reference = link?.attributes.get('href')
  return link === undefined || reference === undefined ? null : { reference, title: lineOf(link) }
}

/** A link may stand in a span or a heading, but that of an inner list is another entry's. */
function descendantsOfLine(child: Element): Element[] {
  return child.name === 'ol' || child.name === 'ul' ? [] : descendantsNamed(child, 'a')
}

function pointOf(point: Element): { reference: string; title: string } | null {
  const own = (name: string): Element | undefined =>
    childElements(point).find((child) => localName(child).toLowerCase() === name)
  const reference = own('content')?.attributes.get('src')
  const label = own('navlabel')
  return reference === undefined ? null : { reference, title: label === undefined ? '' : lineOf(label) }
}

function lineOf(element: Element): string {
  return textOf(element).replace(/\s+/g, ' ').trim()
}

function place(entries: readonly Entry[], from: string, files: BookFiles): ContentsEntry[] {
  return entries.flatMap(({ reference, title, depth }) => {
    const file = files.find(reference, from)
    return file === null ? [] : [{ file, fragment: fragmentOf(reference), title, depth }]
  })
}
