import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Article, type Draft, type Facts } from '../../src/model/article.ts'
import { currentFormat } from '../../src/model/format.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import { moveDurably, syncFolder, writeNew } from './files/durable.ts'
import { toBytes } from './files/json-file.ts'
import { articleFile, contentFile, type Layout, sourceFile } from './files/layout.ts'
import { type Change, revise } from './revise.ts'

/** What is written of a story when it comes in. */
export type NewArticle = {
  id: ArticleId
  draft: Draft
  /** What the reader corrected in the preview. */
  facts: Change<Facts>
  source: { name: string; url: string | null; bytes: Uint8Array; sha256: string }
  addedAt: string
}

/** The files of a new article's folder. */
export function filesOf(added: NewArticle): Map<string, Uint8Array> {
  return new Map<string, Uint8Array>([
    [articleFile, toBytes(toArticle(added))],
    [contentFile(1), toBytes(added.draft.content)],
    [sourceFile(1, extensionOf(added.source.name)), added.source.bytes],
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

function toArticle({ id, draft, facts, source, addedAt }: NewArticle): Article {
  const version = {
    number: 1,
    addedAt,
    file: sourceFile(1, extensionOf(source.name)),
    encoding: draft.encoding,
    sha256: source.sha256,
    words: draft.words,
  }
  return Article.parse({
    format: currentFormat,
    id,
    ...revise(draft.facts, facts),
    source: { name: source.name, url: source.url },
    addedAt,
    updatedAt: addedAt,
    direction: draft.direction,
    excerpt: draft.excerpt,
    versions: [version],
  })
}

/** The original keeps its extension, if that is a plain one, so that the system knows what opens it. */
function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? 'txt'
}
