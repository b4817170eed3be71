import { type FSWatcher, watch } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { ArticleId } from '../../src/model/ids.ts'
import { errorCode, temporaryName } from './files/durable.ts'
import { DamagedFile, NewerFile } from './files/json-file.ts'
import { removeOld } from './folder.ts'
import type { Entry } from './index/entry.ts'
import type { Library } from './library.ts'
import { unreadable } from './recovery.ts'
import { stampOf } from './shelf.ts'

/** How many folders are looked at at the same time: enough to keep a disk busy, few enough for its handles. */
const atOnce = 16
/** Rows put into the index in one go: about 10 ms, so that a question waits no longer. */
const rowsAtOnce = 16
/** A look through all folders costs about 15 µs each: at a thirtieth of the time it is not noticed, and 2 s are soon enough. */
const shareOfTime = 1 / 30
const leastPauseMs = 2000
/** Changes of one folder come in bursts: a file, its temporary name, its folder. */
const burstMs = 200
/** A file that is half there is looked at again after this. */
const settlingMs = 1000
/** Up to so many changes are told one by one; more are one word that the list is to be asked for again. */
const toldSingly = 20
/** While very many change, the list is asked for again so often: it grows while it is being made. */
const tellingMs = 1000
/** More articles than this, and more than a tenth of all, do not go at once because somebody removed them. */
const fewGone = 20

/**
 * Keeps the list in step with the folders, which others may change at any time: another machine through a synchroniser, a
 * person with a file manager. All folders are looked at at the start, and from then on by their time again and again; those
 * of open articles are watched besides. That costs no watch per folder, and it works on drives that tell nobody of changes.
 */
export class Reconciler {
  /** Time of each article's folder when it was last read. */
  private readonly folders = new Map<ArticleId, number>()
  /** By the folder watched. */
  private readonly watchers = new Map<string, FSWatcher>()
  private readonly soon = new Map<ArticleId, NodeJS.Timeout>()
  private readonly stop = new AbortController()
  private firstLook: Promise<void> | null = null
  /** Looks under way. */
  private readonly looking = new Set<Promise<unknown>>()

  constructor(private readonly library: Library) {
    library.listen({
      opened: ({ id, folder }) => this.watchFolder(id, folder),
      closed: ({ folder }) => this.unwatch(folder),
      forgotten: (id) => this.folders.delete(id),
    })
  }

  /** Looks at every file of every article once; resolves when the list is what the folders say. */
  whole(): Promise<void> {
    this.firstLook ??= this.awaited(this.lookAtFiles())
    return this.firstLook
  }

  /** Looks at everything once, then goes on looking until it is closed. */
  async keepLooking(): Promise<void> {
    await this.whole()
    this.watchArticles()
    while (!this.stop.signal.aborted) {
      const startedAt = performance.now()
      await this.awaited(this.lookAtFolders())
      const tookMs = performance.now() - startedAt
      await this.pause(Math.max(leastPauseMs, tookMs / shareOfTime))
    }
  }

  /** Removes from the list what is gone from the folder: somebody said so. */
  async dropMissing(): Promise<void> {
    const present = await this.present()
    for (const id of this.library.parts.index.stamps().keys()) if (!present.has(id)) this.library.forget(id)
  }

  /** Ends what is under way; nothing is looked at any more when it has resolved. */
  async close(): Promise<void> {
    this.stop.abort()
    for (const folder of [...this.watchers.keys()]) this.unwatch(folder)
    for (const timer of this.soon.values()) clearTimeout(timer)
    await Promise.allSettled(this.looking)
  }

  private awaited<T>(look: Promise<T>): Promise<T> {
    this.looking.add(look)
    return look.finally(() => this.looking.delete(look))
  }

  private pause(ms: number): Promise<void> {
    return wait(ms, undefined, { signal: this.stop.signal, ref: false }).catch(() => undefined) // closed
  }

  private async lookAtFiles(): Promise<void> {
    const stamps = this.library.parts.index.stamps()
    await this.lookThrough(stamps, (id) => this.isAsListed(id, stamps.get(id)))
  }

  private async lookAtFolders(): Promise<void> {
    await this.lookThrough(this.folders, (id) => this.isAsRead(id))
  }

  /** Reads each folder that is not as it is known, and forgets those that are known and gone. */
  private async lookThrough(
    known: ReadonlyMap<ArticleId, unknown>,
    isKnown: (id: ArticleId) => Promise<boolean>,
  ): Promise<void> {
    const present = await this.present()
    this.notePassing(
      [...known.keys()].filter((id) => !present.has(id)),
      known.size,
    )
    const ids = [...present]
    const total = ids.length
    const changes = new Changes(this.library, () => ({ done: total - ids.length, total }))
    const next = async (): Promise<void> => {
      for (let id = ids.pop(); id !== undefined && !this.stop.signal.aborted; id = ids.pop()) {
        if (await isKnown(id).catch(() => false)) continue
        const entry = await this.read(id)
        if (entry !== null) changes.add(entry)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, next))
    changes.end()
  }

  private async present(): Promise<Set<ArticleId>> {
    const names = await readdir(this.library.layout.articles).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return [] // the drive is gone, or the folder: a question below
      throw error
    })
    return new Set(names.flatMap((name) => ArticleId.safeParse(name).data ?? []))
  }

  /** Whether the folder and its files have the sizes and times the list was made from. */
  private async isAsListed(id: ArticleId, stamp: string | undefined): Promise<boolean> {
    if (stamp === undefined || stamp === '') return false
    const now = await stampOf(this.library.layout.folder(id))
    if (now.text !== stamp) return false
    this.folders.set(id, now.mtimeMs)
    return true
  }

  private async isAsRead(id: ArticleId): Promise<boolean> {
    return (await stat(this.library.layout.folder(id))).mtimeMs === this.folders.get(id)
  }

  /** An article's row as its folder is now; null where it can't be read, which is noted among the incidents. */
  private async read(id: ArticleId): Promise<Entry | null> {
    const folder = this.library.layout.folder(id)
    try {
      const { mtimeMs } = await stat(folder)
      const entry = await this.library.look(id)
      this.folders.set(id, mtimeMs)
      if (entry.stamp === '') await this.tidy(id, folder)
      return entry
    } catch (error) {
      if (error instanceof NewerFile) this.library.parts.incidents.add(unreadable(this.library.layout, error))
      else if (!(error instanceof DamagedFile) && errorCode(error) === undefined) throw error
      const found = await stat(folder).catch(() => null)
      if (found !== null) this.folders.set(id, found.mtimeMs) // until it changes there is no use in trying again
      return null
    }
  }

  /** A folder with something unfinished in it: a crash's left-over goes when it is old, the rest is read again soon. */
  private async tidy(id: ArticleId, folder: string): Promise<void> {
    if (this.library.options.readOnly !== null) return
    await removeOld(folder, this.library.options.clock(), (name) => temporaryName.test(name))
    this.lookSoon(id, settlingMs)
  }

  /** Forgets articles whose folders are gone; when they are many, only after the reader said so. */
  private notePassing(gone: readonly ArticleId[], total: number): void {
    const { incidents } = this.library.parts
    const path = 'articles'
    const question = incidents.all.find(({ kind }) => kind === 'many-gone')
    if (gone.length > fewGone && gone.length > total / 10) {
      incidents.add({ kind: 'many-gone', path, count: gone.length, total })
      return
    }
    if (question !== undefined) incidents.dismiss([question.id])
    for (const id of gone) this.library.forget(id)
  }

  /** Tells of new articles at once. */
  private watchArticles(): void {
    const { articles } = this.library.layout
    this.tryWatching(articles, (name) => {
      const id = ArticleId.safeParse(name)
      if (id.success && !this.folders.has(id.data)) this.lookSoon(id.data, settlingMs)
    })
  }

  private watchFolder(id: ArticleId, folder: string): void {
    if (this.firstLook === null) return // a command that reads one article and ends
    this.tryWatching(folder, () => this.lookSoon(id, burstMs))
  }

  /** Where nothing can be watched, the look through all folders finds the change a little later. */
  private tryWatching(folder: string, onChange: (name: string | null) => void): void {
    try {
      const watcher = watch(folder, { persistent: false }, (_event, name) => onChange(name))
      watcher.on('error', () => this.unwatch(folder))
      this.watchers.set(folder, watcher)
    } catch (error) {
      if (errorCode(error) === undefined) throw error // no watches left, or the folder is gone
    }
  }

  private unwatch(folder: string): void {
    this.watchers.get(folder)?.close()
    this.watchers.delete(folder)
  }

  private lookSoon(id: ArticleId, inMs: number): void {
    clearTimeout(this.soon.get(id))
    const timer = setTimeout(() => {
      this.soon.delete(id)
      void this.awaited(this.lookAgain(id))
    }, inMs)
    this.soon.set(id, timer.unref())
  }

  private async lookAgain(id: ArticleId): Promise<void> {
    if (this.stop.signal.aborted) return
    const entry = await this.read(id)
    if (entry === null) return
    const changes = new Changes(this.library, () => null)
    changes.add(entry)
    changes.end()
  }
}

/** Rows on their way into the index, and what the window is told of them. */
class Changes {
  private waiting: Entry[] = []
  private told = 0
  /** When many were told last, by `performance.now()`. */
  private toldAt = 0

  constructor(
    private readonly library: Library,
    private readonly progress: () => { done: number; total: number } | null,
  ) {}

  add(entry: Entry): void {
    this.waiting.push(entry)
    if (this.waiting.length >= rowsAtOnce) this.put()
  }

  end(): void {
    this.put()
    if (this.told > toldSingly) {
      this.library.options.publish({ kind: 'list-changed' })
      this.library.progress(null)
    }
  }

  private tellOfMany(): void {
    const now = performance.now()
    if (now - this.toldAt < tellingMs) return
    this.toldAt = now
    this.library.options.publish({ kind: 'list-changed' })
    this.library.progress(this.progress())
  }

  private put(): void {
    const { index } = this.library.parts
    const changed = this.waiting.filter(({ summary }) => !isSame(summary, index.get(summary.id)?.summary))
    this.library.putIntoList(this.waiting)
    this.waiting = []
    this.told += changed.length
    if (this.told > toldSingly) this.tellOfMany()
    else for (const { summary } of changed) this.library.options.publish({ kind: 'article-changed', summary })
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
