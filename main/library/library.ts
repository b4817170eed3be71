import { randomBytes } from 'node:crypto'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArticleSummary, LibraryState } from '../../src/contract.ts'
import type { Result } from '../../src/errors.ts'
import { fail, ok } from '../../src/errors.ts'
import type { MergedNotes } from '../../src/merge/notes.ts'
import { type Context, editFacts } from '../../src/merge/write.ts'
import type { Article, Facts } from '../../src/model/article.ts'
import { ArticleId, idFromBytes } from '../../src/model/ids.ts'
import type { NotesFile } from '../../src/model/note.ts'
import type { Settings } from '../../src/model/settings.ts'
import { tracesOf } from '../../src/versions/traces.ts'
import { errorCode, writeDurably } from './files/durable.ts'
import { DamagedFile, toBytes } from './files/json-file.ts'
import { type Layout, notesFile } from './files/layout.ts'
import { DatabaseFull } from './index/database.ts'
import type { Entry } from './index/entry.ts'
import { noteEntry } from './index/note-entry.ts'
import { workPartOf } from './index/work.ts'
import { fileError, type Keeper } from './keeper.ts'
import { type Along, filesOf, type Incoming, laterFilesOf, notesFileOf, writeFolder } from './new-article.ts'
import { placeOlder } from './page.ts'
import { type LibraryOptions, openParts, type Parts } from './parts.ts'
import { type Change, revise } from './revise.ts'
import { Shelf, summarize } from './shelf.ts'

/** A story that comes in; `addedAt` is when it was saved elsewhere, null where it is saved now. */
export type NewStory = Omit<Incoming, 'addedAt'> & { addedAt: string | null }

/** Whether the window is told of an article that came in; of many it is told that the list has changed, by whoever brings them in. */
export type Tell = 'article' | 'nothing'

/** Shelves kept open: more than anybody reads in turn. */
const mostOpen = 64

/** Told of what happens to shelves, by whoever watches their folders or shows their notes. */
export type ShelfListener = {
  opened?(shelf: Shelf): void
  closed?(shelf: Shelf): void
  /** The article is no longer in its place. */
  forgotten?(id: ArticleId): void
  /** Another machine's changes were taken in. */
  joined?(shelf: Shelf, before: MergedNotes): void
}

/** The articles of one library folder and the settings of this device. What is written is on the disk when answered. */
export class Library {
  private readonly shelves = new Map<ArticleId, Shelf>()
  private readonly opening = new Map<ArticleId, Promise<Shelf>>()
  private readonly listeners: ShelfListener[] = []
  /** Written, and not yet listed. */
  private readonly written = new Set<Shelf>()
  private reconciling: LibraryState['reconciling'] = null

  private constructor(
    readonly options: LibraryOptions,
    readonly parts: Parts,
  ) {}

  /**
   * Opens a library; one that is not there yet is made, or, where it is only looked at, read as an empty one. Answers
   * `library-newer` for a folder of a later Lectern and `library-damaged` for one that is something else.
   */
  static async open(options: LibraryOptions): Promise<Result<Library>> {
    let library: Library | null = null
    try {
      const parts = await openParts(options, () => library?.publishState())
      library = new Library(options, parts)
      return ok(library)
    } catch (error) {
      return fail(fileError(options.root, error))
    }
  }

  get layout(): Layout {
    return this.parts.layout
  }

  get settings(): Keeper<Settings> {
    return this.parts.settings
  }

  get state(): LibraryState {
    const { readOnly } = this.options
    return { readOnly, reconciling: this.reconciling, incidents: this.parts.incidents.all.length }
  }

  listen(listener: ShelfListener): void {
    this.listeners.push(listener)
  }

  /** Says how far the look through the library is; null when it is over. */
  progress(reconciling: LibraryState['reconciling']): void {
    this.reconciling = reconciling
    this.publishState()
  }

  publishState(): void {
    this.options.publish({ kind: 'state-changed', state: this.state })
  }

  /** An article's folder, opened. */
  async shelf(id: ArticleId): Promise<Result<Shelf>> {
    try {
      return ok(await this.openShelf(id))
    } catch (error) {
      if (errorCode(error) === 'ENOENT')
        return fail(
          (await this.isThere())
            ? { code: 'article-unknown', id }
            : { code: 'library-gone', path: this.options.root },
        )
      return fail(fileError(this.layout.folder(id), error))
    }
  }

  findByPrefix(idPrefix: string): Result<ArticleId> {
    const ids = idPrefix === '' ? [] : this.parts.index.idsStarting(idPrefix.toLowerCase(), 6)
    const [id, second] = ids
    if (id === undefined) return fail({ code: 'article-unknown', id: idPrefix })
    if (second !== undefined) return fail({ code: 'article-ambiguous', id: idPrefix, ids: ids.slice(0, 5) })
    return ok(id)
  }

  /** Adds a story as an article of its own, with all that comes along with it: the whole of it or nothing. */
  async add(
    story: NewStory,
    along: Along = { notes: [], reading: {} },
    tell: Tell = 'article',
  ): Promise<Result<ArticleSummary>> {
    const id = ArticleId.parse(this.newId())
    const { device, clock } = this.options
    const now = clock()
    try {
      const files = filesOf(id, { ...story, addedAt: story.addedAt ?? now })
      const notes = notesFileOf({ articleId: id, device, now }, along)
      if (notes !== null) files.set(notesFile(device), toBytes(notes))
      await writeFolder(this.layout, id, files)
      return ok(await this.take(id, tell))
    } catch (error) {
      return fail(fileError(this.layout.folder(id), error))
    }
  }

  /** Adds a story as the newest version of an article, which becomes what the article is from now on. */
  async addVersion(
    articleId: ArticleId,
    incoming: Omit<Incoming, 'addedAt'>,
  ): Promise<Result<ArticleSummary>> {
    const shelf = await this.shelf(articleId)
    if (!shelf.ok) return shelf
    const { newest, folder } = shelf.value
    const number = newest.number + 1
    // Later than the newest, whatever the clock says: the order of the versions is that of their times.
    const addedAt = later(this.options.clock(), newest.addedAt)
    const { device } = this.options
    try {
      if (await isSameStory(shelf.value, incoming)) return fail({ code: 'version-same', id: articleId })
      const files = laterFilesOf({ articleId, device, number }, { ...incoming, addedAt })
      for (const [name, bytes] of files) await writeDurably(join(folder, name), bytes)
    } catch (error) {
      return fail(fileError(folder, error))
    }
    // What is corrected in the preview of a version is said of the story as it is now.
    if (Object.keys(incoming.facts).length > 0) {
      const edited = await this.edit(articleId, incoming.facts)
      if (!edited.ok) return edited
    }
    try {
      return ok(await this.take(articleId))
    } catch (error) {
      return fail(fileError(folder, error))
    }
  }

  /** Corrects an article's facts. */
  async edit(id: ArticleId, facts: Change<Facts>): Promise<Result<Article>> {
    const shelf = await this.shelf(id)
    if (!shelf.ok) return shelf
    const edited = await this.write(shelf.value, (context) => editFacts(context, facts))
    return edited.ok ? ok(shelf.value.article) : edited
  }

  /** Writes this device's part of an article; listed, published and copied once it is on the disk. */
  async write(shelf: Shelf, next: (context: Context) => NotesFile): Promise<Result<NotesFile>> {
    const written = await shelf.edit((context) => next({ ...context, now: this.options.clock() }))
    if (!written.ok) return written
    this.parts.snapshots.changed(shelf.ownPath)
    this.listSoon(shelf)
    return written
  }

  /** Lists and tells what was written, after whoever wrote it has been answered; whoever asks for the list calls it first. */
  listWritten(): void {
    const written = [...this.written]
    this.written.clear()
    // Their folders have changed, and are looked at when the burst of changes is over.
    const entries = written.map((shelf) => entryOf(shelf, ''))
    if (entries.length > 0) this.putIntoList(entries)
    for (const { summary } of entries) this.publishArticle(summary)
  }

  /** Changes this device's settings. */
  async saveSettings(change: Change<Settings>): Promise<Result<Settings>> {
    const { settings, snapshots } = this.parts
    const saved = await settings.change((current) => revise(current, change))
    if (!saved.ok) return saved
    snapshots.changed(settings.file.path)
    this.options.publish({ kind: 'settings-changed', settings: saved.value })
    return saved
  }

  /** Moves the article's folder to the trash. */
  async remove(id: ArticleId): Promise<Result<Record<string, never>>> {
    const shelf = await this.shelf(id)
    if (!shelf.ok) return shelf
    try {
      await this.parts.trash.put(id)
    } catch (error) {
      return fail(fileError(this.layout.folder(id), error))
    }
    this.forget(id)
    return ok({})
  }

  async restore(id: ArticleId): Promise<Result<ArticleSummary>> {
    if (!(await this.parts.trash.has(id))) return fail({ code: 'article-unknown', id })
    try {
      await this.parts.trash.takeBack(id)
      this.closeShelf(id)
      return ok(await this.take(id))
    } catch (error) {
      return fail(fileError(this.layout.trashed(id), error))
    }
  }

  /** Reads an article's folder as it is now, lists and publishes it. Throws what `Shelf.open` throws. */
  async take(id: ArticleId, tell: Tell = 'article'): Promise<ArticleSummary> {
    this.listWritten()
    const entry = await this.look(id)
    this.putIntoList([entry])
    return tell === 'article' ? this.publishArticle(entry.summary) : entry.summary
  }

  /** Lists articles. Where the disk has no room for it they are listed by a later look: what is listed is in the files. */
  putIntoList(entries: readonly Entry[]): void {
    this.list(() => this.parts.index.put(entries))
  }

  /** Reads an article's folder as it is now; answers its row and tells what others changed. Throws what `Shelf.open` throws. */
  async look(id: ArticleId): Promise<Entry> {
    const open = this.shelves.get(id)
    const before = open?.merged
    const shelf = open ?? (await Shelf.open(this.placeOf(id), this.parts.rescue))
    const known = open?.newest.number
    if (open !== undefined) await shelf.refresh()
    await placeOlder(shelf)
    if (known !== undefined && known !== shelf.newest.number)
      this.options.publish({ kind: 'version-added', id, number: shelf.newest.number })
    if (before !== undefined && before !== shelf.merged)
      for (const listener of this.listeners) listener.joined?.(shelf, before)
    return entryOf(shelf, shelf.stamp)
  }

  /** Opens an article's folder anew, with all that this mends; answers whether it can be read. */
  async reopen(id: ArticleId): Promise<boolean> {
    this.closeShelf(id)
    const shelf = await this.shelf(id)
    if (!shelf.ok) return false
    try {
      await shelf.value.readContent()
      await this.take(id)
      return true
    } catch (error) {
      if (error instanceof DamagedFile || errorCode(error) !== undefined) return false
      throw error
    }
  }

  /** The article is no longer in its place. */
  forget(id: ArticleId): void {
    this.listWritten()
    this.closeShelf(id)
    this.list(() => this.parts.index.remove([id]))
    for (const listener of this.listeners) listener.forgotten?.(id)
    this.options.publish({ kind: 'article-removed', id })
  }

  newId(): string {
    return idFromBytes(randomBytes(12))
  }

  /** Whether the folder itself is there: a drive can be pulled. */
  async isThere(): Promise<boolean> {
    return access(this.layout.articles).then(
      () => true,
      () => false,
    )
  }

  /** Waits for what is still being written beside the answers. */
  async close(): Promise<void> {
    this.listWritten()
    if (this.options.readOnly === null) {
      await this.parts.snapshots.flush()
      await this.parts.incidents.flush()
    }
    this.parts.index.close()
  }

  private list(change: () => void): void {
    try {
      change()
    } catch (error) {
      if (!(error instanceof DatabaseFull)) throw error
      console.error('index.db:', error)
    }
  }

  private placeOf(id: ArticleId) {
    return { folder: this.layout.folder(id), id, device: this.options.device }
  }

  private listSoon(shelf: Shelf): void {
    if (this.written.size === 0) setImmediate(() => this.listWritten())
    this.written.add(shelf)
  }

  private publishArticle(summary: ArticleSummary): ArticleSummary {
    this.options.publish({ kind: 'article-changed', summary })
    return summary
  }

  private async openShelf(id: ArticleId): Promise<Shelf> {
    const open = this.shelves.get(id)
    if (open !== undefined) {
      this.shelves.delete(id)
      this.shelves.set(id, open) // the one used last is closed last
      return open
    }
    const opening = this.opening.get(id) ?? this.openNow(id)
    this.opening.set(id, opening)
    return opening.finally(() => this.opening.delete(id))
  }

  private async openNow(id: ArticleId): Promise<Shelf> {
    const shelf = await Shelf.open(this.placeOf(id), this.parts.rescue)
    this.shelves.set(id, shelf)
    for (const listener of this.listeners) listener.opened?.(shelf)
    for (const other of this.shelves.values()) {
      if (this.shelves.size <= mostOpen) break
      if (!other.isBusy) this.closeShelf(other.id)
    }
    return shelf
  }

  private closeShelf(id: ArticleId): void {
    const shelf = this.shelves.get(id)
    if (shelf === undefined) return
    this.shelves.delete(id)
    for (const listener of this.listeners) listener.closed?.(shelf)
  }
}

/** Whether the newest version reads just as what comes in, headline and all. */
async function isSameStory(shelf: Shelf, { draft, facts }: Omit<Incoming, 'addedAt'>): Promise<boolean> {
  const { text, furniture } = await shelf.readContent()
  const { title } = revise(draft.facts, facts)
  const now = [draft.content.text, draft.content.furniture, title]
  return JSON.stringify(now) === JSON.stringify([text, furniture, shelf.article.title])
}

/** The time, or the moment after another one that is not earlier. */
function later(now: string, than: string): string {
  return now > than ? now : new Date(Date.parse(than) + 1).toISOString()
}

/** An article as the index keeps it; `stamp` is its folder's, or empty where the folder has to be looked at again. */
function entryOf(shelf: Shelf, stamp: string): Entry {
  const times = shelf.merged.removed.map((note) => note.removedAt)
  const removedSince = times.reduce<string | null>(
    (oldest, at) => (oldest === null || at < oldest ? at : oldest),
    null,
  )
  const article = toBytes(shelf.original).toString()
  const { title, source, versions } = shelf.article
  return {
    summary: summarize(shelf),
    article,
    workPart: workPartOf(source),
    removedSince,
    stamp,
    traces: tracesOf({ title, origins: shelf.origins, addresses: shelf.addresses, versions }),
    notes: shelf.merged.notes.map((note) => noteEntry(note, shelf.anchorOf(note))),
  }
}
