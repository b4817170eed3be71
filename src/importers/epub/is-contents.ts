import type { Element } from '../../markup/tree.ts'
import { descendantsNamed, textOf } from '../../markup/walk.ts'

/** As many links make a table of contents; a title page has one or two. */
const leastLinks = 3

/** What a table of contents has beside its links: a heading, numbers of pages. */
const mostBeside = 0.25

/** Longer than any table of contents, in characters: an index, which is one of the things to read. */
const longest = 30_000

/** Whether a page is a table of contents for turning pages: nearly all of its words are links to other files of the book. */
export function isContents(page: Element): boolean {
  const links = descendantsNamed(page, 'a').filter(({ attributes }) =>
    /^(?![a-z][\w+.-]*:)[^#]/i.test(attributes.get('href') ?? ''),
  )
  if (links.length < leastLinks) return false
  const body = descendantsNamed(page, 'body')[0]
  const all = lengthOf(body ?? page)
  const linked = links.reduce((sum, link) => sum + lengthOf(link), 0)
  return all <= longest && linked >= (1 - mostBeside) * all
}

function lengthOf(element: Element): number {
  return textOf(element).replace(/\s+/g, ' ').trim().length
}
