import { readdir, rm, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { TrashedArticle } from '../../src/contract.ts'
import { mergeNotes } from '../../src/merge/notes.ts'
import { Article, IsoTime } from '../../src/model/article.ts'
import { currentFormat, Format } from '../../src/model/format.ts'
import { ArticleId } from '../../src/model/ids.ts'
import { errorCode, ignoreMissing, makeFolder, moveDurably, syncFolder } from './files/durable.ts'
import { JsonFile } from './files/json-file.ts'
import { namesIn } from './folder.ts'
import { articleFile, type Layout, removedFile } from './files/layout.ts'
import { readable, readNotesFiles } from './files/notes-files.ts'

/** `trash/<id>/removed.json` */
export const Removed = z.object({ format: Format, removedAt: IsoTime })

/** How long what was removed can be brought back. */
const keptDays = 30
const dayMs = 24 * 60 * 60_000

/** What is older than this is removed for good. */
export function purgeBefore(now: string): string {
  return new Date(Date.parse(now) - keptDays * dayMs).toISOString()
}

/** Removed articles: their folders, whole, in `trash/`. */
export class Trash {
  constructor(
    private readonly layout: Layout,
    /** ISO date-time of now. */
    private readonly clock: () => string,
  ) {}

  /** Moves an article's folder into the trash. Throws the system's error. */
  async put(id: ArticleId): Promise<void> {
    const folder = this.layout.folder(id)
    const target = this.layout.trashed(id)
    // A try before this one moved it, and could not say so for sure.
    if (!(await isThere(folder)) && (await this.has(id))) return syncFolder(this.layout.trash)
    await makeFolder(this.layout.trash, this.layout.root)
    await this.makeRoom(target)
    await new JsonFile(join(folder, removedFile), 'local', Removed).write({
      format: currentFormat,
      removedAt: this.clock(),
    })
    await moveDurably(folder, target)
  }

  /** Moves it back. What has come into being in its place meanwhile, as another machine's notes, stays. Throws the system's error. */
  async takeBack(id: ArticleId): Promise<void> {
    const folder = this.layout.folder(id)
    const trashed = this.layout.trashed(id)
    if (await isThere(folder)) await this.moveInto(trashed, folder)
    else await moveDurably(trashed, folder)
    await unlink(join(folder, removedFile)).catch(ignoreMissing)
    await syncFolder(folder)
  }

  /** Whether an article can be brought back. */
  async has(id: ArticleId): Promise<boolean> {
    return isThere(join(this.layout.trashed(id), articleFile))
  }

  /** What can be brought back, newest first. */
  async list(): Promise<TrashedArticle[]> {
    const found: TrashedArticle[] = []
    for (const name of await namesIn(this.layout.trash)) {
      const id = ArticleId.safeParse(name)
      const article = id.success ? await this.readArticle(id.data) : null
      if (article !== null) found.push(article)
    }
    return found.sort((a, b) => (a.removedAt < b.removedAt ? 1 : -1))
  }

  /** Removes for good what was put here before a time. Throws the system's error. */
  async purge(before: string): Promise<ArticleId[]> {
    const purged: ArticleId[] = []
    for (const name of await namesIn(this.layout.trash)) {
      if ((await this.removedAt(join(this.layout.trash, name))) >= before) continue
      await rm(join(this.layout.trash, name), { recursive: true, force: true })
      const id = ArticleId.safeParse(name)
      if (id.success) purged.push(id.data)
    }
    return purged
  }

  private async readArticle(id: ArticleId): Promise<TrashedArticle | null> {
    const folder = this.layout.trashed(id)
    const article = await readable(new JsonFile(join(folder, articleFile), 'article', Article))
    if (article === null) return null
    const { notes } = mergeNotes(await readNotesFiles(folder))
    const { title, source } = article
    return {
      id,
      title,
      source: source.url ?? source.name,
      notes: notes.length,
      removedAt: await this.removedAt(folder),
    }
  }

  /** From its own file; else, as Lectern 0.1 wrote none, when the folder got its name. */
  private async removedAt(folder: string): Promise<string> {
    const removed = await readable(new JsonFile(join(folder, removedFile), 'local', Removed))
    return removed?.removedAt ?? (await stat(folder)).ctime.toISOString()
  }

  /** Another folder of this name, from a removal before, keeps its place in the trash under another one. */
  private async makeRoom(target: string): Promise<void> {
    if (await isThere(target)) await moveDurably(target, `${target}.${this.clock().replace(/[-:.]/g, '')}`)
  }

  private async moveInto(from: string, to: string): Promise<void> {
    const present = await readdir(to)
    for (const name of await readdir(from)) {
      if (!present.includes(name)) await moveDurably(join(from, name), join(to, name))
    }
    await this.makeRoom(from)
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => {
      if (errorCode(error) === 'ENOENT') return false
      throw error
    },
  )
}
