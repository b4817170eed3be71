import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Draft, Version } from '../../src/model/article.ts'
import { Article, VersionFile } from '../../src/model/article.ts'
import type { Content } from '../../src/model/content.ts'
import { FeedsFile } from '../../src/model/feed.ts'
import { ArticleId, DeviceId } from '../../src/model/ids.ts'
import { NotesFile } from '../../src/model/note.ts'
import { Settings } from '../../src/model/settings.ts'
import { ignoreMissing, makeFolder, moveDurably, writeDurably } from './files/durable.ts'
import { type DamagedFile, JsonFile, NewerFile, toBytes } from './files/json-file.ts'
import { articleFile, feedsFileName, type Layout, versionFileName } from './files/layout.ts'
import { isYoung } from './files/settling.ts'
import type { Snapshots } from './files/snapshots.ts'
import type { Happening, Incidents } from './incidents.ts'
import { filesOf, type Incoming, laterFilesOf } from './new-article.ts'
import type { Rescue } from './shelf.ts'
import type { Trash } from './trash.ts'

/**
 * Reads a story's bytes once more, with the importer that read them then, where that is known; null where they can't be read
 * either.
 */
export type Reread = (
  source: { name: string; bytes: Uint8Array; modified: string },
  importer: string | null,
) => Promise<Draft | null>

type Parts = {
  layout: Layout
  snapshots: Snapshots
  incidents: Incidents
  trash: Trash
  /** ISO date-time of now. */
  clock: () => string
  reread: Reread
  /** The text of an article's `article.json` as the index has it. */
  indexed: (id: ArticleId) => string | null
}

/**
 * Makes good what is damaged or missing: sets the damaged file aside, puts the newest good copy in its place, and notes
 * what it did among the incidents. Nothing is ever thrown away or begun anew in silence.
 */
export class Recovery implements Rescue {
  constructor(private readonly parts: Parts) {}

  /**
   * From the trash, where another machine removed the article while it was written into here; from the list's own copy; from
   * the text as it came in. Where there is none of them, throws the error.
   */
  async article(folder: string, id: ArticleId, error: DamagedFile): Promise<Article> {
    if (await this.takenBack(folder, id)) return this.readBack(folder, error)
    const found = await this.findArticle(folder, id)
    if (found === null) {
      this.unreadable(error)
      throw error
    }
    const kept = await this.setAside(error.path)
    await writeDurably(error.path, toBytes(found.article))
    this.restored(error.path, { from: found.from, takenAt: null, kept })
    return found.article
  }

  /** From the newest snapshot that can be read; where there is none, the notes begin anew and the incident says so. */
  async ownNotes(error: DamagedFile): Promise<void> {
    await this.fromSnapshot(new JsonFile(error.path, 'notes', NotesFile))
  }

  /** As `ownNotes`: the newest snapshot's settings, or those everyone begins with. */
  async settings(error: DamagedFile): Promise<void> {
    await this.fromSnapshot(new JsonFile(error.path, 'settings', Settings))
  }

  /** Settings that were there once: written again from their copy. */
  async missingSettings(path: string): Promise<void> {
    if (await stat(path).catch(ignoreMissing)) return
    await this.fromSnapshot(new JsonFile(path, 'settings', Settings))
  }

  /** A file that was damaged while its value is in memory: out of the way, so that the value can be written again. */
  async damagedSince(error: DamagedFile): Promise<void> {
    const kept = await this.setAside(error.path)
    this.restored(error.path, { from: 'memory', takenAt: null, kept })
  }

  /** Only where there is a copy: it was this device's own, under another id. Else its own device has it, and will bring it. */
  async otherNotes(error: DamagedFile): Promise<boolean> {
    return this.fromOwnCopy(new JsonFile(error.path, 'notes', NotesFile), error)
  }

  /** As `ownNotes`. */
  async ownFeeds(error: DamagedFile): Promise<void> {
    await this.fromSnapshot(feedsAt(error.path))
  }

  /** As `otherNotes`. */
  async otherFeeds(error: DamagedFile): Promise<boolean> {
    return this.fromOwnCopy(feedsAt(error.path), error)
  }

  async missingFeeds(): Promise<void> {
    const copies = await this.parts.snapshots.listLibrary()
    const { root } = this.parts.layout
    const present = await readdir(root)
    const gone = copies
      .map((copy) => copy.of)
      .filter((name) => feedsFileName.test(name) && !present.includes(name))
    for (const name of new Set(gone)) await this.fromSnapshot(feedsAt(join(root, name)))
  }

  /** The copy becomes a snapshot: an earlier state of the notes, which it is. */
  async absorb(copy: string, own: string, join: () => Promise<boolean>): Promise<boolean> {
    if (!(await join())) return false
    await moveDurably(copy, await this.parts.snapshots.newPath(own))
    return true
  }

  unreadable(error: DamagedFile | NewerFile): void {
    this.parts.incidents.add(unreadable(this.parts.layout, error))
  }

  async missingNotes(folder: string, id: ArticleId): Promise<boolean> {
    const copies = await this.parts.snapshots.listArticle(id)
    if (copies.length === 0) return false
    const present = await readdir(folder)
    const missing = new Set(copies.map((copy) => copy.of).filter((name) => !present.includes(name)))
    for (const name of missing) await this.fromSnapshot(new JsonFile(join(folder, name), 'notes', NotesFile))
    return missing.size > 0
  }

  /** A text that is damaged or missing, read once more from its source. Throws the error where that can't be done. */
  async content(folder: string, version: Version, error: DamagedFile): Promise<Content> {
    const read = await readSource(this.parts.reread, join(folder, version.file), version.importer)
    if (read === null) {
      this.unreadable(error)
      throw error
    }
    const kept = await this.setAside(error.path)
    await writeDurably(error.path, toBytes(read.draft.content))
    this.restored(error.path, { from: 'source', takenAt: null, kept })
    return read.draft.content
  }

  /** From its source, as it would come in today. */
  async edition(folder: string, error: DamagedFile): Promise<VersionFile | null> {
    const found = await this.editionFromSource(folder, basename(error.path))
    if (found === null) {
      this.unreadable(error)
      return null
    }
    const kept = await this.setAside(error.path)
    await writeDurably(error.path, toBytes(found))
    this.restored(error.path, { from: 'source', takenAt: null, kept })
    return found
  }

  /** Whose file a crash may have kept from being written, too: its source is the whole of it. */
  async missingEditions(folder: string, id: ArticleId): Promise<boolean> {
    const names = await readdir(folder)
    let isMended = false
    for (const name of names) {
      const own = name.replace(laterSource, 'version-$1.json')
      if (own === name || names.includes(own) || (await isYoung(join(folder, name)))) continue
      const found = await this.editionFromSource(folder, own)
      if (found?.articleId !== id) continue
      await writeDurably(join(folder, own), toBytes(found))
      this.restored(join(folder, own), { from: 'source', takenAt: null, kept: null })
      isMended = true
    }
    return isMended
  }

  /** Moves a file to `damaged/<time>/<its path>`; answers where that is, null where there was no file. */
  async setAside(path: string): Promise<string | null> {
    const { layout, clock } = this.parts
    const time = clock().replace(/[-:.]/g, '')
    const target = join(layout.damaged, time, layout.relative(path))
    if (!(await stat(path).catch(ignoreMissing))) return null
    await makeFolder(dirname(target), layout.root)
    await moveDurably(path, target)
    return layout.relative(target)
  }

  private async fromSnapshot<T>(file: JsonFile<T>): Promise<void> {
    const kept = await this.setAside(file.path)
    for await (const copy of this.parts.snapshots.copiesOf(file.path)) {
      if (!isReadable(file, copy.bytes)) continue
      await writeDurably(file.path, copy.bytes)
      return this.restored(file.path, { from: 'snapshot', takenAt: copy.takenAt, kept })
    }
    if (kept !== null) this.parts.incidents.add({ kind: 'set-aside', path: this.name(file.path), kept })
  }

  private async fromOwnCopy<T>(file: JsonFile<T>, error: DamagedFile): Promise<boolean> {
    const copies = await this.parts.snapshots.list(file.path)
    if (copies.length > 0) await this.fromSnapshot(file)
    else this.unreadable(error)
    return copies.length > 0
  }

  restored(
    path: string,
    how: {
      from: 'snapshot' | 'source' | 'index' | 'memory' | 'new'
      takenAt: string | null
      kept: string | null
    },
  ): void {
    this.parts.incidents.add({ kind: 'restored', path: this.name(path), ...how })
  }

  private async takenBack(folder: string, id: ArticleId): Promise<boolean> {
    const { trash, incidents } = this.parts
    const isMissing = !(await readdir(folder)).includes(articleFile)
    if (!isMissing || !(await trash.has(id))) return false
    await trash.takeBack(id)
    incidents.add({ kind: 'taken-back', path: this.name(folder), articleId: id })
    return true
  }

  private async readBack(folder: string, error: DamagedFile): Promise<Article> {
    const article = await new JsonFile(join(folder, articleFile), 'article', Article).read()
    if (article === null) throw error
    return article
  }

  private async findArticle(
    folder: string,
    id: ArticleId,
  ): Promise<{ article: Article; from: 'index' | 'source' } | null> {
    const indexed = this.parts.indexed(id)
    const path = join(folder, articleFile)
    if (indexed !== null) {
      const article = new JsonFile(path, 'article', Article).parse(Buffer.from(indexed))
      return { article, from: 'index' }
    }
    const article = await this.articleFromSource(folder, id)
    return article === null ? null : { article, from: 'source' }
  }

  private async articleFromSource(folder: string, id: ArticleId): Promise<Article | null> {
    const names = await readdir(folder)
    const file = names.find((name) => name.startsWith('source-1.'))
    const read = file === undefined ? null : await readSource(this.parts.reread, join(folder, file), null)
    if (read === null) return null
    const files = filesOf(id, read)
    for (const [name, bytes] of files)
      if (name !== articleFile && !names.includes(name)) await writeDurably(join(folder, name), bytes)
    return new JsonFile(join(folder, articleFile), 'article', Article).parse(files.get(articleFile) ?? none)
  }

  /** `name` is that of the edition's own file. */
  private async editionFromSource(folder: string, name: string): Promise<VersionFile | null> {
    const [, number, device] = versionFileName.exec(name) ?? []
    const names = await readdir(folder)
    const file = names.find((each) => each.startsWith(`source-${number}.${device}.`))
    const read = file === undefined ? null : await readSource(this.parts.reread, join(folder, file), null)
    if (read === null) return null
    const whose = {
      articleId: ArticleId.parse(basename(folder)),
      device: DeviceId.parse(device),
      number: Number(number),
    }
    const bytes = laterFilesOf(whose, read).get(name) ?? none
    return new JsonFile(join(folder, name), 'version', VersionFile).parse(bytes)
  }

  private name(path: string): string {
    return this.parts.layout.relative(path)
  }
}

/** A library that is only looked at: what can't be read is left as it is, and said. */
export function onlyLooking(reread: Reread, say: (error: DamagedFile | NewerFile) => void): Rescue {
  return {
    article: (_folder, _id, error) => {
      say(error)
      return Promise.reject(error)
    },
    ownNotes: async (error) => say(error),
    damagedSince: async (error) => say(error),
    otherNotes: async (error) => {
      say(error)
      return false
    },
    ownFeeds: async (error) => say(error),
    otherFeeds: async (error) => {
      say(error)
      return false
    },
    missingFeeds: async () => undefined,
    absorb: async () => false,
    unreadable: say,
    missingNotes: async () => false,
    edition: async (_folder, error) => {
      say(error)
      return null
    },
    missingEditions: async () => false,
    content: async (folder, version, error) => {
      say(error)
      const read = await readSource(reread, join(folder, version.file), version.importer)
      if (read === null) throw error
      return read.draft.content
    },
  }
}

function feedsAt(path: string): JsonFile<FeedsFile> {
  return new JsonFile(path, 'feeds', FeedsFile)
}

const none = new Uint8Array()

/** The untouched bytes of an edition that came in later. */
const laterSource = /^source-(\d{1,6}\.[0-9a-z]{12})\.[a-z0-9]{1,8}$/

/** A story read once more from the bytes it came from; null where they are gone or can't be read. */
async function readSource(reread: Reread, path: string, importer: string | null): Promise<Incoming | null> {
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return null
  const addedAt = (await stat(path)).mtime.toISOString()
  const name = basename(path)
  const draft = await reread({ name, bytes, modified: addedAt }, importer)
  return draft === null ? null : { draft, facts: {}, source: { name, bytes }, addedAt }
}

function isReadable<T>(file: JsonFile<T>, bytes: Uint8Array): boolean {
  try {
    file.parse(bytes)
    return true
  } catch {
    return false // an older copy is tried
  }
}

/** What is said of a file that can't be read. */
export function unreadable(layout: Layout, error: DamagedFile | NewerFile): Happening {
  const path = layout.relative(error.path)
  return error instanceof NewerFile
    ? { kind: 'newer', path, format: error.format }
    : { kind: 'unreadable', path, reason: error.message }
}
