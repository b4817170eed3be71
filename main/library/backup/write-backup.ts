import { randomBytes } from 'node:crypto'
import { open, readdir, readFile, realpath, rm, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import type { AppError, Result } from '../../../src/errors.ts'
import { fail, ok } from '../../../src/errors.ts'
import { ArticleId } from '../../../src/model/ids.ts'
import { errorCode, ignoreMissing, moveDurably } from '../files/durable.ts'
import { articleFile, type Layout, notesFileName } from '../files/layout.ts'
import { articleFileName, markerName, pictureName, readEntryName } from './entry-name.ts'
import { failureAt } from './failure.ts'
import { Counter, type Progress } from './progress.ts'
import { ZipWriter } from './zip-writer.ts'

export type BackupOptions = {
  layout: Layout
  /** Where the zip goes; what is there is replaced when the new one is complete. */
  path: string
  /** ISO date-time, which the entries are dated with. */
  now: string
  /** An article's notes as Markdown for people to read, each under a name of its own; null where there are none. */
  markdown: (id: ArticleId) => Promise<{ name: string; markdown: string } | null>
  onProgress: Progress
}

/**
 * Writes the library into one zip: articles, contents, sources, all devices' notes and settings, pictures, and the notes as
 * Markdown. What is derived, damaged, removed, or a copy of something else is left out. A failure leaves nothing behind and
 * an older backup as it was.
 */
export async function writeBackup(
  options: BackupOptions,
): Promise<Result<{ articles: number; bytes: number }>> {
  const { layout, path } = options
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(8).toString('hex')}.tmp`)
  try {
    const refusal = await refusalOf(layout.root, path)
    if (refusal !== null) return fail(refusal)
    const written = await writeZip(temporary, options)
    await moveDurably(temporary, path)
    return ok(written)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined) // what is told is why the backup failed
    const failure = failureAt(path, error)
    return fail('path' in failure && failure.path === temporary ? { ...failure, path } : failure)
  }
}

/** Why a backup can't go there; null when it can. Throws the system's error. */
async function refusalOf(root: string, path: string): Promise<AppError | null> {
  const folder = await realpath(dirname(path)).catch(nullIfMissing)
  if (folder === null) return refused(`there is no folder ${dirname(path)}`)
  const library = await realpath(root).catch(nullIfMissing)
  if (library === null) return { code: 'library-gone', path: root }
  if (isInside(library, folder))
    return refused(`${path} lies in the library; a backup belongs outside of what it is a backup of`)
  const target = await stat(path).catch(nullIfMissing)
  return target?.isDirectory() ? refused(`${path} is a folder; name a file in it`) : null
}

function refused(reason: string): AppError {
  return { code: 'bad-input', reason }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

async function writeZip(path: string, options: BackupOptions): Promise<{ articles: number; bytes: number }> {
  const file = await open(path, 'wx')
  try {
    const zip = new ZipWriter(file, new Date(options.now))
    const articles = await addAll(zip, options)
    const bytes = await zip.end()
    await file.sync()
    return { articles, bytes }
  } finally {
    await file.close()
  }
}

/** Always in the same order. Answers the number of articles. */
async function addAll(zip: ZipWriter, { layout, markdown, onProgress }: BackupOptions): Promise<number> {
  await zip.add(markerName, await readFile(layout.marker))
  for (const name of await namesIn(layout.root)) {
    const kind = readEntryName(name)?.kind
    if (kind === 'settings' || kind === 'feeds') await zip.add(name, await readFile(join(layout.root, name)))
  }
  const ids = (await namesIn(layout.articles)).flatMap((name) => ArticleId.safeParse(name).data ?? [])
  const counter = new Counter(ids.length, onProgress)
  let articles = 0
  for (const id of ids) {
    const files = await readFolder(layout.folder(id))
    for (const [name, bytes] of files) await zip.add(`articles/${id}/${name}`, bytes)
    const notes = [...files.keys()].some((name) => notesFileName.test(name)) ? await markdown(id) : null
    if (notes !== null) await zip.add(`notes/${notes.name}`, Buffer.from(notes.markdown))
    if (files.has(articleFile)) articles += 1
    counter.next()
  }
  for (const name of (await namesIn(layout.pictures)).filter((each) => pictureName.test(each)))
    await zip.add(`pictures/${name}`, await readFile(join(layout.pictures, name)))
  return articles
}

/** A folder that changes while it is read is read anew; after this many times its files are no longer there to be had. */
const maxTries = 5

/** An article's files, all as they were within one moment; none when it was removed meanwhile. */
async function readFolder(folder: string): Promise<Map<string, Buffer>> {
  for (let tries = 1; ; tries++) {
    try {
      const files = new Map<string, Buffer>()
      const names = (await namesIn(folder)).filter((name) => articleFileName.test(name))
      for (const name of names) files.set(name, await readFile(join(folder, name)))
      return files
    } catch (error) {
      if (errorCode(error) !== 'ENOENT' || tries === maxTries) throw error
    }
  }
}

/** Of plain files and folders, in the order of their characters; none where there is no such folder. */
async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    ignoreMissing(error)
    return []
  })
  return entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

function nullIfMissing(error: unknown): null {
  if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'ENOTDIR') throw error
  return null
}
