import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ArticleSummary } from '../../src/contract.ts'
import type { Result } from '../../src/errors.ts'
import { timeOf } from '../../src/merge/clock.ts'
import { joinFiles } from '../../src/merge/join-files.ts'
import { type MergedNotes, mergeNotes } from '../../src/merge/notes.ts'
import type { Context } from '../../src/merge/write.ts'
import { Article, type Origin, type Version, VersionFile } from '../../src/model/article.ts'
import { Content } from '../../src/model/content.ts'
import { currentFormat } from '../../src/model/format.ts'
import type { ArticleId, DeviceId } from '../../src/model/ids.ts'
import { type Note, NotesFile } from '../../src/model/note.ts'
import type { Anchor, Selector } from '../../src/model/selector.ts'
import { temporaryName } from './files/durable.ts'
import { DamagedFile, JsonFile, NewerFile } from './files/json-file.ts'
import { withEditions } from './editions.ts'
import { articleFile, mayChange, notesFile, versionFileName } from './files/layout.ts'
import { isYoung } from './files/settling.ts'
import { Keeper } from './keeper.ts'
import { revise } from './revise.ts'

/** What is done about files that can't be read: nothing, or what `Recovery` does. */
export type Rescue = {
  /** The article's facts from wherever they can be had; throws the error where there is nothing. */
  article(folder: string, id: ArticleId, error: DamagedFile): Promise<Article>
  /** This device's damaged notes: set aside, and what is left of them brought back, so that the file can be read again. */
  ownNotes(error: DamagedFile): Promise<void>
  /** This device's notes were damaged while they are in memory: taken out of the way, to be written again. */
  damagedSince(error: DamagedFile): Promise<void>
  /** Another device's damaged notes: whether they could be restored. */
  otherNotes(error: DamagedFile): Promise<boolean>
  /** Another device's notes that can't be read, or this device's from a later Lectern. */
  unreadable(error: DamagedFile | NewerFile): void
  /** Notes files that were there once: whether any was written again from its copy. */
  missingNotes(folder: string, id: ArticleId): Promise<boolean>
  /** A copy of this device's own notes that a synchroniser made: `join` takes its edits into the file, then the copy goes. */
  absorb(copy: string, own: string, join: () => Promise<boolean>): Promise<boolean>
  /** This device's damaged feeds: as its notes. */
  ownFeeds(error: DamagedFile): Promise<void>
  /** Another device's damaged feeds: whether they could be restored. */
  otherFeeds(error: DamagedFile): Promise<boolean>
  /** Feeds files that were there once are written again from their copies. */
  missingFeeds(): Promise<void>
  /** A later edition's damaged file, made anew from its source; null where that can't be done. */
  edition(folder: string, error: DamagedFile): Promise<VersionFile | null>
  /** Later editions whose own files are gone while their sources are there: whether any was made anew. */
  missingEditions(folder: string, id: ArticleId): Promise<boolean>
  /** A text from its source; throws the error where that can't be read either. */
  content(folder: string, version: Version, error: DamagedFile): Promise<Content>
}

/** Whose folder it is, and which of the notes in it are ours. */
type Place = { folder: string; id: ArticleId; device: DeviceId }

/** One article's folder: what came in, this device's notes, and what other devices left beside them. */
export class Shelf {
  /** Notes files but this device's own, by name, as far as they can be read. */
  private others = new Map<string, NotesFile>()
  /** Size and time of the other files when they were read. */
  private stamps = new Map<string, string>()
  private lastMerged: { own: NotesFile; others: Map<string, NotesFile>; merged: MergedNotes } | null = null
  /** The folder's when it was last read: one with another stamp has to be read again. Empty while a file is only half there. */
  stamp = ''
  private isSettled = true
  /** Later editions, by the names of their files. */
  private editions = new Map<string, VersionFile>()
  private whole: { editions: Map<string, VersionFile>; article: Article } | null = null
  /** Where notes that were made in an older version stand in the newest one, as far as it has been looked up. */
  private readonly anchors = new WeakMap<Selector, { version: number; anchor: Anchor }>()

  private constructor(
    readonly original: Article,
    private readonly own: Keeper<NotesFile>,
    private readonly rescue: Rescue,
  ) {}

  /** Opens an article's folder. Throws what `JsonFile.read` throws where the article itself can't be had. */
  static async open({ folder, id, device }: Place, rescue: Rescue): Promise<Shelf> {
    const before = await stampOf(folder) // before the files; and one that is gone is not rescued
    const original = await readArticle(folder, id, rescue)
    const isMended = [await rescue.missingNotes(folder, id), await rescue.missingEditions(folder, id)]
    const stamp = isMended.includes(true) ? await stampOf(folder) : before
    const shelf = new Shelf(original, await openOwn({ folder, id, device }, rescue), rescue)
    await shelf.readOthers(stamp)
    return shelf
  }

  get folder(): string {
    return dirname(this.ownPath)
  }

  get id(): ArticleId {
    return this.original.id
  }

  get isBusy(): boolean {
    return this.own.isBusy
  }

  /** All devices' notes files. */
  get files(): NotesFile[] {
    return [this.own.value, ...this.others.values()]
  }

  /** What all devices' files come to. */
  get merged(): MergedNotes {
    const { lastMerged, others } = this
    const own = this.own.value
    if (lastMerged !== null && lastMerged.own === own && lastMerged.others === others)
      return lastMerged.merged
    const merged = mergeNotes(this.files)
    this.lastMerged = { own, others, merged }
    return merged
  }

  get newest(): Version {
    return newestVersion(this.asItCameIn)
  }

  /** The article with its facts as they have been corrected. */
  get article(): Article {
    const edits = this.files.flatMap((file) => file.facts.map((edit) => timeOf(edit.at)))
    const article = this.asItCameIn
    const updatedAt = edits.reduce((latest, at) => (at > latest ? at : latest), article.updatedAt)
    return { ...revise(article, this.merged.facts), updatedAt }
  }

  /** Where its editions came from, null for one that came without an address. */
  get addresses(): (string | null)[] {
    return [this.original, ...this.editions.values()].map(({ source }) => source.url)
  }

  /** Where its editions were saved before. */
  get origins(): Origin[] {
    return [this.original, ...this.editions.values()].flatMap(({ source }) => source.origin ?? [])
  }

  /** With all its editions, and before the reader's corrections. */
  private get asItCameIn(): Article {
    if (this.whole?.editions !== this.editions) {
      const article = withEditions(this.original, [...this.editions.values()])
      this.whole = { editions: this.editions, article }
    }
    return this.whole.article
  }

  /** Where a note's passage stands in the newest version; null where that has not been looked up. */
  anchorOf({ selector }: Note): Anchor | null {
    if (selector === null) return null
    const { start, exact, version, block } = selector
    const { number } = this.newest
    if (version === number && block !== null)
      return { kind: 'exact', span: { start, end: start + exact.length } } // made in this very text
    const known = this.anchors.get(selector)
    return known?.version === number ? known.anchor : null
  }

  /** Remembers what was looked up. */
  setAnchor(selector: Selector, anchor: Anchor): void {
    this.anchors.set(selector, { version: this.newest.number, anchor })
  }

  /** Writes this device's part: `next` computes it from what all devices have written. */
  async edit(next: (context: Omit<Context, 'now'>) => NotesFile): Promise<Result<NotesFile>> {
    return this.own.change((own) => next({ own, all: [own, ...this.others.values()] }))
  }

  /** This device's notes file, which snapshots are taken of. */
  get ownPath(): string {
    return this.own.file.path
  }

  /** Reads what others have changed since it was last read. */
  async refresh(): Promise<void> {
    const stamp = await stampOf(this.folder) // before the files: what changes meanwhile has another one
    await this.refreshOwn()
    await this.readOthers(stamp)
  }

  private async readOthers(stamp: FolderStamp): Promise<void> {
    this.isSettled = true
    const others = new Map<string, NotesFile>()
    const editions = new Map<string, VersionFile>()
    const stamps = new Map<string, string>()
    for (const [name, fileStamp] of stamp.files) {
      const path = join(this.folder, name)
      if (name === articleFile || path === this.ownPath) continue
      const known = this.others.get(name)
      if (versionFileName.test(name)) {
        const edition = this.editions.get(name) ?? (await this.readEdition(path)) // never changed once it is written
        if (edition !== null) editions.set(name, edition)
        continue
      }
      const isKnown = known !== undefined && this.stamps.get(name) === fileStamp
      const file = isKnown ? known : await this.readOther(path)
      if (file === null || (await this.absorb(path, file))) continue
      others.set(name, file)
      if (file !== known || isKnown) stamps.set(name, fileStamp)
    }
    if (!sameFiles(this.others, others)) this.others = others
    if (!sameFiles(this.editions, editions)) this.editions = editions
    this.stamps = stamps
    this.stamp = this.isSettled ? stamp.text : ''
  }

  /** A version's text. Throws what `JsonFile.read` throws where it can't be had. */
  async readContent(version: Version = this.newest): Promise<Content> {
    const path = join(this.folder, version.content)
    try {
      const content = await new JsonFile(path, 'content', Content).read()
      if (content === null) throw new DamagedFile(path, 'it is missing')
      return content
    } catch (error) {
      if (error instanceof DamagedFile) return this.rescue.content(this.folder, version, error)
      throw error
    }
  }

  /** Null for one that is still being written, or can't be read. */
  private async readEdition(path: string): Promise<VersionFile | null> {
    try {
      const file = await new JsonFile(path, 'version', VersionFile).read()
      return file?.articleId === this.id ? file : null
    } catch (error) {
      if (!(error instanceof DamagedFile || error instanceof NewerFile)) throw error
      if (error instanceof NewerFile) this.rescue.unreadable(error)
      else if (await isYoung(path)) this.isSettled = false
      else return this.rescue.edition(this.folder, error)
      return null
    }
  }

  private async refreshOwn(): Promise<void> {
    try {
      await this.own.refresh()
    } catch (error) {
      if (!(error instanceof NewerFile || error instanceof DamagedFile)) throw error
      this.rescue.unreadable(error) // what is known stays readable; writing over it is refused
    }
  }

  private async absorb(path: string, copy: NotesFile): Promise<boolean> {
    if (copy.device !== this.own.value.device) return false
    return this.rescue.absorb(path, this.ownPath, async () => {
      const joined = await this.own.change((own) => joinFiles(own, copy))
      return joined.ok
    })
  }

  /** Another device's notes. What can't be read now is what it was; null where it never was anything. */
  private async readOther(path: string): Promise<NotesFile | null> {
    const name = path.slice(this.folder.length + 1)
    try {
      const file = await new JsonFile(path, 'notes', NotesFile).read()
      return file?.articleId === this.id ? file : null
    } catch (error) {
      if (!(error instanceof DamagedFile || error instanceof NewerFile)) throw error
      if (error instanceof NewerFile) this.rescue.unreadable(error)
      else if (await isYoung(path)) this.isSettled = false
      else if (await this.rescue.otherNotes(error)) return new JsonFile(path, 'notes', NotesFile).read()
      return this.others.get(name) ?? null
    }
  }
}

async function readArticle(folder: string, id: ArticleId, rescue: Rescue): Promise<Article> {
  const path = join(folder, articleFile)
  try {
    const article = await new JsonFile(path, 'article', Article).read()
    if (article === null) throw new DamagedFile(path, 'it is missing')
    if (article.id !== id) throw new DamagedFile(path, `it belongs to article ${article.id}`)
    return article
  } catch (error) {
    if (error instanceof DamagedFile) return rescue.article(folder, id, error)
    throw error
  }
}

async function openOwn({ folder, id, device }: Place, rescue: Rescue): Promise<Keeper<NotesFile>> {
  const file = new JsonFile(join(folder, notesFile(device)), 'notes', NotesFile)
  const initial = noNotes(id, device)
  const care = { join: joinFiles, setAside: (error: DamagedFile) => rescue.damagedSince(error) }
  try {
    return await Keeper.open(file, initial, care)
  } catch (error) {
    if (error instanceof DamagedFile) return openRescued(error)
    if (!(error instanceof NewerFile)) throw error
    rescue.unreadable(error)
    return Keeper.over(file, initial, care)
  }

  async function openRescued(damaged: DamagedFile): Promise<Keeper<NotesFile>> {
    await rescue.ownNotes(damaged)
    return Keeper.open(file, initial, care).catch((error: unknown) => {
      if (error instanceof DamagedFile) return Keeper.over(file, initial, care) // it is only looked at
      throw error
    })
  }
}

export function noNotes(articleId: ArticleId, device: DeviceId): NotesFile {
  return { format: currentFormat, articleId, device, notes: [], reading: [], facts: [] }
}

function sameFiles<F>(a: Map<string, F>, b: Map<string, F>): boolean {
  return a.size === b.size && [...b].every(([name, file]) => a.get(name) === file)
}

/** What tells whether an article's folder is another one than it was: its own time, and size and time of what may change. */
export type FolderStamp = { mtimeMs: number; files: Map<string, string>; text: string }

export async function stampOf(folder: string): Promise<FolderStamp> {
  const { mtimeMs } = await stat(folder)
  const all = await readdir(folder)
  const names = all.filter(mayChange)
  const files = new Map<string, string>()
  for (const name of names.sort()) {
    const found = await stat(join(folder, name)).catch(() => null) // it went in this moment: its folder's time will tell
    if (found !== null) files.set(name, `${found.size} ${found.mtimeMs}`)
  }
  // With a crash's left-overs in it the folder is looked at again, until they are old enough to be swept.
  const isTidy = !all.some((name) => temporaryName.test(name))
  return { mtimeMs, files, text: isTidy ? JSON.stringify([mtimeMs, Object.fromEntries(files)]) : '' }
}

export function newestVersion({ versions }: Article): Version {
  return versions.reduce((newest, version) => (version.number > newest.number ? version : newest))
}

/** The article's row in the list. */
export function summarize(shelf: Shelf): ArticleSummary {
  const { article, merged } = shelf
  const { id, title, byline, agency, place, published, language, direction, addedAt, excerpt, tags } = article
  const { words, isOnlyLink } = newestVersion(article)
  const source = article.source.url ?? article.source.name
  const facts = { id, title, byline, agency, place, published, language, direction, addedAt, excerpt, tags }
  const versions = article.versions.length
  const { part } = article.source
  return {
    ...facts,
    words,
    source,
    notes: merged.notes.length,
    versions,
    part,
    isOnlyLink,
    reading: merged.reading,
  }
}
