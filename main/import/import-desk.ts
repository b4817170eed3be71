import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { Result } from '../../src/errors.ts'
import { fail, ok } from '../../src/errors.ts'
import type { SourceFile } from '../../src/importers/source-file.ts'
import type { Draft } from '../../src/model/article.ts'

/** A source that was read and waits to be saved or put back. */
export type OpenDraft = { name: string; bytes: Uint8Array; draft: Draft }

/** A source that takes longer is given up, so that no input can hang the app. */
const maxSeconds = 15
/** Enough for the largest text that is accepted several times over; more means that an importer ran wild. */
const maxMegabytes = 1024
/** The worker costs about 30 MB; it goes when it has not been needed for this long. */
const idleMs = 10_000

/**
 * Reads sources in a worker thread and keeps their drafts until they are saved or discarded. A thread, because the same code
 * runs in plain Node and in the app, its memory can be bounded, and it can be stopped in the middle of a loop.
 */
export class ImportDesk {
  private readonly drafts = new Map<string, OpenDraft>()
  private worker: Worker | null = null
  private last: Promise<unknown> = Promise.resolve()
  private idle: NodeJS.Timeout | null = null

  /** Reads a source and keeps its draft under the id that is answered. */
  async read(request: SourceFile): Promise<Result<{ draftId: string; draft: Draft }>> {
    const { name, bytes } = request
    const result = await this.inTurn(() => this.analyse(request))
    if (!result.ok) return result
    const draftId = randomUUID()
    this.drafts.set(draftId, { name, bytes, draft: result.value })
    return ok({ draftId, draft: result.value })
  }

  /** Reads a source whose text was lost; null where it can't be read. */
  async reread(request: SourceFile): Promise<Draft | null> {
    const result = await this.inTurn(() => this.analyse(request))
    return result.ok ? result.value : null
  }

  get(draftId: string): Result<OpenDraft> {
    const draft = this.drafts.get(draftId)
    return draft === undefined ? fail({ code: 'draft-gone' }) : ok(draft)
  }

  discard(draftIds: readonly string[]): void {
    for (const id of draftIds) this.drafts.delete(id)
  }

  async close(): Promise<void> {
    await this.worker?.terminate()
  }

  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.last.then(task)
    this.last = turn.catch(() => undefined) // its caller hears of it
    return turn
  }

  private analyse(request: SourceFile): Promise<Result<Draft>> {
    const { name } = request
    const worker = this.startWorker()
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.worker = null
        void worker.terminate()
        finish(fail({ code: 'import-stopped', name, seconds: maxSeconds }))
      }, maxSeconds * 1000)
      const onError = (error: Error): void => {
        console.error(`import of ${name}:`, error)
        this.worker = null
        finish(fail({ code: 'file-unreadable', name, reason: error.message }))
      }
      const finish = (result: Result<Draft>): void => {
        clearTimeout(timer)
        worker.off('message', finish).off('error', onError)
        this.rest()
        resolve(result)
      }
      worker.once('message', finish).once('error', onError)
      worker.postMessage(request)
    })
  }

  private startWorker(): Worker {
    if (this.idle !== null) clearTimeout(this.idle)
    this.worker ??= new Worker(new URL('./import-worker.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: maxMegabytes },
    })
    return this.worker
  }

  private rest(): void {
    this.idle = setTimeout(() => {
      void this.worker?.terminate()
      this.worker = null
    }, idleMs)
    this.idle.unref()
  }
}
