import { randomUUID } from 'node:crypto'
import type { IntakeReport, LibraryEvent } from '../../src/contract.ts'
import { type AppError, fail, ok, type Result } from '../../src/errors.ts'
import type { IntakeOptions, IntakeProgress } from '../../src/model/collection.ts'
import { currentFormat } from '../../src/model/format.ts'
import { addressKey } from '../../src/versions/same-address.ts'
import type { ImportDesk, OpenCollection } from '../import/import-desk.ts'
import { fileError } from '../library/keeper.ts'
import { IntakeFiles, type IntakeFile } from './intake-file.ts'
import { loadPage, loadPictures } from './load-page.ts'
import { effectOf } from './plan.ts'
import { type Into, type TakenIn, takeIn } from './take-in.ts'

/** What is asked of the desk. */
export type Desk = Pick<ImportDesk, 'read' | 'item' | 'reread' | 'collection' | 'discard'>

type Failure = IntakeReport['failures'][number]

/** A collection that is taken in, was taken in, or waits to be. */
type Intake = {
  file: IntakeFile
  /** What the desk calls the collection; null for one that an earlier run left, until it is gone on with. */
  collectionId: string | null
  /** Items that are still to come. */
  queue: number[]
  failures: Failure[]
  stop: AbortController
  ended: Promise<void>
}

/** Items that are taken in side by side: while one waits for the disk or the net, the others go on. */
const atOnce = 4
/** How often the window is told, which is as often as anybody sees; and how often the list is asked for anew. */
const tellMs = 100
const listMs = 1000
/** How often what was done is written down. It is only for people: what is in the library is known by looking. */
const writeMs = 2000

/** Takes collections into the library, item by item: each wholly or not at all, and none twice, however often it is begun. */
export class Intakes {
  private readonly intakes = new Map<string, Intake>()
  private readonly files: IntakeFiles
  private found: Promise<void> | null = null
  /** Articles that are being looked up and added: two items of the same address must not both be new. */
  private readonly adding = new Map<string, Promise<unknown>>()

  constructor(
    private readonly into: Into,
    private readonly desk: Desk,
    private readonly publish: (event: LibraryEvent) => void,
  ) {
    this.files = new IntakeFiles(into.library.layout)
  }

  /** Begins to take in a collection that is on the desk, or some items of it. */
  async start(
    collectionId: string,
    options: IntakeOptions,
    indices: readonly number[] | undefined,
  ): Promise<Result<IntakeProgress>> {
    const collection = this.desk.collection(collectionId)
    if (!collection.ok) return collection
    const { source, forced, listing } = collection.value
    const wanted = indices?.filter((index) => index < listing.items.length) ?? null
    const file: IntakeFile = {
      format: currentFormat,
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
        startedAt: this.into.library.options.clock(),
      },
    }
    await this.replaceWaiting(file.progress)
    const begun = await this.begin(file, collection.value)
    if (!begun.ok) return begun
    return ok(this.run({ file, collectionId, queue: queueOf(collection.value, wanted), ...fresh() }))
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
    const collection = intake.collectionId === null ? null : this.desk.collection(intake.collectionId)
    const { skipped, unplaced } = collection?.ok ? collection.value.listing : { skipped: [], unplaced: [] }
    const { file, failures } = intake
    return ok({ progress: file.progress, failures, skipped, unplaced })
  }

  /** Goes on with one that was interrupted or cancelled; of one that ended, tries again what failed. */
  async resume(id: string): Promise<Result<IntakeProgress>> {
    const intake = await this.find(id)
    if (intake === undefined) return fail({ code: 'intake-unknown' })
    const { progress } = intake.file
    if (progress.state === 'running') return ok(progress)
    if (intake.collectionId === null) return this.goOn(intake)
    const collection = this.desk.collection(intake.collectionId)
    if (!collection.ok) return collection
    const again = intake.failures.map(({ index }) => index)
    const queue = [...again, ...intake.queue]
    const { failed, done } = progress
    intake.file = {
      ...intake.file,
      progress: { ...progress, state: 'running', failed: failed - again.length, done: done - again.length },
    }
    const begun = await this.begin(intake.file, collection.value)
    if (!begun.ok) return begun
    return ok(this.run({ ...intake, ...fresh(), queue }))
  }

  async forget(id: string): Promise<Result<Record<string, never>>> {
    const intake = await this.find(id)
    if (intake === undefined || intake.file.progress.state === 'running')
      return fail({ code: 'intake-unknown' })
    this.intakes.delete(id)
    if (intake.collectionId !== null) this.desk.discard([intake.collectionId])
    await this.files.remove(id)
    return ok({})
  }

  /** Ends what is running after the article that is being written; it waits then to be gone on with. */
  async close(): Promise<void> {
    const running = [...this.intakes.values()].filter(({ file }) => file.progress.state === 'running')
    for (const { stop } of running) stop.abort('closing')
    await Promise.all(running.map(({ ended }) => ended))
  }

  /** One that an earlier run of the app left: all of it from the beginning, where what is there is passed over at once. */
  private async goOn(intake: Intake): Promise<Result<IntakeProgress>> {
    const { file } = intake
    const { clock } = this.into.library.options
    const source = await this.files
      .source(file, clock())
      .catch((error: unknown) => fileError(file.progress.name, error))
    if ('code' in source) return fail(source)
    const read = await this.desk.read(source, file.importer ?? undefined)
    if (!read.ok) return read
    const collection = this.desk.collection(read.value.id)
    if (!collection.ok) return collection
    const progress: IntakeProgress = { ...file.progress, ...nothingDone, state: 'running' }
    const queue = queueOf(collection.value, file.indices)
    return ok(this.run({ file: { ...file, progress }, collectionId: read.value.id, queue, ...fresh() }))
  }

  /** Writes down what is taken in, so that it can be gone on with after a crash. */
  private async begin(file: IntakeFile, { source }: OpenCollection): Promise<Result<true>> {
    try {
      await this.files.begin(file, source.bytes)
      return ok(true)
    } catch (error) {
      return fail(fileError(this.into.library.layout.intakes, error))
    }
  }

  /** The same collection handed in once more: what was left of it then is taken in now. */
  private async replaceWaiting({ name, label }: IntakeProgress): Promise<void> {
    await this.look()
    for (const { file } of [...this.intakes.values()]) {
      const { progress } = file
      const isSame = progress.state === 'waiting' && progress.name === name && progress.label === label
      if (isSame) await this.forget(progress.id)
    }
  }

  private run(intake: Intake): IntakeProgress {
    this.intakes.set(intake.file.progress.id, intake)
    intake.ended = this.takeAll(intake)
    return intake.file.progress
  }

  /** Never rejects: what can't be taken in is a failure of its own. */
  private async takeAll(intake: Intake): Promise<void> {
    const { stop, queue } = intake
    const tell = (): void => this.publish({ kind: 'intake', progress: intake.file.progress })
    const telling = setInterval(tell, tellMs)
    const listing = setInterval(() => this.publish({ kind: 'list-changed' }), listMs)
    const writing = setInterval(() => void this.writeDown(intake), writeMs)
    const next = async (): Promise<void> => {
      for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
        await this.takeOne(intake, index)
        if (stop.signal.aborted) return
        await aMoment() // for whoever else asks the service for something
      }
    }
    await Promise.all(Array.from({ length: atOnce }, next))
    for (const timer of [telling, listing, writing]) clearInterval(timer)
    await this.end(intake)
    this.publish({ kind: 'list-changed' })
    tell()
  }

  private async end(intake: Intake): Promise<void> {
    const { signal } = intake.stop
    const isClosing = signal.reason === 'closing'
    const state = isClosing ? 'waiting' : signal.aborted && intake.queue.length > 0 ? 'cancelled' : 'ended'
    count(intake, { state })
    if (isClosing) await this.writeDown(intake)
    else await this.files.remove(intake.file.progress.id).catch(say)
  }

  private async takeOne(intake: Intake, index: number): Promise<void> {
    const { collectionId, failures, file, stop } = intake
    const { options } = file
    const { library } = this.into
    if (collectionId === null) throw new Error('a collection that is not open')
    const collection = this.desk.collection(collectionId)
    const line = collection.ok ? collection.value.listing.items[index] : undefined
    if (!collection.ok || line === undefined) return
    const failed = (error: AppError): void => {
      failures.push({ index, title: line.title, error })
      count(intake, { failed: 1, done: 1 })
    }
    try {
      const { importer } = collection.value.listing
      // What is there already is not read again; unless its page is to be loaded.
      if (!options.loadsPages && effectOf(library, importer, line) === 'same')
        return count(intake, { same: 1, done: 1 })
      const read = await this.desk.item(collectionId, index, library.options.clock())
      if (!read.ok) return failed(read.error)
      const item = { ...read.value, addedAt: read.value.addedAt ?? inOrder(file.progress.startedAt, index) }
      const taken = await this.alone(line.url === null ? line.key : addressKey(line.url), () =>
        takeIn(item, this.into),
      )
      if (!taken.ok) return failed(taken.error)
      const problem = await this.load(taken.value, options, stop.signal)
      if (stop.signal.aborted && problem !== null) return
      count(intake, { [taken.value.outcome]: 1 })
      if (problem === null) count(intake, { done: 1 })
      else failed(problem)
    } catch (error) {
      console.error(`taking in ${line.title}:`, error)
      failed({ code: 'internal', reason: error instanceof Error ? error.message : String(error) })
    }
  }

  /** Loads what an item that was taken in is to have from the net; answers what was in the way. */
  private async load(
    { article }: TakenIn,
    { loadsPages, keepsPictures }: IntakeOptions,
    signal: AbortSignal,
  ): Promise<AppError | null> {
    const loading = { into: this.into, desk: this.desk, signal }
    if (loadsPages && article.isOnlyLink && URL.canParse(article.source)) {
      const page = await loadPage(article.id, loading)
      if (!page.ok) return page.error
    }
    if (!keepsPictures) return null
    const pictures = await loadPictures(article.id, loading)
    return pictures.ok ? (pictures.value.failed[0] ?? null) : pictures.error
  }

  /** One after the other for the same address. */
  private async alone<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.adding.get(key)
    const turn = (before ?? Promise.resolve()).then(task)
    const settled = turn.catch(() => undefined) // its caller hears of it
    this.adding.set(key, settled)
    return turn.finally(() => {
      if (this.adding.get(key) === settled) this.adding.delete(key)
    })
  }

  private async find(id: string): Promise<Intake | undefined> {
    await this.look()
    return this.intakes.get(id)
  }

  /** Looks once for what an earlier run left. */
  private look(): Promise<void> {
    this.found ??= this.files.left().then((files) => {
      for (const file of files) {
        const { progress } = file
        if (this.intakes.has(progress.id)) continue
        const waiting: IntakeFile = { ...file, progress: { ...progress, state: 'waiting' } }
        this.intakes.set(progress.id, { file: waiting, collectionId: null, queue: [], ...fresh() })
      }
    }, say)
    return this.found
  }

  private async writeDown({ file }: Intake): Promise<void> {
    await this.files.write(file).catch(say)
  }
}

/**
 * When an item came in that does not say when it was saved: each a millisecond before the one it follows, so that the list, which has
 * the newest on top, shows a book's chapters in their order.
 */
function inOrder(startedAt: string, index: number): string {
  return new Date(Date.parse(startedAt) - index).toISOString()
}

const nothingDone = { done: 0, added: 0, extended: 0, same: 0, failed: 0 } as const

function fresh(): Pick<Intake, 'failures' | 'stop' | 'ended'> {
  return { failures: [], stop: new AbortController(), ended: Promise.resolve() }
}

function queueOf({ listing }: OpenCollection, indices: readonly number[] | null): number[] {
  return [...(indices ?? listing.items.keys())]
}

type Counts = Partial<Record<keyof typeof nothingDone, number>>

function count(intake: Intake, { state, ...counts }: Counts & { state?: IntakeProgress['state'] }): void {
  const progress = { ...intake.file.progress, ...(state !== undefined && { state }) }
  for (const [name, more] of Object.entries(counts)) progress[name as keyof Counts] += more
  intake.file = { ...intake.file, progress }
}

/** The list of what was left, or the record of how far it came: without it, taking in goes on, and can only not be resumed. */
function say(error: unknown): void {
  console.error('intakes:', error)
}

function aMoment(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
