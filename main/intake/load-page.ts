import type { ArticleSummary } from '../../src/contract.ts'
import { fail, ok, type AppError, type Result } from '../../src/errors.ts'
import type { Picture } from '../../src/importers/entry.ts'
import { pictureOf } from '../../src/importers/picture-of.ts'
import type { Content } from '../../src/model/content.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import type { ImportDesk } from '../import/import-desk.ts'
import type { KeptPictures } from '../library/pictures.ts'
import { summarize } from '../library/shelf.ts'
import { fetchAddress, type FetchOptions } from '../web/fetch-address.ts'
import { asVersionOf } from './as-version.ts'
import { loadSource } from './load-source.ts'
import type { Into } from './take-in.ts'

/** What loads pages into articles. */
export type Loading = { into: Into; desk: Pick<ImportDesk, 'reread'>; signal?: AbortSignal }

/** Loads the page of an article's address, and adds it as the newest version where it reads otherwise. */
export async function loadPage(
  id: ArticleId,
  { into, desk, signal }: Loading,
): Promise<Result<ArticleSummary>> {
  const { library, pictures } = into
  const shelf = await library.shelf(id)
  if (!shelf.ok) return shelf
  const url = shelf.value.article.source.url
  if (url === null) return fail({ code: 'address-missing', id })
  const source = await loadSource(url, library.options.clock(), signal === undefined ? {} : { signal })
  if (!source.ok) return source
  const read = await desk.reread(source.value)
  if (!read.ok) return read
  const { draft, pictures: inside } = read.value
  await pictures.keep(inside)
  const added = await library.addVersion(id, {
    draft: asVersionOf(shelf.value.article, draft),
    facts: {},
    source: source.value,
    origin: shelf.value.article.source.origin,
  })
  if (!added.ok && added.error.code === 'version-same') return ok(summarize(shelf.value))
  return added
}

/** Loaded at once: as many as a browser asks one server for. */
const atOnce = 6
/** More than an article of the web shows; what would load more than these is a list of pictures. */
const mostPictures = 200

/** Loads the pictures of an article's newest version that are not kept yet; answers all that are, and why others are not. */
export async function loadPictures(
  id: ArticleId,
  { into: { library, notes, pictures }, signal }: Omit<Loading, 'desk'>,
): Promise<Result<{ pictures: KeptPictures; failed: AppError[] }>> {
  const page = await notes.page(id)
  if (!page.ok) return page
  const { shelf, content } = page.value
  const kept = await pictures.of(shelf)
  const wanted = addressesIn(content).filter((url) => !Object.hasOwn(kept, url))
  const options = { from: shelf.article.source.url, ...(signal !== undefined && { signal }) }
  const loaded = new Map<string, Picture>()
  const failed: AppError[] = []
  const queue = wanted.slice(0, mostPictures)
  const next = async (): Promise<void> => {
    for (let url = queue.shift(); url !== undefined && signal?.aborted !== true; url = queue.shift()) {
      const picture = await loadPicture(url, options)
      if (picture.ok) loaded.set(url, picture.value)
      else failed.push(picture.error)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, next))
  if (loaded.size === 0) return ok({ pictures: kept, failed })
  const added = await pictures.add(shelf, loaded)
  await library.take(id)
  return added.ok ? ok({ pictures: added.value, failed }) : added
}

function addressesIn({ blocks }: Content): string[] {
  const urls = blocks.flatMap((block) => (block.kind === 'figure' && block.url !== null ? block.url : []))
  return [...new Set(urls)]
}

async function loadPicture(url: string, options: FetchOptions): Promise<Result<Picture>> {
  const fetched = await fetchAddress(url, { ...options, accept: 'image/*' })
  if (!fetched.ok) return fetched
  if (fetched.value === 'unchanged') throw new Error('nothing was said that it could be unchanged from')
  const { bytes, contentType } = fetched.value
  const picture = pictureOf(bytes)
  return picture === null
    ? fail({ code: 'address-type', url, type: contentType ?? 'of no kind' })
    : ok(picture)
}
