import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ArticleSummary } from '../../src/contract.ts'
import { fail, type Result } from '../../src/errors.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import { fileError } from '../library/keeper.ts'
import { asVersionOf } from './as-version.ts'
import type { Loading } from './load-page.ts'

/** Reads the newest version's source once more with another reader, and adds what comes of it as a version. */
export async function rereadArticle(
  id: ArticleId,
  importer: string,
  { into: { library, pictures }, desk }: Loading,
): Promise<Result<ArticleSummary>> {
  const shelf = await library.shelf(id)
  if (!shelf.ok) return shelf
  const { newest, folder, article } = shelf.value
  const path = join(folder, newest.file)
  const bytes = await readFile(path).catch((error: unknown) => fileError(path, error))
  if ('code' in bytes) return fail(bytes)
  const { url, origin } = article.source
  const name = basename(path)
  const source = {
    name,
    bytes: new Uint8Array(bytes),
    modified: newest.addedAt,
    now: library.options.clock(),
  }
  const contentType = `text/html; charset=${newest.encoding}`
  const read = await desk.reread({ ...source, ...(url !== null && { web: { url, contentType } }) }, importer)
  if (!read.ok) return read
  await pictures.keep(read.value.pictures)
  return library.addVersion(id, { draft: asVersionOf(article, read.value.draft), facts: {}, source, origin })
}
