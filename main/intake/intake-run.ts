import type { ArticleSummary, LibraryEvent } from '../../src/contract.ts'
import { type AppError, fail, ok, type Result } from '../../src/errors.ts'
import { addressKey } from '../../src/versions/same-address.ts'
import type { ImportDesk, OpenCollection } from '../import/import-desk.ts'
import type { ItemLine } from '../import/worker.ts'
import { count, type Intake, type Waiting } from './intake.ts'
import { loadPage, loadPictures } from './load-page.ts'
import { isRemoved, wholeArticle } from './plan.ts'
import { type Into, type Outcome, takeIn } from './take-in.ts'
import type { Trashed } from './trashed.ts'
import type { Turns } from './turns.ts'
import { unlessStopped } from './unless-stopped.ts'

/** Items that are taken in side by side: while one waits for the disk or the net, the others go on. */
const atOnce = 4
/** How often the window is told, which is as often as anybody sees; and how often the list is asked for anew. */
const tellMs = 100
const listMs = 1000
/** How often what was done is written down. It is only for people: what is in the library is known by looking. */
const writeMs = 2000

/** What a collection is taken in with. */
export type Around = {
  into: Into
  desk: Pick<ImportDesk, 'item' | 'reread'>
  /** Articles that are being looked up and added: two items of the same address must not both be new. */
  adding: Turns
  publish: (event: LibraryEvent) => void
  /** Resolves when the list knows all that is in the folder: what it does not know would come in twice. */
  listed: () => Promise<void>
  /** Writes down how far it is. Never rejects. */
  write: (intake: Intake) => Promise<void>
}

/** The collection on the desk. */
type Collection = Pick<OpenCollection, 'listing'> & { id: string; trashed: Trashed }

/** What became of an item; the article is null where that lies in the trash. */
type Come = { outcome: Outcome; article: ArticleSummary | null }

/** Takes in what a collection still has in its queue, until that is empty or it is stopped. */
export class IntakeRun {
  private readonly signal: AbortSignal

  constructor(
    private readonly intake: Intake,
    private readonly collection: Collection,
    private readonly around: Around,
  ) {
    this.signal = intake.stop.signal
  }

  /** Never rejects: what can't be taken in is a failure of its own. What had its turn taken away stays in the queue. */
  async takeAll(): Promise<void> {
    const { publish, write } = this.around
    const queue = this.intake.queue ?? []
    const tell = (): void => publish({ kind: 'intake', progress: this.intake.file.progress })
    const telling = setInterval(tell, tellMs)
    const listing = setInterval(() => publish({ kind: 'list-changed' }), listMs)
    const writing = setInterval(() => void write(this.intake), writeMs)
    const next = async (): Promise<void> => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
        const left = await this.takeOne(item)
        if (left !== null) queue.unshift(left)
        if (this.signal.aborted) return
        await aMoment() // for whoever else asks the service for something
      }
    }
    await unlessStopped(this.around.listed(), this.signal)
    if (!this.signal.aborted) await Promise.all(Array.from({ length: atOnce }, next))
    for (const timer of [telling, listing, writing]) clearInterval(timer)
  }

  /** Answers the item, with what has become of it so far, where it was stopped in the middle of it. */
  private async takeOne({ index, cameAs }: Waiting): Promise<Waiting | null> {
    const line = this.collection.listing.items[index]
    if (line === undefined) return null
    let came = cameAs
    const failed = (error: AppError): null => {
      this.intake.failures.push({ index, title: line.title, error, cameAs: came })
      count(this.intake, { failed: 1, done: 1, ...(came !== null && { [came]: 1 }) })
      return null
    }
    try {
      const taken = await this.bring(index, line)
      if (taken === null) return { index, cameAs }
      if (!taken.ok) return failed(taken.error)
      const { outcome, article } = taken.value
      came ??= outcome
      const problem = article === null ? null : await this.load(article)
      if (problem !== null && this.signal.aborted) return { index, cameAs: came }
      if (problem !== null) return failed(problem)
      count(this.intake, { done: 1, [came]: 1 })
      return null
    } catch (error) {
      console.error(`taking in ${line.title}:`, error)
      return failed({ code: 'internal', reason: error instanceof Error ? error.message : String(error) })
    }
  }

  /** Brings an item into the library; null where it was stopped before anything was written of it. */
  private async bring(index: number, line: ItemLine): Promise<Result<Come> | null> {
    const { into, desk, adding } = this.around
    const { id, listing, trashed } = this.collection
    const { library } = into
    const { importer } = listing
    const whole = wholeArticle(library, importer, line)
    if (whole !== null) return ok({ outcome: 'same', article: whole })
    if (isRemoved({ library, trashed }, importer, line)) return ok({ outcome: 'same', article: null })
    const read = await unlessStopped(desk.item(id, index, library.options.clock()), this.signal)
    if (read === null || !read.ok) return read
    const addedAt = read.value.addedAt ?? inOrder(this.intake.file.progress.startedAt, index)
    const turn = line.url === null ? line.key : addressKey(line.url)
    return adding.take(turn, () => takeIn({ ...read.value, addedAt }, into))
  }

  /** Loads what an item that was taken in is to have from the net; answers what was in the way. */
  private async load(article: ArticleSummary): Promise<AppError | null> {
    const { into } = this.around
    const { loadsPages, keepsPictures } = this.intake.file.options
    const loading = { into, desk: { reread: this.reread }, signal: this.signal }
    if (loadsPages && article.isOnlyLink && URL.canParse(article.source)) {
      const page = await loadPage(article.id, loading)
      if (!page.ok) return page.error
    }
    if (!keepsPictures) return null
    const pictures = await loadPictures(article.id, loading)
    return pictures.ok ? (pictures.value.failed[0] ?? null) : pictures.error
  }

  private readonly reread: ImportDesk['reread'] = async (source, importer) => {
    const read = await unlessStopped(this.around.desk.reread(source, importer), this.signal)
    return read ?? fail({ code: 'draft-gone' }) // nobody is told: the item stays in the queue
  }
}

/**
 * When an item came in that does not say when it was saved: each a millisecond before the one it follows, so that the list, which has
 * the newest on top, shows a book's chapters in their order.
 */
function inOrder(startedAt: string, index: number): string {
  return new Date(Date.parse(startedAt) - index).toISOString()
}

function aMoment(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
