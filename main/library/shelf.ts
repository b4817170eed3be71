import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArticleSummary } from '../../src/contract.ts'
import { mergeNotes, type MergedNotes } from '../../src/merge/notes.ts'
import { Article, type Draft, type Facts } from '../../src/model/article.ts'
import { Content } from '../../src/model/content.ts'
import type { ArticleId, DeviceId } from '../../src/model/ids.ts'
import { NotesFile, unread } from '../../src/model/note.ts'
import { moveDurably, syncFolder, writeNew } from './files/durable.ts'
import { DamagedFile, JsonFile } from './files/json-file.ts'
import { articleFile, contentFile, notesFile, notesFileName, type Layout } from './files/layout.ts'
import { Keeper } from './keeper.ts'
import { type Change, revise } from './revise.ts'

/** One article's folder: its facts, its notes on this device, and what other devices left beside them. */
export type Shelf = {
  folder: string
  article: Keeper<Article>
  own: Keeper<NotesFile>
  others: NotesFile[]
}

/** Opens an article's folder. Throws what `JsonFile.read` throws. */
export async function openShelf(folder: string, id: ArticleId, device: DeviceId): Promise<Shelf> {
  const path = join(folder, articleFile)
  const read = await new JsonFile<Article | null>(path, Article).read()
  if (read === null) throw new DamagedFile(path, 'it is missing')
  const names = (await readdir(folder)).filter(
    (name) => notesFileName.test(name) && name !== notesFile(device),
  )
  const others = names.map((name) => new JsonFile<NotesFile>(join(folder, name), NotesFile).read())
  return {
    folder,
    article: await Keeper.open(new JsonFile<Article>(path, Article), read),
    own: await Keeper.open(
      new JsonFile<NotesFile>(join(folder, notesFile(device)), NotesFile),
      noNotes(id, device),
    ),
    others: (await Promise.all(others)).filter((file) => file !== null),
  }
}

function noNotes(articleId: ArticleId, device: DeviceId): NotesFile {
  return { format: 1, articleId, device, notes: [], removed: [], reading: unread }
}

export function notesOf(shelf: Shelf): MergedNotes {
  return mergeNotes(shelf.own.value, shelf.others)
}

/** The newest version's text. Throws what `JsonFile.read` throws. */
export async function readContent(shelf: Shelf): Promise<Content> {
  const path = join(shelf.folder, contentFile(newestVersion(shelf.article.value)))
  const content = await new JsonFile<Content>(path, Content).read()
  if (content === null) throw new DamagedFile(path, 'it is missing')
  return content
}

export function newestVersion(article: Article): number {
  return Math.max(...article.versions.map((version) => version.number))
}

/** What is written of a story when it comes in. */
export type NewArticle = {
  id: ArticleId
  draft: Draft
  /** What the reader corrected in the preview. */
  facts: Change<Facts>
  source: { name: string; url: string | null; bytes: Uint8Array; sha256: string }
  addedAt: string
}

/**
 * Writes a new article's folder: all files into a folder of their own, which gets its name when they are on the disk.
 * Throws the system's error and leaves nothing behind.
 */
export async function writeArticle(layout: Layout, added: NewArticle): Promise<void> {
  const folder = layout.adding(added.id)
  const article = toArticle(added)
  try {
    await mkdir(folder, { recursive: true })
    await writeNew(join(folder, articleFile), JSON.stringify(article, null, 1) + '\n')
    await writeNew(join(folder, contentFile(1)), JSON.stringify(added.draft.content, null, 1) + '\n')
    await writeNew(join(folder, sourceFile(added.source.name)), added.source.bytes)
    await syncFolder(folder)
    await moveDurably(folder, layout.folder(added.id))
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

function toArticle({ id, draft, facts, source, addedAt }: NewArticle): Article {
  const version = {
    number: 1,
    addedAt,
    file: sourceFile(source.name),
    encoding: draft.encoding,
    sha256: source.sha256,
    words: draft.words,
  }
  return Article.parse({
    format: 1,
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
function sourceFile(name: string): string {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase()
  return `source-1.${extension ?? 'txt'}`
}

/** The article's row in the list. */
export function summarize(shelf: Shelf): ArticleSummary {
  const article = shelf.article.value
  const { notes, reading } = notesOf(shelf)
  const { id, title, byline, agency, place, published, language, direction, addedAt, excerpt, tags } = article
  const words = article.versions.find((version) => version.number === newestVersion(article))?.words ?? 0
  const source = article.source.url ?? article.source.name
  const facts = { id, title, byline, agency, place, published, language, direction, addedAt, excerpt, tags }
  return { ...facts, words, source, notes: notes.length, reading }
}
