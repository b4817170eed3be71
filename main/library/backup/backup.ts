import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { z } from 'zod'
import type { RestorePlan } from '../../../src/contract.ts'
import type { Result } from '../../../src/errors.ts'
import { fail, ok } from '../../../src/errors.ts'
import type { FileKind } from '../../../src/migrations/step.ts'
import { Article, VersionFile } from '../../../src/model/article.ts'
import { Content } from '../../../src/model/content.ts'
import { currentFormat } from '../../../src/model/format.ts'
import { type ArticleId, DeviceId } from '../../../src/model/ids.ts'
import { NotesFile } from '../../../src/model/note.ts'
import { PicturesFile } from '../../../src/model/pictures-file.ts'
import { FeedsFile } from '../../../src/model/feed.ts'
import { Settings } from '../../../src/model/settings.ts'
import { readError } from '../../read-file.ts'
import { DamagedFile, JsonFile, NewerFile, toBytes } from '../files/json-file.ts'
import { withEditions } from '../editions.ts'
import { articleFile, notesFileName, picturesFileName, versionFileName } from '../files/layout.ts'
import { Marker } from '../folder.ts'
import { markerName, readEntryName } from './entry-name.ts'
import { BadZip, type OnEntry, type Place, ZipReader } from './zip-reader.ts'

type Skipped = RestorePlan['skipped'][number]

/** The most that a plan tells of; who wants more has the zip. */
const mostSkipped = 500

/** What a backup says of an article, without its texts. */
export type BackedUpShelf = {
  article: Article
  /** The notes files by name, those of conflict copies among them. */
  notes: Map<string, NotesFile>
  /** `article.json` and the notes files, in the current format. */
  files: Map<string, Uint8Array>
}

/** A JSON file of a backup: what it says, and its bytes as they are to be written. */
type Parsed<T> = { value: T; bytes: Uint8Array }

/** A backup that is open to be read. What of it can't be is left out, and `skipped` says why. */
export class Backup {
  readonly articles = new Map<ArticleId, Map<string, Place>>()
  readonly settings = new Map<DeviceId, Place>()
  readonly feeds = new Map<DeviceId, Place>()
  /** By name; the name begins with the SHA-256 of the bytes. */
  readonly pictures = new Map<string, Place>()
  private readonly left = new Map<string, Skipped>()
  private marker: Place | null = null
  /** A folder that `lectern.json` lies in, where it does not lie at the top. */
  private folder: string | null = null
  private zip: ZipReader | null = null

  private constructor(readonly path: string) {}

  /**
   * Opens a backup. Answers `backup-damaged` for what is none, `library-newer` for one of a later Lectern, and
   * `file-missing` and the like where the file can't be read.
   */
  static async open(path: string): Promise<Result<Backup>> {
    const backup = new Backup(path)
    try {
      backup.zip = await ZipReader.open(path, backup.onEntry)
      await backup.readMarker()
      return ok(backup)
    } catch (error) {
      await backup.close()
      const name = basename(path)
      if (error instanceof BadZip) return fail({ code: 'backup-damaged', name, reason: error.message })
      if (error instanceof NewerFile) return fail({ code: 'library-newer', path, format: error.format })
      return fail(readError(name, error))
    }
  }

  /** Entries that are no part of a library or can't be read, the first 500. */
  get skipped(): Skipped[] {
    return [...this.left.values()].slice(0, mostSkipped)
  }

  /** An article's facts and notes; null where the backup has no `article.json` of it that can be read. */
  async readShelf(id: ArticleId): Promise<BackedUpShelf | null> {
    const places = this.articles.get(id) ?? new Map<string, Place>()
    const article = await this.readJson(`articles/${id}/${articleFile}`, places.get(articleFile), [
      'article',
      Article,
    ])
    if (article === null) return null
    if (article.value.id !== id)
      return this.skip(`articles/${id}`, `it is article ${article.value.id}, by its article.json`)
    const notes = new Map<string, NotesFile>()
    const files = new Map([[articleFile, article.bytes]])
    for (const [file, place] of places) {
      if (!notesFileName.test(file)) continue
      const name = `articles/${id}/${file}`
      const read = await this.readJson(name, place, ['notes', NotesFile])
      if (read === null) continue
      if (read.value.articleId !== id) this.skip(name, 'it belongs to another article')
      else if (isAnothers(file, read.value)) this.skip(name, 'it is another device’s than its name says')
      else {
        notes.set(file, read.value)
        files.set(file, read.bytes)
      }
    }
    for (const [file, place] of places) {
      if (!picturesFileName.test(file)) continue
      const name = `articles/${id}/${file}`
      const read = await this.readJson(name, place, ['pictures', PicturesFile])
      if (read !== null) files.set(file, read.bytes)
    }
    const editions = await this.readEditions(id, places)
    for (const [file, { bytes }] of editions) files.set(file, bytes)
    const later = [...editions.values()].map(({ value }) => value)
    return { article: withEditions(article.value, later), notes, files }
  }

  private async readEditions(
    id: ArticleId,
    places: ReadonlyMap<string, Place>,
  ): Promise<Map<string, Parsed<VersionFile>>> {
    const editions = new Map<string, Parsed<VersionFile>>()
    for (const [file, place] of places) {
      if (!versionFileName.test(file)) continue
      const name = `articles/${id}/${file}`
      const read = await this.readJson(name, place, ['version', VersionFile])
      if (read === null) continue
      if (read.value.articleId !== id) this.skip(name, 'it belongs to another article')
      else editions.set(file, read)
    }
    return editions
  }

  /**
   * An article's texts and their sources, as far as they are in the backup and good. Of a version either is enough: a text
   * is read once more from its source.
   */
  async readTexts({ id, versions }: Article): Promise<Map<string, Uint8Array>> {
    const places = this.articles.get(id) ?? new Map<string, Place>()
    const files = new Map<string, Uint8Array>()
    for (const { content, file, sha256 } of versions) {
      const read = await this.readJson(`articles/${id}/${content}`, places.get(content), ['content', Content])
      if (read !== null) files.set(content, read.bytes)
      const sourcePlace = file.startsWith('source-') ? places.get(file) : undefined
      const source = await this.readHashed(`articles/${id}/${file}`, sourcePlace, sha256)
      if (source !== null) files.set(file, source)
    }
    return files
  }

  async readSettings(device: DeviceId): Promise<Uint8Array | null> {
    const name = `settings.${device}.json`
    return (await this.readJson(name, this.settings.get(device), ['settings', Settings]))?.bytes ?? null
  }

  async readFeeds(device: DeviceId): Promise<FeedsFile | null> {
    const read = await this.readJson(`feeds.${device}.json`, this.feeds.get(device), ['feeds', FeedsFile])
    return read?.value.device === device ? read.value : null
  }

  async readPicture(file: string): Promise<Uint8Array | null> {
    return this.readHashed(`pictures/${file}`, this.pictures.get(file), file.slice(0, sha256Length))
  }

  async close(): Promise<void> {
    await this.zip?.close()
    this.zip = null
  }

  private readonly onEntry: OnEntry = (name, entry) => {
    if (desktopName.test(name)) return
    const read = readEntryName(name)
    if (name.endsWith(`/${markerName}`)) this.folder ??= name.slice(0, -markerName.length)
    if (read === null) this.skip(name, 'it is no file of a library')
    else if ('problem' in entry) this.skip(name, entry.problem)
    else if (read.kind === 'marker') this.marker = entry
    else if (read.kind === 'settings') this.settings.set(read.device, entry)
    else if (read.kind === 'feeds') this.feeds.set(read.device, entry)
    else if (read.kind === 'picture') this.pictures.set(read.file, entry)
    else if (read.kind === 'article') {
      const places = this.articles.get(read.id) ?? new Map<string, Place>()
      this.articles.set(read.id, places.set(read.file, entry))
    }
  }

  private async readMarker(): Promise<void> {
    if (this.marker === null) throw new BadZip(this.reasonWithoutMarker())
    const bytes = await this.bytesOf(this.marker)
    try {
      new JsonFile(markerName, 'library', Marker).parse(bytes)
    } catch (error) {
      throw error instanceof DamagedFile
        ? new BadZip(`its lectern.json is damaged (${error.message})`)
        : error
    }
  }

  private reasonWithoutMarker(): string {
    return this.folder === null
      ? 'there is no lectern.json in it'
      : `its files lie in a folder of their own (${this.folder}), not at the top of the zip`
  }

  /** Null where there is no such entry, or one that can't be read, which is noted. */
  private async readJson<T>(
    name: string,
    place: Place | undefined,
    [kind, schema]: readonly [FileKind, z.ZodType<T>],
  ): Promise<Parsed<T> | null> {
    const bytes = await this.read(name, place)
    if (bytes === null) return null
    try {
      const value = new JsonFile(name, kind, schema).parse(bytes)
      return { value, bytes: isCurrent(bytes) ? bytes : toBytes(value) }
    } catch (error) {
      if (error instanceof NewerFile)
        return this.skip(name, `a newer Lectern wrote it (format ${error.format})`)
      if (error instanceof DamagedFile) return this.skip(name, `it is damaged (${error.message})`)
      throw error
    }
  }

  private async readHashed(
    name: string,
    place: Place | undefined,
    sha256: string,
  ): Promise<Uint8Array | null> {
    const bytes = await this.read(name, place)
    if (bytes === null || createHash('sha256').update(bytes).digest('hex') === sha256) return bytes
    return this.skip(name, 'its bytes are not those it is listed with')
  }

  private async read(name: string, place: Place | undefined): Promise<Buffer | null> {
    if (place === undefined) return this.skip(name, 'it is missing')
    try {
      return await this.bytesOf(place)
    } catch (error) {
      if (error instanceof BadZip) return this.skip(name, `it is damaged: ${error.message}`)
      throw error
    }
  }

  private async bytesOf(place: Place): Promise<Buffer> {
    if (this.zip === null) throw new Error('the backup was closed')
    return this.zip.read(place)
  }

  /** Once each: an article is read when the restore is planned, and once more when it is done. */
  private skip(name: string, reason: string): null {
    if (this.left.size < mostSkipped && !this.left.has(name)) this.left.set(name, { name, reason })
    return null
  }
}

const sha256Length = 64

/** What desktops leave in folders and put into zips; no loss to anybody. */
const desktopName = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$|^__MACOSX\//

/** Whether a file that is called as a device's own is not this device's. What a conflict copy is called does not matter. */
function isAnothers(name: string, { device }: NotesFile): boolean {
  const named = /^notes\.([^.]+)\.json$/.exec(name)?.[1]
  return named !== device && DeviceId.safeParse(named).success
}

/** Whether the bytes can be written as they are. They are JSON with a format, as they have been parsed. */
function isCurrent(bytes: Buffer): boolean {
  const { format } = JSON.parse(bytes.toString()) as { format: unknown }
  return format === currentFormat
}
