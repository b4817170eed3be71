import { access, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Result } from '../../../src/errors.ts'
import { fail, ok } from '../../../src/errors.ts'
import { joinFeeds } from '../../../src/merge/feeds.ts'
import { joinFiles } from '../../../src/merge/join-files.ts'
import { FeedsFile } from '../../../src/model/feed.ts'
import type { ArticleId, DeviceId } from '../../../src/model/ids.ts'
import { NotesFile } from '../../../src/model/note.ts'
import { Settings } from '../../../src/model/settings.ts'
import { makeFolder, writeDurably } from '../files/durable.ts'
import { DamagedFile, JsonFile, NewerFile } from '../files/json-file.ts'
import { articleFile, notesFile } from '../files/layout.ts'
import { readNotesFiles } from '../files/notes-files.ts'
import { fileError, Keeper } from '../keeper.ts'
import type { Library } from '../library.ts'
import { writeFolder } from '../new-article.ts'
import { noNotes } from '../shelf.ts'
import type { RestoreTarget } from './restore.ts'

/** An open library as something to restore into. */
export class LibraryTarget implements RestoreTarget {
  constructor(private readonly library: Library) {}

  async whereIs(id: ArticleId): Promise<'library' | 'trash' | 'nowhere'> {
    if (await isThere(this.library.layout.folder(id))) return 'library'
    return (await this.library.parts.trash.has(id)) ? 'trash' : 'nowhere'
  }

  async filesOf(id: ArticleId): Promise<{ names: ReadonlySet<string>; notes: NotesFile[] }> {
    const folder = this.library.layout.folder(id)
    const notes = await readNotesFiles(folder)
    return { names: new Set(await readdir(folder)), notes: notes.filter((file) => file.articleId === id) }
  }

  hasPicture(file: string): Promise<boolean> {
    return isThere(join(this.library.layout.pictures, file))
  }

  hasSettings(device: DeviceId): Promise<boolean> {
    return isThere(this.library.layout.settings(device))
  }

  add(id: ArticleId, files: ReadonlyMap<string, Uint8Array>): Promise<Result<unknown>> {
    const { layout } = this.library
    return attempt(layout.folder(id), async () => {
      await rm(layout.adding(id), { recursive: true, force: true }) // of a restore that a crash ended
      await writeFolder(layout, id, files)
      await this.library.take(id)
    })
  }

  takeBack(id: ArticleId): Promise<Result<unknown>> {
    return this.library.restore(id)
  }

  async join(
    id: ArticleId,
    files: ReadonlyMap<string, Uint8Array>,
    notes: readonly NotesFile[],
  ): Promise<Result<unknown>> {
    const { layout } = this.library
    const written = await attempt(layout.folder(id), () => this.writeFiles(id, files))
    if (!written.ok) return written
    for (const file of notes) {
      const joined =
        file.device === this.library.options.device ? await this.joinOwn(file) : await this.joinOther(file)
      if (!joined.ok) return joined
    }
    return attempt(layout.folder(id), () => this.library.take(id))
  }

  addPicture(file: string, bytes: Uint8Array): Promise<Result<unknown>> {
    const { pictures, root } = this.library.layout
    return attempt(pictures, async () => {
      await makeFolder(pictures, root)
      await writeDurably(join(pictures, file), bytes)
    })
  }

  async addSettings(device: DeviceId, bytes: Uint8Array): Promise<Result<unknown>> {
    const { layout, options, settings } = this.library
    if (device !== options.device)
      return attempt(layout.root, () => writeDurably(layout.settings(device), bytes))
    const restored = Settings.parse(JSON.parse(Buffer.from(bytes).toString()))
    const changed = await settings.change(() => restored)
    if (changed.ok) options.publish({ kind: 'settings-changed', settings: restored })
    return changed
  }

  /** Another device's that is damaged stays as it is: its own device has it. */
  async joinFeeds(file: FeedsFile): Promise<Result<unknown>> {
    const { layout, options, parts } = this.library
    const path = layout.feeds(file.device)
    const open = (): Promise<Keeper<FeedsFile>> =>
      Keeper.open(new JsonFile(path, 'feeds', FeedsFile), { ...file, subscriptions: [], marks: [] })
    try {
      const keeper = await open().catch(async (error: unknown) => {
        if (!(error instanceof DamagedFile) || file.device !== options.device) throw error
        await parts.rescue.ownFeeds(error)
        return open()
      })
      const joined = await keeper.change((current) => joinFeeds(current, file))
      options.publish({ kind: 'feeds-changed' })
      return joined
    } catch (error) {
      return error instanceof DamagedFile ? ok({}) : fail(fileError(path, error))
    }
  }

  /** The article itself last: what makes the folder an article comes when the rest of it is there. */
  private async writeFiles(id: ArticleId, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
    const names = [...files.keys()].sort((a, b) => Number(a === articleFile) - Number(b === articleFile))
    for (const name of names)
      await writeDurably(join(this.library.layout.folder(id), name), files.get(name) ?? new Uint8Array())
  }

  private async joinOwn(file: NotesFile): Promise<Result<unknown>> {
    const shelf = await this.library.shelf(file.articleId)
    return shelf.ok ? this.library.write(shelf.value, ({ own }) => joinFiles(own, file)) : shelf
  }

  private async joinOther(file: NotesFile): Promise<Result<unknown>> {
    const folder = this.library.layout.folder(file.articleId)
    const path = join(folder, notesFile(file.device))
    const open = await this.openOther(path, file)
    // One that is damaged is left as it is: beside it lies what the backup has of it, which is read as the same device's.
    const found = open ?? (await this.openOther(join(folder, `notes.${file.device}.restored.json`), file))
    if (found === null) return fail({ code: 'library-damaged', path, reason: 'it can not be read' })
    return found.ok ? found.value.change((current) => joinFiles(current, file)) : found
  }

  /** Null for a file that can't be read as what it should be. */
  private async openOther(
    path: string,
    { articleId, device }: NotesFile,
  ): Promise<Result<Keeper<NotesFile>> | null> {
    const care = { join: joinFiles, setAside: async () => undefined }
    try {
      return ok(await Keeper.open(new JsonFile(path, 'notes', NotesFile), noNotes(articleId, device), care))
    } catch (error) {
      if (error instanceof DamagedFile || error instanceof NewerFile) return null
      return fail(fileError(path, error))
    }
  }
}

async function attempt(path: string, task: () => Promise<unknown>): Promise<Result<unknown>> {
  try {
    return ok(await task())
  } catch (error) {
    return fail(fileError(path, error))
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
