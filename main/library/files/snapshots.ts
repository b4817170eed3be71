import { opendir, readdir, readFile, rm, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import type { ArticleId } from '../../../src/model/ids.ts'
import { errorCode, ignoreMissing, makeFolder, temporaryName, writeDurably } from './durable.ts'

/** A copy of a file of notes, settings or feeds, byte for byte as it stood at some time. */
export type SnapshotFile = {
  /** `notes.<device>.20261005T091200123Z.json` */
  name: string
  /** The name of the file it is a copy of. */
  of: string
  /** ISO date-time. */
  takenAt: string
  path: string
}

export type SnapshotsOptions = {
  /** The library's folder. */
  root: string
  /** ISO date-time of now. */
  clock: () => string
  /** Told when a copy could not be made; the file itself is saved and well, unless the reason says otherwise. */
  failed: (path: string, error: unknown) => void
}

const intervalMs = 5 * 60_000

/** The folder of what belongs to no article. */
const librarys = 'library'

/** How many files may wait for their time to be copied; when a program edits more of them at once, the rest do not wait. */
const maxWaiting = 1000

/**
 * Copies of the files that the reader's words are in, `snapshots/<articleId>/notes.<device>.<time>.json`, and in
 * `snapshots/library/` those of `settings` and `feeds`. What is kept in memory does not grow with the library.
 */
export class Snapshots {
  private readonly waiting = new Map<string, NodeJS.Timeout>()
  private last: Promise<void> = Promise.resolve()

  constructor(private readonly options: SnapshotsOptions) {}

  /**
   * To be told after each durable write of such a file. It is copied at once where its newest copy is older
   * than five minutes, else when they have passed. Answers before anything is done, and never throws.
   */
  changed(path: string): void {
    if (!this.waiting.has(path)) this.enqueue(path, () => this.copyWhenDue(path))
  }

  /** The copies of one file, newest first. */
  async list(path: string): Promise<SnapshotFile[]> {
    const all = await readCopies(this.folderFor(path))
    return all.filter((copy) => copy.of === basename(path))
  }

  /** The copies of all notes files of an article, newest first. */
  async listArticle(id: ArticleId): Promise<SnapshotFile[]> {
    return readCopies(join(this.folder, id))
  }

  /** The copies of all files of the library itself, newest first. */
  async listLibrary(): Promise<SnapshotFile[]> {
    return readCopies(join(this.folder, librarys))
  }

  /** The copies of one file and their bytes, newest first, each read when it is asked for: recovery takes the first that parses. */
  async *copiesOf(path: string): AsyncGenerator<SnapshotFile & { bytes: Buffer }> {
    for (const copy of await this.list(path)) {
      const bytes = await readIfThere(copy.path)
      if (bytes !== null) yield { ...copy, bytes }
    }
  }

  /** Where a copy made now would lie; its folder is there. Throws the system's error. */
  async newPath(path: string): Promise<string> {
    const folder = this.folderFor(path)
    await makeFolder(folder, this.options.root)
    return join(folder, copyName(path, this.options.clock()))
  }

  /** Copies at once what waits to be copied, and answers when it is on the disk. For the closing of the library. */
  async flush(): Promise<void> {
    await this.last // what is in it may come to wait
    for (const [path, timer] of this.waiting) {
      clearTimeout(timer)
      this.enqueue(path, () => this.copy(path))
    }
    this.waiting.clear()
    await this.last
  }

  /**
   * Removes the copies that `kept` does not name, a folder at a time, and what a crash left half-written. Throws the
   * system's error. It goes on until `signal` says otherwise: 50,000 folders are looked at without a list of them.
   */
  async thin(now: string, signal: AbortSignal): Promise<void> {
    const folders = await opendir(this.folder).catch(ignoreMissing)
    if (!folders) return
    for await (const entry of folders) {
      if (signal.aborted) return
      if (entry.isDirectory()) await thinFolder(join(this.folder, entry.name), now)
    }
  }

  /** Removes all copies of an article's files, when the article itself is gone for good. */
  async forget(id: ArticleId): Promise<void> {
    await rm(join(this.folder, id), { recursive: true, force: true })
  }

  private get folder(): string {
    return join(this.options.root, 'snapshots')
  }

  private folderFor(path: string): string {
    const parent = dirname(path)
    const isLibrarys = relative(this.options.root, parent) === ''
    return join(this.folder, isLibrarys ? librarys : basename(parent))
  }

  /** One after the other, so that copies take as little as can be from the saving of notes. */
  private enqueue(path: string, step: () => Promise<void>): void {
    this.last = this.last.then(step).catch((error: unknown) => this.options.failed(path, error))
  }

  private async copyWhenDue(path: string): Promise<void> {
    if (this.waiting.has(path)) return
    const now = this.options.clock()
    // A copy from the future was made while the clock was wrong, and must not keep this one waiting for that time.
    const newest = (await this.list(path)).find((copy) => copy.takenAt <= now)
    const waitMs = newest === undefined ? 0 : intervalMs - msBetween(newest.takenAt, now)
    if (waitMs <= 0 || this.waiting.size >= maxWaiting) return this.copy(path)
    const timer = setTimeout(() => {
      this.waiting.delete(path)
      this.enqueue(path, () => this.copy(path))
    }, waitMs)
    this.waiting.set(path, timer.unref())
  }

  private async copy(path: string): Promise<void> {
    const bytes = await readIfThere(path)
    if (bytes === null) return // its article was removed meanwhile
    JSON.parse(bytes.toString()) // a file that went bad must not take the place of its good copies
    const [newest, second] = await this.list(path)
    if (newest !== undefined && (await readIfThere(newest.path))?.equals(bytes) === true) return
    const folder = this.folderFor(path)
    await makeFolder(folder, this.options.root)
    await writeDurably(join(folder, copyName(path, this.options.clock())), bytes)
    // A close copies before its time: a hundred commands in five minutes leave their first state and their last.
    const isTooClose = newest && second && msBetween(second.takenAt, newest.takenAt) < intervalMs
    if (isTooClose) await unlink(newest.path)
  }
}

const dayMs = 24 * 60 * 60_000

/**
 * Which of a file's copies stay: those of the last 7 days, then the last of each day (UTC) up to 30 days, and the newest
 * however old. Those from after `now`, made while the clock was wrong, stay until they are old.
 */
export function kept(times: readonly string[], now: string): Set<string> {
  const weekAgo = daysBefore(now, 7)
  const monthAgo = daysBefore(now, 30)
  const past = times.filter((time) => time <= now).sort()
  const lastOfDay = new Map(past.map((time) => [time.slice(0, 'YYYY-MM-DD'.length), time]))
  return new Set([
    ...times.filter((time) => time >= weekAgo),
    ...[...lastOfDay.values()].filter((time) => time >= monthAgo),
    ...past.slice(-1),
  ])
}

async function thinFolder(folder: string, now: string): Promise<void> {
  const copies = await readCopies(folder)
  for (const of of new Set(copies.map((copy) => copy.of))) {
    const ofOneFile = copies.filter((copy) => copy.of === of)
    const times = ofOneFile.map((copy) => copy.takenAt)
    const staying = kept(times, now)
    const leaving = ofOneFile.filter((copy) => !staying.has(copy.takenAt))
    for (const copy of leaving) await unlink(copy.path).catch(ignoreMissing)
  }
  for (const name of await readdir(folder)) {
    if (temporaryName.test(name)) await removeLeftOver(join(folder, name), now)
  }
}

/** What is younger may be in the middle of being written, here or by a synchroniser. */
async function removeLeftOver(path: string, now: string): Promise<void> {
  const found = await stat(path).catch(ignoreMissing)
  if (found && Date.parse(now) - found.mtimeMs > dayMs) await unlink(path).catch(ignoreMissing)
}

/** Of all files, newest first. A folder that is not there has none. */
async function readCopies(folder: string): Promise<SnapshotFile[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    ignoreMissing(error)
    return []
  })
  const copies = names.flatMap((name) => toCopy(folder, name) ?? [])
  return copies.sort((a, b) => (a.takenAt > b.takenAt ? -1 : a.takenAt < b.takenAt ? 1 : 0))
}

const copyNamePattern =
  /^((?:notes|settings|feeds)\..+)\.(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.json$/

function toCopy(folder: string, name: string): SnapshotFile | null {
  const [, of, year, month, day, hour, minute, second, ms] = copyNamePattern.exec(name) ?? []
  if (of === undefined) return null
  const takenAt = `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`
  return { name, of: `${of}.json`, takenAt, path: join(folder, name) }
}

/** The time without what Windows does not allow in names. */
function copyName(path: string, takenAt: string): string {
  return `${basename(path, '.json')}.${takenAt.replace(/[-:.]/g, '')}.json`
}

async function readIfThere(path: string): Promise<Buffer | null> {
  return readFile(path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  })
}

function msBetween(earlier: string, later: string): number {
  return Date.parse(later) - Date.parse(earlier)
}

function daysBefore(time: string, days: number): string {
  return new Date(Date.parse(time) - days * dayMs).toISOString()
}
