import type { LibraryEvent } from '../../src/contract.ts'
import type { Result } from '../../src/errors.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import { call } from '../call.ts'
import { otherReaderOf } from './import-rereading.ts'
import { canWrite } from './library-actions.ts'
import { problem, tell } from './messages.ts'
import type { State } from './state.ts'
import { getState, setState } from './store.ts'
import { isNewest, reloadVersions } from './version-actions.ts'

type Asked = 'article.load' | 'article.reread' | 'article.keepPictures'

/** What `State.asked` holds while this is under way. */
export function askedFor(method: Asked, id: ArticleId): string {
  return `${method} ${id}`
}

/** Loads the page of an article of which only the address was saved. */
export async function loadPage(id: ArticleId): Promise<void> {
  const result = await asking('article.load', id, () => call('article.load', { id }))
  if (result?.ok === true) await reloadVersions(id)
}

/** Reads the open article's page, as it was kept, with the other reader; what comes of it is a new version. */
export async function rereadPage(): Promise<void> {
  const { open } = getState()
  const importer = otherReaderOf(open?.article.versions.at(-1)?.importer ?? '')
  if (open === null || importer === null) return
  const { id } = open.article
  const result = await asking('article.reread', id, () => call('article.reread', { id, importer }))
  if (result?.ok === true) await reloadVersions(id)
}

/** Loads the pictures of an article from the net and keeps them with it. */
export async function keepPictures(id: ArticleId): Promise<void> {
  const result = await asking('article.keepPictures', id, () => call('article.keepPictures', { id }))
  if (result?.ok !== true) return
  const { pictures, failed } = result.value
  putPictures({ id, pictures })
  const [error] = failed
  if (failed.length === 1 && error !== undefined) return problem(error)
  if (failed.length > 1) return tell(`${failed.length} pictures could not be loaded`)
  tell('The pictures are kept with the article')
}

/** The open article shows the pictures that are kept now. */
export function putPictures({
  id,
  pictures,
}: Pick<Extract<LibraryEvent, { kind: 'pictures-kept' }>, 'id' | 'pictures'>): void {
  const { open } = getState()
  if (open?.article.id === id) setState({ open: { ...open, pictures: { ...open.pictures, ...pictures } } })
}

/** Whether the open article has pictures that are not kept. */
export function lacksPictures({ open }: Pick<State, 'open'>): boolean {
  return open !== null && isNewest(open) && firstMissingPicture(open) !== null
}

/** The number of the first block that is a picture which is not kept; null where none is. */
export function firstMissingPicture({
  content,
  pictures,
}: Pick<NonNullable<State['open']>, 'content' | 'pictures'>): number | null {
  const index = content.blocks.findIndex(
    (block) =>
      block.kind === 'figure' &&
      block.file === null &&
      block.url !== null &&
      !Object.hasOwn(pictures, block.url),
  )
  return index < 0 ? null : index
}

/** Whether the open article is a page that another reader can read again. */
export function canReread({ open }: Pick<State, 'open'>): boolean {
  return otherReaderOf(open?.article.versions.at(-1)?.importer ?? '') !== null
}

/** Whether of the open article only the address was saved, and that leads to the net. */
export function isOnlyAddress({ open }: Pick<State, 'open'>): boolean {
  return (
    open !== null && open.article.source.url !== null && open.article.versions.at(-1)?.isOnlyLink === true
  )
}

/** Asks for something once at a time, and tells of its failure; null where it is being asked for already. */
async function asking<T>(
  method: Asked,
  id: ArticleId,
  ask: () => Promise<Result<T>>,
): Promise<Result<T> | null> {
  const name = askedFor(method, id)
  if (getState().asked.has(name) || !canWrite()) return null
  setState({ asked: new Set([...getState().asked, name]) })
  const result = await ask()
  setState({ asked: new Set([...getState().asked].filter((other) => other !== name)) })
  if (!result.ok) problem(result.error)
  return result
}
