import { Worker } from 'node:worker_threads'
import { type AppError, fail, type Result } from '../../src/errors.ts'
import type { Answers, Request, Requests } from './worker.ts'

/** A source that takes longer is given up, so that no input can hang the app. */
const maxSeconds = 15
/** Enough for the largest source that is accepted several times over; more means that an importer ran wild. */
const maxMegabytes = 1024
/** The worker costs about 30 MB; it goes when it has not been needed for this long. */
const idleMs = 10_000

/**
 * The worker thread that reads what is handed in, one thing at a time. A thread, because the same code runs in plain Node and in
 * the app, its memory can be bounded, and it can be stopped in the middle of a loop. One that was stopped, or died, is
 * followed by another at the next question.
 */
export class ImportWorker {
  private worker: Worker | null = null
  private last: Promise<unknown> = Promise.resolve()
  private idle: NodeJS.Timeout | null = null

  /** Asks the worker; `name` is the source's, for what is said when it took too long or broke the worker. */
  ask<K extends keyof Requests>(
    kind: K,
    request: Requests[K],
    name: string,
  ): Promise<Answers[K] | Result<never>> {
    const turn = this.last.then(() => this.answerTo({ kind, ...request } as unknown as Request, name))
    this.last = turn
    return turn as Promise<Answers[K] | Result<never>> // the worker answers each kind by the same table
  }

  async close(): Promise<void> {
    await this.worker?.terminate()
  }

  /** Never rejects. */
  private answerTo(request: Request, name: string): Promise<unknown> {
    const worker = this.start()
    return new Promise((resolve) => {
      const giveUp = (error: AppError): void => {
        this.worker = null
        void worker.terminate()
        finish(fail(error))
      }
      const timer = setTimeout(
        () => giveUp({ code: 'import-stopped', name, seconds: maxSeconds }),
        maxSeconds * 1000,
      )
      const onError = (error: Error): void => {
        console.error(`import of ${name}:`, error)
        giveUp({ code: 'file-unreadable', name, reason: error.message })
      }
      const finish = (answer: unknown): void => {
        clearTimeout(timer)
        worker.off('message', finish).off('error', onError)
        this.rest()
        resolve(answer)
      }
      worker.once('message', finish).once('error', onError)
      worker.postMessage(request)
    })
  }

  private start(): Worker {
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
