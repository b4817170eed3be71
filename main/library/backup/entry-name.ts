import { ArticleId, DeviceId } from '../../../src/model/ids.ts'

/** What an entry of a backup is. The names are those of the library's folder (`Layout`), and no others. */
export type EntryName =
  | { kind: 'marker' }
  | { kind: 'settings'; device: DeviceId }
  | { kind: 'feeds'; device: DeviceId }
  | { kind: 'article'; id: ArticleId; file: string }
  | { kind: 'picture'; file: string; sha256: string }
  /** The notes once more, for people to read; not restored from. */
  | { kind: 'markdown' }

export const markerName = 'lectern.json'
export const settingsName = /^settings\.([^.]+)\.json$/
const feedsName = /^feeds\.([^.]+)\.json$/
export const pictureName = /^([0-9a-f]{64})\.[a-z0-9]{1,8}$/

/**
 * The files of an article's folder, a synchroniser's conflict copies of notes included. 200 characters leave room for the
 * names that temporary files get; the characters left out are those that Windows does not allow.
 */
export const articleFileName =
  /^(article\.json|version-\d{1,6}\.[0-9a-z]{12}\.json|content-\d{1,6}(\.[0-9a-z]{12})?\.json|source-\d{1,6}(\.[0-9a-z]{12})?\.[a-z0-9]{1,8}|pictures\.[0-9a-z]{12}\.json|notes\.[^/\\:*?"<>|\p{Cc}]{1,200}\.json)$/u

/** Null for a name that no file of a library has. */
export function readEntryName(name: string): EntryName | null {
  if (name === markerName) return { kind: 'marker' }
  const [folder, second, third, ...rest] = name.split('/')
  if (second === undefined) return readSettings(name) ?? readFeeds(name)
  if (folder === 'articles' && third !== undefined && rest.length === 0) return readArticleFile(second, third)
  if (third !== undefined) return null
  if (folder === 'pictures') return readPicture(second)
  return folder === 'notes' && second.endsWith('.md') ? { kind: 'markdown' } : null
}

function readSettings(name: string): EntryName | null {
  const device = DeviceId.safeParse(settingsName.exec(name)?.[1])
  return device.success ? { kind: 'settings', device: device.data } : null
}

function readFeeds(name: string): EntryName | null {
  const device = DeviceId.safeParse(feedsName.exec(name)?.[1])
  return device.success ? { kind: 'feeds', device: device.data } : null
}

function readArticleFile(folder: string, file: string): EntryName | null {
  const id = ArticleId.safeParse(folder)
  return id.success && articleFileName.test(file) ? { kind: 'article', id: id.data, file } : null
}

function readPicture(file: string): EntryName | null {
  const sha256 = pictureName.exec(file)?.[1]
  return sha256 === undefined ? null : { kind: 'picture', file, sha256 }
}
