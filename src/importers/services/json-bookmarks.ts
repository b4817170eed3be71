import type { Json } from '../importer.ts'
import { fieldsOf, objectOf, type Fields } from './fields.ts'
import type { Found } from './service.ts'

/**
 * The links in a browser's tree of folders, each with the names of the `folders` on the way to it. Both browsers have
 * `children`; what has an address is a link. The names of the roots and of the folders that stand in them from the beginning
 * (`isOwn`) tell nothing of what is in them.
 */
export function linksInTree(roots: readonly Json[], isOwn: (folder: Fields) => boolean): Found[] {
  const found: Found[] = []
  visit({ children: [...roots] }, [])
  return found

  /** As deep as `readJson` lets anything be. */
  function visit(node: Json, path: readonly string[]): void {
    const fields = fieldsOf(node)
    if (fields.value('url', 'uri') !== undefined)
      found.push({ where: `link ${found.length + 1}`, record: { ...objectOf(node), folders: [...path] } })
    const name = fields.text('title', 'name')
    const inner = name === null || isOwn(fields) ? path : [...path, name]
    const children = fields.value('children')
    if (Array.isArray(children)) for (const child of children) visit(child, inner)
  }
}
