import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Article, type Draft, type Facts, type Version, VersionFile } from '../../src/model/article.ts'
import { currentFormat } from '../../src/model/format.ts'
import type { ArticleId, DeviceId } from '../../src/model/ids.ts'
import { sketchOf } from '../../src/versions/sketch.ts'
import { moveDurably, syncFolder, writeNew } from './files/durable.ts'
import { toBytes } from './files/json-file.ts'
import { articleFile, type EditionFiles, firstFiles, laterFiles, type Layout } from './files/layout.ts'
import { type Change, revise } from './revise.ts'

/** What comes in of a story. */
export type Incoming = {
  draft: Draft
  /** What the reader corrected in the preview. */
  facts: Change<Facts>
  source: { name: string; bytes: Uint8Array }
  addedAt: string
}

/** The files of a new article's folder. */
export function filesOf(id: ArticleId, incoming: Incoming): Map<string, Uint8Array> {
  const names = firstFiles(extensionOf(incoming.source.name))
  return new Map<string, Uint8Array>([
    [articleFile, toBytes(toArticle(id, incoming, versionOf(incoming, names, 1)))],
    [names.content, toBytes(incoming.draft.content)],
    [names.source, incoming.source.bytes],
  ])
}

/** The files of an edition that came in later. The one that makes the others an edition comes last. */
export function laterFilesOf(
  { articleId, device, number }: { articleId: ArticleId; device: DeviceId; number: number },
  incoming: Incoming,
): Map<string, Uint8Array> {
  const names = laterFiles(number, device, extensionOf(incoming.source.name))
  const version = versionOf(incoming, names, number)
  const file = VersionFile.parse({
    format: currentFormat,
    articleId,
    device,
    ...editionOf(incoming),
    version,
  })
  return new Map<string, Uint8Array>([
    [names.source, incoming.source.bytes],
    [names.content, toBytes(incoming.draft.content)],
    [names.version, toBytes(file)],
  ])
}

/**
 * Writes an article's folder: all files into a folder of their own, which gets its name when they are on the disk. Throws
 * the system's error and leaves nothing behind.
 */
export async function writeFolder(
  layout: Layout,
  id: ArticleId,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const folder = layout.adding(id)
  try {
    await mkdir(folder) // not its parents: a library that is gone is not begun anew
    for (const [name, bytes] of files) await writeNew(join(folder, name), bytes)
    await syncFolder(folder)
    await moveDurably(folder, layout.folder(id))
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

export function toArticle(id: ArticleId, incoming: Incoming, version: Version): Article {
  const { addedAt } = incoming
  return Article.parse({
    format: currentFormat,
    id,
    ...editionOf(incoming),
    addedAt,
    updatedAt: addedAt,
    versions: [version],
  })
}

export function versionOf(
  { draft, source, addedAt }: Incoming,
  { content, source: file }: EditionFiles,
  number: number,
): Version {
  const { encoding, words } = draft
  const sha256 = createHash('sha256').update(source.bytes).digest('hex')
  return { number, addedAt, content, file, encoding, sha256, words, sketch: sketchOf(draft.content) }
}

function editionOf({ draft, facts, source }: Incoming) {
  const { direction, excerpt, url } = draft
  return { ...revise(draft.facts, facts), source: { name: source.name, url }, direction, excerpt }
}

/** The original keeps its extension, if that is a plain one, so that the system knows what opens it. */
function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? 'txt'
}
