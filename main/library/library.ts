import { createHash, randomBytes } from 'node:crypto'
import { access, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ArticleSummary, LibraryEvent } from '../../src/contract.ts'
import type { AppError, Result } from '../../src/errors.ts'
import { fail, ok } from '../../src/errors.ts'
import type { Article, Draft, Facts } from '../../src/model/article.ts'
import { ArticleId, type DeviceId, idFromBytes } from '../../src/model/ids.ts'
import { defaultSettings, Settings } from '../../src/model/settings.ts'
import { fileNames } from '../../src/exporters/file-name.ts'
import { ignoreMissing, moveDurably, temporaryName } from './files/durable.ts'
import { JsonFile } from './files/json-file.ts'
import { addingPrefix, Layout } from './files/layout.ts'
import { fileError, Keeper } from './keeper.ts'
import { type Change, revise } from './revise.ts'
import { openShelf, type Shelf, summarize, writeArticle } from './shelf.ts'

/** `lectern.json` */
const Marker = z.object({ format: z.literal(1), id: z.string() })

export type LibraryOptions = {
  root: string
  device: DeviceId
  /** ISO date-time of now. */
  clock: () => string
  publish: (event: LibraryEvent) => void
}

/** What is younger may be another machine's, being written there and brought here by a synchroniser. */
const leftOverMs = 60 * 60 * 1000

/** How many article folders are opened at the same time: enough to keep a disk busy, few enough for its handles. */
const openAtOnce = 32

/** The articles of one library folder and the settings of this device. What is written is on the disk when answered. */
export class Library {
  private readonly shelves = new Map<ArticleId, Shelf>()
  /** Articles that could not be opened; they are left as they are. */
  readonly problems: AppError[] = []

  private constructor(
    readonly options: LibraryOptions,
    readonly layout: Layout,
    readonly settings: Keeper<Settings>,
  ) {}

  /**
   * Opens a library to read it; a folder that is not there reads as an empty library. Answers `library-newer` for a
   * folder of a later Lectern and `library-damaged` for one that is something else.
   */
  static async open(options: LibraryOptions): Promise<Result<Library>> {
    const layout = new Layout(options.root)
    try {
      const marker = await new JsonFile(layout.marker, Marker).read()
      if (marker === null && (await isSomethingElse(layout))) {
        const reason = 'the folder has files in it but is no Lectern library'
        return fail({ code: 'library-damaged', path: options.root, reason })
      }
      const settingsFile = new JsonFile(layout.settings(options.device), Settings)
      const library = new Library(options, layout, await Keeper.open(settingsFile, defaultSettings))
      await library.openShelves()
      return ok(library)
    } catch (error) {
      return fail(fileError(options.root, error))
    }
  }

  /** Makes the folder a library if it is none yet and sweeps away what a crash left half-done. Needs the lock. */
  async prepareWriting(): Promise<Result<void>> {
    try {
      await mkdir(this.layout.articles, { recursive: true })
      const marker = new JsonFile(this.layout.marker, Marker)
      if ((await marker.read()) === null) await marker.write({ format: 1, id: idFromBytes(randomBytes(12)) })
      await this.sweep()
      return ok(undefined)
    } catch (error) {
      return fail(fileError(this.options.root, error))
    }
  }

  /** All articles, newest first. */
  list(): ArticleSummary[] {
    return [...this.shelves.values()]
      .map(summarize)
      .sort((a, b) => compare(b.addedAt, a.addedAt) || compare(b.id, a.id))
  }

  /** What each article's exported file is called, without extension: the same whichever articles are exported. */
  exportNames(): Map<ArticleId, string> {
    const articles = [...this.shelves.values()].map((shelf) => shelf.article.value)
    const names = fileNames(articles)
    return new Map(articles.map((article, index) => [article.id, names[index] ?? article.id]))
  }

  find(id: ArticleId): Result<Shelf> {
    const shelf = this.shelves.get(id)
    return shelf === undefined ? fail({ code: 'article-unknown', id }) : ok(shelf)
  }

  findByPrefix(idPrefix: string): Result<ArticleId> {
    const ids = [...this.shelves.keys()].filter((id) => id.startsWith(idPrefix.toLowerCase()))
    const [id, second] = ids
    if (id === undefined || idPrefix === '') return fail({ code: 'article-unknown', id: idPrefix })
    if (second !== undefined) return fail({ code: 'article-ambiguous', id: idPrefix, ids: ids.slice(0, 5) })
    return ok(id)
  }

  async add(
    source: { name: string; bytes: Uint8Array },
    draft: Draft,
    facts: Change<Facts>,
  ): Promise<Result<ArticleSummary>> {
    const id = ArticleId.parse(this.newId())
    const sha256 = createHash('sha256').update(source.bytes).digest('hex')
    const added = {
      id,
      draft,
      facts,
      source: { ...source, url: draft.url, sha256 },
      addedAt: this.options.clock(),
    }
    try {
      await writeArticle(this.layout, added)
      return ok(await this.take(id))
    } catch (error) {
      return fail(fileError(this.layout.folder(id), error))
    }
  }

  /** Corrects an article's facts. */
  async edit(id: ArticleId, facts: Change<Facts>): Promise<Result<Article>> {
    const shelf = this.find(id)
    if (!shelf.ok) return shelf
    const updatedAt = this.options.clock()
    const changed = await shelf.value.article.change((article) => revise(article, { ...facts, updatedAt }))
    if (changed.ok) this.publishArticle(shelf.value)
    return changed
  }

  /** Moves the article's folder to the trash. */
  async remove(id: ArticleId): Promise<Result<Record<string, never>>> {
    const shelf = this.find(id)
    if (!shelf.ok) return shelf
    try {
      await moveDurably(shelf.value.folder, this.layout.trashed(id))
    } catch (error) {
      return fail(fileError(shelf.value.folder, error))
    }
    this.shelves.delete(id)
    this.options.publish({ kind: 'article-removed', id })
    return ok({})
  }

  async restore(id: ArticleId): Promise<Result<ArticleSummary>> {
    try {
      await moveDurably(this.layout.trashed(id), this.layout.folder(id))
      return ok(await this.take(id))
    } catch (error) {
      return fail(fileError(this.layout.trashed(id), error))
    }
  }

  /** Tells the window how an article looks now. */
  publishArticle(shelf: Shelf): ArticleSummary {
    const summary = summarize(shelf)
    this.options.publish({ kind: 'article-changed', summary })
    return summary
  }

  newId(): string {
    return idFromBytes(randomBytes(12))
  }

  private async take(id: ArticleId): Promise<ArticleSummary> {
    const shelf = await openShelf(this.layout.folder(id), id, this.options.device)
    this.shelves.set(id, shelf)
    return this.publishArticle(shelf)
  }

  private async openShelves(): Promise<void> {
    const names = await readdir(this.layout.articles).catch((error: unknown) => {
      ignoreMissing(error)
      return []
    })
    const ids = names.flatMap((name) => ArticleId.safeParse(name).data ?? [])
    const openNext = async (): Promise<void> => {
      for (let id = ids.pop(); id !== undefined; id = ids.pop()) await this.openOne(id)
    }
    await Promise.all(Array.from({ length: openAtOnce }, openNext))
  }

  private async openOne(id: ArticleId): Promise<void> {
    const folder = this.layout.folder(id)
    try {
      this.shelves.set(id, await openShelf(folder, id, this.options.device))
    } catch (error) {
      this.problems.push(fileError(folder, error))
    }
  }

  private async sweep(): Promise<void> {
    await this.removeOld(this.layout.articles, (name) => name.startsWith(addingPrefix))
    const folders = [this.options.root, ...[...this.shelves.values()].map((shelf) => shelf.folder)]
    for (const folder of folders) await this.removeOld(folder, (name) => temporaryName.test(name))
  }

  private async removeOld(folder: string, isLeftOver: (name: string) => boolean): Promise<void> {
    for (const name of (await readdir(folder)).filter(isLeftOver)) {
      const path = join(folder, name)
      const found = await stat(path).catch(ignoreMissing)
      const ageMs = found ? Date.parse(this.options.clock()) - found.mtimeMs : 0
      if (ageMs > leftOverMs) await rm(path, { recursive: true, force: true })
    }
  }
}

/** A folder without `lectern.json` that holds neither articles nor nothing: somebody's other files. */
async function isSomethingElse(layout: Layout): Promise<boolean> {
  const names = await readdir(layout.root).catch((error: unknown) => {
    ignoreMissing(error)
    return []
  })
  if (names.every((name) => name.startsWith('.'))) return false
  return access(layout.articles).then(
    () => false,
    () => true,
  )
}

/** Orders by code units: ids and ISO dates are ASCII. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
