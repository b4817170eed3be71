import { Worker } from 'node:worker_threads'
import { type AppError, fail, type Result } from '../../src/errors.ts'
import type { Answers, Request, Requests } from './worker.ts'

/** A source that takes longer is given up, so that no input can hang the app. */
const maxSeconds = 15
/** Enough for the largest source that is accepted several times over; more means that an importer ran wild. */
const maxMegabytes = 1024
/**
 * What V8 does not count as its heap, and so does not bound: bytes that are unpacked, and the copies of a source, which may have 200
 * MB each. A stream of zeros in a PDF unpacks to a thousand times its size.
 */
const maxOutsideMegabytes = 512
/** Bytes are unpacked at some 200 MB a second: at this pace little more than the limit is taken. */
const watchMs = 250

const tooMuch = 'it takes more memory to read than there is for it'

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

  /** Ends it, whatever it is doing; what was asked is answered as broken off. */
  async close(): Promise<void> {
    await this.worker?.terminate()
  }

  /** Never rejects. */
  private answerTo(request: Request, name: string): Promise<unknown> {
    if (request.kind === 'close' && this.worker === null) return Promise.resolve(null) // nothing is open
    const worker = this.start()
    const before = process.memoryUsage.rss()
    return new Promise((resolve) => {
      const giveUp = (error: AppError): void => {
        this.worker = null
        void worker.terminate()
        finish(fail(error))
      }
      const breakOff = (reason: string): void => giveUp({ code: 'file-unreadable', name, reason })
      const timer = setTimeout(
        () => giveUp({ code: 'import-stopped', name, seconds: maxSeconds }),
        maxSeconds * 1000,
      )
      const watch = setInterval(() => {
        const taken = process.memoryUsage.rss() - before
        if (taken > (maxMegabytes + maxOutsideMegabytes) * 2 ** 20) breakOff(tooMuch)
      }, watchMs)
      const onError = (error: NodeJS.ErrnoException): void => {
        console.error(`import of ${name}:`, error)
        breakOff(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch : error.message)
      }
      const onExit = (): void => breakOff('reading it was broken off')
      const finish = (answer: unknown): void => {
        clearTimeout(timer)
        clearInterval(watch)
        worker.off('message', finish).off('error', onError).off('exit', onExit)
        this.rest()
        resolve(answer)
      }
      worker.once('message', finish).once('error', onError).once('exit', onExit)
      worker.postMessage(request)
    })
  }

  private start(): Worker {
    if (this.idle !== null) clearTimeout(this.idle)
    this.worker ??= this.begin()
    return this.worker
  }

  private begin(): Worker {
    const worker = new Worker(new URL('./import-worker.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: maxMegabytes },
    })
    // Between two questions too: what an importer did not wait for may fail when nobody asks any more.
    const gone = (): void => {
      if (this.worker === worker) this.worker = null
    }
    return worker.on('error', gone).on('exit', gone)
  }

  private rest(): void {
    this.idle = setTimeout(() => {
      void this.worker?.terminate()
      this.worker = null
    }, idleMs)
    this.idle.unref()
  }
}
