import { randomUUID } from 'node:crypto'
import type { IntakeReport } from '../../src/contract.ts'
import { fail, ok, type Result } from '../../src/errors.ts'
import type { IntakeOptions, IntakeProgress } from '../../src/model/collection.ts'
import { currentFormat } from '../../src/model/format.ts'
import type { ImportDesk } from '../import/import-desk.ts'
import { fileError } from '../library/keeper.ts'
import { count, goneOnWith, type Intake, isWhole, nothingDone, queueOf } from './intake.ts'
import { type IntakeFile, IntakeFiles } from './intake-file.ts'
import { type Around, IntakeRun } from './intake-run.ts'
import { skippedOf } from './plan.ts'
import { trashedIn } from './trashed.ts'
import { Turns } from './turns.ts'

/** What is asked of the desk. */
export type Desk = Pick<ImportDesk, 'read' | 'item' | 'reread' | 'collection' | 'discard'>

type Parts = Pick<Around, 'into' | 'publish' | 'listed'> & { desk: Desk }

/** Takes collections into the library, item by item: each wholly or not at all, and none twice, however often it is begun. */
export class Intakes {
  private readonly intakes = new Map<string, Intake>()
  private readonly files: IntakeFiles
  private found: Promise<void> | null = null
  private readonly adding = new Turns()
  /** Nothing is gone on with twice, or put away meanwhile. */
  private readonly turns = new Turns()

  constructor(private readonly parts: Parts) {
    const { layout, options } = parts.into.library
    this.files = new IntakeFiles(layout, options.clock)
  }

  /** Begins to take in a collection that is on the desk, or some items of it. The desk is rid of it when it is done. */
  async start(
    collectionId: string,
    options: IntakeOptions,
    indices: readonly number[] | undefined,
  ): Promise<Result<IntakeProgress>> {
    const collection = this.parts.desk.collection(collectionId)
    if (!collection.ok) return collection
    const { source, forced, listing } = collection.value
    const { library } = this.parts.into
    const trashed = await trashedIn(library)
    const wanted = indices?.filter((index) => index < listing.items.length) ?? null
    const now = library.options.clock()
    const file: IntakeFile = {
      format: currentFormat,
      writtenAt: now,
      importer: forced ?? null,
      modified: source.modified,
      options,
      indices: wanted,
      progress: {
        ...nothingDone,
        id: randomUUID(),
        name: source.name,
        label: listing.label,
        state: 'running',
        total: wanted?.length ?? listing.items.length,
        startedAt: now,
      },
      failures: [],
      skipped: skippedOf({ library, trashed }, { listing }),
      unplaced: listing.unplaced,
    }
    if (wanted === null) await this.replaceLeft(file.progress)
    try {
      await this.files.begin(file, source.bytes)
    } catch (error) {
      return fail(fileError(library.layout.intakes, error))
    }
    const queue = queueOf(listing.items.length, file)
    const [stop, ended] = [new AbortController(), Promise.resolve()]
    return ok(this.run({ file, queue, failures: [], stop, ended }, { id: collectionId, listing, trashed }))
  }

  async cancel(id: string): Promise<Result<IntakeProgress>> {
    const intake = await this.find(id)
    if (intake === undefined) return fail({ code: 'intake-unknown' })
    intake.stop.abort()
    await intake.ended
    return ok(intake.file.progress)
  }

  async list(): Promise<IntakeProgress[]> {
    await this.look()
    return [...this.intakes.values()].map(({ file }) => file.progress)
  }

  async report(id: string): Promise<Result<IntakeReport>> {
    const intake = await this.find(id)
    if (intake === undefined) return fail({ code: 'intake-unknown' })
    const { progress, skipped, unplaced } = intake.file
    const failures = intake.failures.map(({ index, title, error }) => ({ index, title, error }))
    return ok({ progress, failures, skipped, unplaced })
  }

  /**
   * Goes on with one that was interrupted or cancelled; of one that ended, tries again what failed. One of which this run of
   * Lectern does not know how far it came is gone through from its beginning, where what is there is passed over.
   */
  async resume(id: string): Promise<Result<IntakeProgress>> {
    return this.turns.take(id, () => this.goOn(id))
  }

  async forget(id: string): Promise<Result<Record<string, never>>> {
    return this.turns.take(id, () => this.putAway(id))
  }

  /** Ends what is running after the article that is being written; it waits then to be gone on with. */
  async close(): Promise<void> {
    const running = [...this.intakes.values()].filter(({ file }) => file.progress.state === 'running')
    for (const { stop } of running) stop.abort('closing')
    await Promise.all(running.map(({ ended }) => ended))
  }

  private async goOn(id: string): Promise<Result<IntakeProgress>> {
    const intake = await this.find(id)
    if (intake === undefined) return fail({ code: 'intake-unknown' })
    const { file } = intake
    if (file.progress.state === 'running' || isWhole(intake)) return ok(file.progress)
    const source = await this.files
      .source(file)
      .catch((error: unknown) => fileError(file.progress.name, error))
    if ('code' in source) return fail(source)
    const read = await this.parts.desk.read(source, file.importer ?? undefined)
    if (!read.ok) return read
    const collection = this.parts.desk.collection(read.value.id)
    if (!collection.ok) return collection
    const trashed = await trashedIn(this.parts.into.library)
    const { listing } = collection.value
    return ok(this.run(goneOnWith(intake, listing.items.length), { id: read.value.id, listing, trashed }))
  }

  private async putAway(id: string): Promise<Result<Record<string, never>>> {
    const intake = await this.find(id)
    if (intake === undefined || intake.file.progress.state === 'running')
      return fail({ code: 'intake-unknown' })
    this.intakes.delete(id)
    await this.files.remove(id)
    return ok({})
  }

  /** The same collection handed in once more, and all of it wanted: what was left of it then is taken in now. */
  private async replaceLeft({ name, label }: IntakeProgress): Promise<void> {
    await this.look()
    for (const intake of [...this.intakes.values()]) {
      const { progress } = intake.file
      const isLeft = progress.state !== 'running' && !isWhole(intake)
      if (isLeft && progress.name === name && progress.label === label) await this.forget(progress.id)
    }
  }

  private run(intake: Intake, collection: ConstructorParameters<typeof IntakeRun>[1]): IntakeProgress {
    this.intakes.set(intake.file.progress.id, intake)
    const write = (): Promise<void> => this.files.write(intake.file).catch(say)
    const run = new IntakeRun(intake, collection, { ...this.parts, adding: this.adding, write })
    intake.ended = run.takeAll().then(() => this.end(intake, collection.id))
    return intake.file.progress
  }

  /** Of one that came in whole nothing stays on the disk; its report stays until the app ends. */
  private async end(intake: Intake, collectionId: string): Promise<void> {
    const { signal } = intake.stop
    this.parts.desk.discard([collectionId]) // it is on the disk, and read from there where it is gone on with
    const isLeft = intake.queue?.length !== 0
    const state = isLeft ? (signal.reason === 'closing' ? 'waiting' : 'cancelled') : 'ended'
    count(intake, { state })
    const { file, failures } = intake
    await (
      isWhole(intake) ? this.files.remove(file.progress.id) : this.files.write({ ...file, failures })
    ).catch(say)
    this.parts.publish({ kind: 'list-changed' })
    this.parts.publish({ kind: 'intake', progress: file.progress })
  }

  private async find(id: string): Promise<Intake | undefined> {
    await this.look()
    return this.intakes.get(id)
  }

  /** Looks once for what an earlier run left; not where another program writes, whose own it would be. */
  private look(): Promise<void> {
    if (this.parts.into.library.options.readOnly !== null) return Promise.resolve()
    this.found ??= this.files.left().then((files) => {
      for (const file of files) this.takeOver(file)
    }, say)
    return this.found
  }

  private takeOver(file: IntakeFile): void {
    const { progress, failures } = file
    if (this.intakes.has(progress.id)) return
    const isBrokenOff = progress.state === 'running'
    this.intakes.set(progress.id, {
      file: isBrokenOff ? { ...file, progress: { ...progress, state: 'waiting' } } : file,
      queue: progress.state === 'ended' ? [] : null,
      failures,
      stop: new AbortController(),
      ended: Promise.resolve(),
    })
  }
}

/** The list of what was left, or the record of how far it came: without it, taking in goes on, and can only not be resumed. */
function say(error: unknown): void {
  console.error('intakes:', error)
}
