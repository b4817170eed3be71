import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../../src/errors.ts'
import { mergeFeeds, type MergedFeeds } from '../../../src/merge/feeds.ts'
import { FeedsFile } from '../../../src/model/feed.ts'
import { currentFormat } from '../../../src/model/format.ts'
import { ignoreMissing, makeFolder, moveDurably } from '../files/durable.ts'
import { DamagedFile, JsonFile, NewerFile } from '../files/json-file.ts'
import { feedsFileName } from '../files/layout.ts'
import { readable } from '../files/notes-files.ts'
import { fileError, Keeper } from '../keeper.ts'
import type { Library } from '../library.ts'

/** What is followed and put away: this device's file, and those that other devices left beside it. */
export class FeedsFiles {
  private opened: Promise<Keeper<FeedsFile>> | null = null

  constructor(private readonly library: Library) {}

  /** As all devices have it now. Throws what `JsonFile.read` throws. */
  async merged(): Promise<MergedFeeds> {
    const own = await this.own()
    if (!own.isBusy) await own.refresh()
    return mergeFeeds([own.value, ...(await this.others(basename(own.file.path)))])
  }

  /** Changes this device's file. */
  async change(next: (file: FeedsFile) => FeedsFile): Promise<Result<FeedsFile>> {
    const { layout, options } = this.library
    try {
      const own = await this.own()
      return next(own.value) === own.value ? ok(own.value) : await own.change(next)
    } catch (error) {
      return fail(fileError(layout.feeds(options.device), error))
    }
  }

  private own(): Promise<Keeper<FeedsFile>> {
    this.opened ??= this.open()
    return this.opened
  }

  private async open(): Promise<Keeper<FeedsFile>> {
    const { layout, options } = this.library
    const file = new JsonFile(layout.feeds(options.device), 'feeds', FeedsFile)
    const initial: FeedsFile = { format: currentFormat, device: options.device, subscriptions: [], marks: [] }
    return Keeper.open(file, initial).catch(async (error: unknown) => {
      if (error instanceof NewerFile) this.library.parts.rescue.unreadable(error)
      if (!(error instanceof DamagedFile) || options.readOnly !== null) throw error
      await this.setAside(error)
      return Keeper.open(file, initial)
    })
  }

  /** Nothing is thrown away: the damaged file lies beside the others that were, and it is said. */
  private async setAside({ path }: DamagedFile): Promise<void> {
    const { layout, options, parts } = this.library
    const target = join(layout.damaged, options.clock().replace(/[-:.]/g, ''), layout.relative(path))
    await makeFolder(dirname(target), layout.root)
    await moveDurably(path, target)
    parts.incidents.add({ kind: 'set-aside', path: layout.relative(path), kept: layout.relative(target) })
  }

  private async others(own: string): Promise<FeedsFile[]> {
    const { root } = this.library.layout
    const names = ((await readdir(root).catch(ignoreMissing)) ?? []).filter(
      (name) => feedsFileName.test(name) && name !== own,
    )
    const files = await Promise.all(
      names.map((name) => readable(new JsonFile(join(root, name), 'feeds', FeedsFile))),
    )
    return files.filter((file) => file !== null)
  }
}
