import type { Element } from '../../markup/tree.ts'
import type { BookFiles } from './book-files.ts'
import type { NoteFinder } from './notes-elsewhere.ts'

/** Elements within a line: an id on one of them names the block around it. */
const inline = new Set(['a', 'span', 'sup', 'b', 'i', 'em', 'strong', 'small'])

/** Finds notes in the files of a book, each of which is read once. */
export function noteFinder(files: BookFiles): NoteFinder {
  const known = new Map<string, Map<string, Element>>()
  return async (file, id) => {
    if (!known.has(file)) {
      const page = await files.page(file)
      known.set(file, page === null ? new Map() : blocksById(page))
    }
    return known.get(file)!.get(id) ?? null
  }
}

/** The block that each id of a page names. */
function blocksById(page: Element): Map<string, Element> {
  const blocks = new Map<string, Element>()
  const pending = [{ element: page, block: page }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { element } = next
    const block = inline.has(element.name) ? next.block : element
    const id = element.attributes.get('id')
    if (id !== undefined && !blocks.has(id)) blocks.set(id, block)
    for (const child of element.children.toReversed())
      if (child.kind === 'element') pending.push({ element: child, block })
  }
  return blocks
}
