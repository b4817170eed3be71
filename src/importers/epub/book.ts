import { z } from 'zod'
import type { Element } from '../../markup/tree.ts'
import { childElements, childrenNamed, textOf } from '../../markup/walk.ts'
import { localName } from '../../markup/xml.ts'
import type { BookFiles } from './book-files.ts'
import { elementsCalled } from './elements-called.ts'

/** What a book says of itself, as articles keep it: all of its metadata, and those that Lectern reads. */
export const BookFacts = z.object({
  title: z.string().nullable(),
  creators: z.array(z.string()),
  language: z.string().nullable(),
  identifier: z.string().nullable(),
  date: z.string().nullable(),
  publisher: z.string().nullable(),
  description: z.string().nullable(),
  /** Everything else of Dublin Core by its names. */
  more: z.record(z.string(), z.array(z.string())),
})
export type BookFacts = z.infer<typeof BookFacts>

/** A file of the book; `name` is that in the zip. */
export type Item = { id: string; name: string; mediaType: string; properties: string }

export type Book = {
  facts: BookFacts
  /** The chapters in reading order; null for those whose files are not there, with what the book calls them. */
  spine: { item: Item | null; href: string }[]
  /** The table of contents of EPUB 3, and that of EPUB 2. */
  nav: Item | null
  ncx: Item | null
  /** Files that a guide says to be covers and tables of contents. */
  matter: ReadonlySet<string>
}

/** More chapters than this has no book. */
const mostChapters = 10_000

/** Reads the package file of a book. */
export function bookOf(root: Element, name: string, files: BookFiles): Book {
  const items = new Map(
    elementsCalled(root, 'item').map((item) => [item.attributes.get('id') ?? '', item] as const),
  )
  const itemOf = (id: string): Item | null => {
    const element = items.get(id)
    const file = element === undefined ? null : files.find(element.attributes.get('href') ?? '', name)
    if (element === undefined || file === null) return null
    const of = (key: string): string => element.attributes.get(key) ?? ''
    return { id, name: file, mediaType: of('media-type'), properties: of('properties') }
  }
  const spine = elementsCalled(root, 'spine')[0]
  const known = [...items.keys()].map(itemOf).filter((item) => item !== null)
  const references = spine === undefined ? [] : elementsCalled(spine, 'itemref').slice(0, mostChapters)
  return {
    facts: factsOf(root),
    spine: references.map((reference) => {
      const id = reference.attributes.get('idref') ?? ''
      return { item: itemOf(id), href: items.get(id)?.attributes.get('href') ?? id }
    }),
    nav: known.find((item) => /(?:^|\s)nav(?:\s|$)/.test(item.properties)) ?? null,
    ncx:
      itemOf(spine?.attributes.get('toc') ?? '') ??
      known.find((item) => item.mediaType === 'application/x-dtbncx+xml') ??
      null,
    matter: new Set(
      elementsCalled(root, 'reference')
        .filter((reference) => /^(?:cover|toc)$/i.test(reference.attributes.get('type') ?? ''))
        .flatMap((reference) => files.find(reference.attributes.get('href') ?? '', name) ?? []),
    ),
  }
}

function factsOf(root: Element): BookFacts {
  const metadata = elementsCalled(root, 'metadata')[0] ?? root
  const elements = [
    ...childElements(metadata),
    ...childrenNamed(metadata, 'dc-metadata').flatMap(childElements),
  ]
  const texts = (name: string): string[] =>
    named(elements, name)
      .map(lineOf)
      .filter((text) => text !== '')
  const names = new Set(
    elements
      .filter((element) => /^dc:/i.test(element.name))
      .map((element) => localName(element).toLowerCase()),
  )
  const id = root.attributes.get('unique-identifier')
  const identifier = named(elements, 'identifier').find((element) => element.attributes.get('id') === id)
  return {
    title: titleOf(elements) ?? texts('title')[0] ?? null,
    creators: creatorsOf(elements),
    language: texts('language')[0] ?? null,
    identifier: (identifier === undefined ? '' : lineOf(identifier)) || (texts('identifier')[0] ?? null),
    date: dateOf(elements) ?? null,
    publisher: texts('publisher')[0] ?? null,
    description: texts('description')[0] ?? null,
    more: Object.fromEntries([...names].filter((name) => !read.has(name)).map((name) => [name, texts(name)])),
  }
}

const read = new Set(['title', 'creator', 'language', 'identifier', 'date', 'publisher', 'description'])

function named(elements: readonly Element[], name: string): Element[] {
  return elements.filter((element) => localName(element).toLowerCase() === name)
}

function lineOf(element: Element): string {
  return textOf(element).replace(/\s+/g, ' ').trim()
}

/** What a `meta` of EPUB 3 says about an element, or its own attribute of EPUB 2. */
function refined(elements: readonly Element[], element: Element, property: string): string | null {
  const own = element.attributes.get(`opf:${property}`)
  if (own !== undefined) return own
  const id = element.attributes.get('id')
  const meta = named(elements, 'meta').find(
    ({ attributes }) =>
      id !== undefined && attributes.get('refines') === `#${id}` && attributes.get('property') === property,
  )
  return meta === undefined ? null : lineOf(meta)
}

/** A book may have several titles, and say which is the main one. */
function titleOf(elements: readonly Element[]): string | null {
  const main = named(elements, 'title').find((title) => refined(elements, title, 'title-type') === 'main')
  return main === undefined ? null : lineOf(main) || null
}

/** Those who wrote it: translators and illustrators are given as creators, too, with their roles. */
function creatorsOf(elements: readonly Element[]): string[] {
  const creators = named(elements, 'creator').filter((creator) => lineOf(creator) !== '')
  const authors = creators.filter((creator) => (refined(elements, creator, 'role') ?? 'aut') === 'aut')
  return [...new Set((authors.length > 0 ? authors : creators).map(lineOf))]
}

/** EPUB 2 gives the dates of the file, too. */
function dateOf(elements: readonly Element[]): string | undefined {
  const dates = named(elements, 'date').filter((date) => lineOf(date) !== '')
  const published = dates.find((date) => /publication/i.test(date.attributes.get('opf:event') ?? ''))
  const plain = dates.find((date) => date.attributes.get('opf:event') === undefined)
  const found = published ?? plain
  return found === undefined ? undefined : lineOf(found)
}
