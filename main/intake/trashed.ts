import { join } from 'node:path'
import { Article } from '../../src/model/article.ts'
import { addressTrace, originTrace } from '../../src/versions/traces.ts'
import type { ItemLine } from '../import/worker.ts'
import { JsonFile } from '../library/files/json-file.ts'
import { articleFile } from '../library/files/layout.ts'
import { readable } from '../library/files/notes-files.ts'
import { namesIn } from '../library/folder.ts'
import type { Library } from '../library/library.ts'

/** Tells whether an item's article lies in the trash. */
export type Trashed = (importer: string, item: Pick<ItemLine, 'key' | 'url'>) => boolean

/** Looks through the trash for what articles are known again by: the record they came in as, and their address. */
export async function trashedIn({ layout }: Pick<Library, 'layout'>): Promise<Trashed> {
  const traces = new Set<string>()
  for (const name of await namesIn(layout.trash)) {
    const file = new JsonFile(join(layout.trash, name, articleFile), 'article', Article)
    const { origin = null, url = null } = (await readable(file))?.source ?? {}
    if (origin !== null) traces.add(originTrace(origin))
    if (url !== null) traces.add(addressTrace(url))
  }
  return (importer, { key, url }) =>
    traces.has(originTrace({ importer, key })) || (url !== null && traces.has(addressTrace(url)))
}
