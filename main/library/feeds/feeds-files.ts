import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../../src/errors.ts'
import { joinFeeds, mergeFeeds, type MergedFeeds } from '../../../src/merge/feeds.ts'
import { FeedsFile } from '../../../src/model/feed.ts'
import { currentFormat } from '../../../src/model/format.ts'
import { ignoreMissing } from '../files/durable.ts'
import { DamagedFile, JsonFile, NewerFile } from '../files/json-file.ts'
import { feedsFileName } from '../files/layout.ts'
import { isYoung } from '../files/settling.ts'
import { fileError, Keeper } from '../keeper.ts'
import type { Library } from '../library.ts'

/** What is followed and put away: this device's file, and those that other devices left beside it. */
export class FeedsFiles {
  private opened: Promise<Keeper<FeedsFile>> | null = null
  /** Other devices' files by their paths, as they were when they could be read. */
  private others = new Map<string, FeedsFile>()

  constructor(private readonly library: Library) {}

  /** As all devices have it now. Throws what `JsonFile.read` throws. */
  async merged(): Promise<MergedFeeds> {
    const own = await this.own()
    if (!own.isBusy) await own.refresh()
    this.others = await this.readOthers(own)
    return mergeFeeds([own.value, ...this.others.values()])
  }

  /** Changes this device's file. */
  async change(next: (file: FeedsFile) => FeedsFile): Promise<Result<FeedsFile>> {
    const { layout, options, parts } = this.library
    try {
      const own = await this.own()
      if (next(own.value) === own.value) return ok(own.value)
      const changed = await own.change(next)
      if (changed.ok) parts.snapshots.changed(own.file.path)
      return changed
    } catch (error) {
      return fail(fileError(layout.feeds(options.device), error))
    }
  }

  /** One that could not be opened is tried again by whoever asks next. */
  private own(): Promise<Keeper<FeedsFile>> {
    this.opened ??= this.open().catch((error: unknown) => {
      this.opened = null
      throw error
    })
    return this.opened
  }

  private async open(): Promise<Keeper<FeedsFile>> {
    const { layout, options, parts } = this.library
    const { rescue } = parts
    const file = new JsonFile(layout.feeds(options.device), 'feeds', FeedsFile)
    const initial: FeedsFile = { format: currentFormat, device: options.device, subscriptions: [], marks: [] }
    const care = { join: joinFeeds, setAside: (error: DamagedFile) => rescue.damagedSince(error) }
    await rescue.missingFeeds()
    return Keeper.open(file, initial, care).catch(async (error: unknown) => {
      if (error instanceof NewerFile) rescue.unreadable(error)
      if (!(error instanceof DamagedFile)) throw error
      await rescue.ownFeeds(error)
      return Keeper.open(file, initial, care)
    })
  }

  private async readOthers(own: Keeper<FeedsFile>): Promise<Map<string, FeedsFile>> {
    const { root } = this.library.layout
    const names = (await readdir(root).catch(ignoreMissing)) ?? []
    const others = new Map<string, FeedsFile>()
    for (const path of names.filter((name) => feedsFileName.test(name)).map((name) => join(root, name))) {
      if (path === own.file.path) continue
      const file = await this.readOther(path)
      if (file !== null && !(await this.absorb(path, file, own))) others.set(path, file)
    }
    return others
  }

  /** What can't be read now is what it was; null where it never was anything. */
  private async readOther(path: string): Promise<FeedsFile | null> {
    const { rescue } = this.library.parts
    const file = new JsonFile(path, 'feeds', FeedsFile)
    try {
      return await file.read()
    } catch (error) {
      if (!(error instanceof DamagedFile || error instanceof NewerFile)) throw error
      if (error instanceof NewerFile) rescue.unreadable(error)
      else if (!(await isYoung(path)) && (await rescue.otherFeeds(error))) return file.read()
      return this.others.get(path) ?? null
    }
  }

  /** A copy of this device's own file that a synchroniser made. */
  private async absorb(path: string, copy: FeedsFile, own: Keeper<FeedsFile>): Promise<boolean> {
    if (copy.device !== own.value.device) return false
    return this.library.parts.rescue.absorb(path, own.file.path, async () => {
      const joined = await own.change((mine) => joinFeeds(mine, copy))
      return joined.ok
    })
  }
}
