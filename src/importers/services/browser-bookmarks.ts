import { childElements, textOf } from '../../markup/walk.ts'
import type { Element } from '../../markup/tree.ts'
import { parseHtml } from '../../markup/html.ts'
import type { Json } from '../importer.ts'
import type { Found } from './service.ts'

/** A folder of the browser's own, which tells nothing of what is in it. */
const ownFolder = ['personal_toolbar_folder', 'unfiled_bookmarks_folder']

/** What is known where the walk has come to. A folder's name stands before the list of what is in it. */
type Walk = { bookmarks: Record<string, Json>[]; folders: string[]; heading: string | null }

/**
 * The links of a bookmark file in Netscape's format, each with its attributes, its `title`, the names of the folders it is in
 * and its `description`. The list items in it are never closed, so it is the spec parser that knows what is in what.
 */
export function bookmarksIn(html: string): Found[] {
  const walk: Walk = { bookmarks: [], folders: [], heading: null }
  visit(parseHtml(html), walk)
  return walk.bookmarks.map((record, index) => ({ where: `link ${index + 1}`, record }))
}

/** As deep as the parser's tree at most. */
function visit(element: Element, walk: Walk): void {
  for (const child of childElements(element)) {
    if (child.name === 'h3') walk.heading = folderOf(child)
    else if (child.name === 'a') walk.bookmarks.push(bookmarkOf(child, walk))
    else if (child.name === 'dl') visitFolder(child, walk)
    else if (child.name === 'dd') visitDescription(child, walk)
    else visit(child, walk)
  }
}

function visitFolder(list: Element, walk: Walk): void {
  const { folders, heading } = walk
  walk.folders = heading === null || heading === '' ? folders : [...folders, heading]
  walk.heading = null
  visit(list, walk)
  walk.folders = folders
}

/** Of the folder or link before it; the list of what is in the folder may stand in its description. */
function visitDescription(element: Element, walk: Walk): void {
  const ownText = element.children.filter((child) => child.kind === 'text' || child.name !== 'dl').map(textOf)
  const text = ownText.join('').trim()
  const last = walk.bookmarks.at(-1)
  if (walk.heading === null && last !== undefined && text !== '') last['description'] = text
  for (const list of childElements(element)) if (list.name === 'dl') visitFolder(list, walk)
}

function folderOf(heading: Element): string {
  return ownFolder.some((name) => heading.attributes.has(name)) ? '' : textOf(heading).trim()
}

function bookmarkOf(link: Element, walk: Walk): Record<string, Json> {
  walk.heading = null
  return { ...Object.fromEntries(link.attributes), title: textOf(link).trim(), folders: [...walk.folders] }
}
