import { join } from 'node:path'
import { session, type UtilityProcess, utilityProcess } from 'electron'
import type { LibraryEvent, ServiceMethod, Input, Output } from '../src/contract.ts'
import type { AppError, Result } from '../src/errors.ts'
import { fail } from '../src/errors.ts'
import type { ServiceMessage, ServiceRequest } from './service-process.ts'

type Pending = {
  method: string
  input: unknown
  answer: (result: Result<unknown>) => void
  /** How often it was put to a process that died before it answered. */
  lost: number
}

/** What must not be done twice where nobody knows whether it was done: the person is told, and looks. */
const onlyOnce = ['note.add', 'note.quote', 'import.save', 'restore.apply']

/**
 * Runs the library service in a process of its own: started by the first question, so that it does not compete with the
 * page for the first frame, and again by the first one after it died.
 */
export class ServiceHost {
  private child: UtilityProcess | null = null
  private nextId = 1
  private isClosing = false
  private readonly pending = new Map<number, Pending>()

  constructor(
    readonly root: string,
    private readonly listeners: {
      onEvent: (event: LibraryEvent) => void
      onProblems: (problems: AppError[]) => void
    },
  ) {}

  /**
   * Asks the service. What was asked of a process that died is asked once more of the next one; what may have been done already,
   * or kills a second process, is answered with `internal`.
   */
  ask(method: string, input: unknown): Promise<Result<unknown>> {
    return new Promise((answer) => this.put({ method, input, answer, lost: 0 }))
  }

  /** Asks the service for something the contract lists. */
  async call<M extends ServiceMethod>(method: M, input: Input<M>): Promise<Result<Output<M>>> {
    return (await this.ask(method, input)) as Result<Output<M>> // the service answers by the same table
  }

  /** Lets the service finish what it is writing and end. */
  close(): Promise<void> {
    const { child } = this
    this.isClosing = true
    if (child === null) return Promise.resolve()
    return new Promise((resolve) => {
      child.once('exit', () => resolve())
      this.send({ close: true })
    })
  }

  private start(): UtilityProcess {
    const child = utilityProcess.fork(join(import.meta.dirname, 'service.js'), [this.root], {
      serviceName: 'Lectern library',
      // As many looks at folders at once as `main/library/reconcile.ts` asks for; of its own accord libuv does four, and a disk
      // that has to seek then needs four times as long.
      env: { ...process.env, UV_THREADPOOL_SIZE: '16' },
    })
    child.on('message', (message: ServiceMessage) => this.receive(message))
    child.on('exit', (code) => this.lost(code))
    return child
  }

  private put(pending: Pending): void {
    const id = this.nextId++
    this.pending.set(id, pending)
    this.send({ id, method: pending.method, input: pending.input })
  }

  private send(request: ServiceRequest): void {
    this.child ??= this.start()
    this.child.postMessage(request)
  }

  private receive(message: ServiceMessage): void {
    if ('event' in message) return this.listeners.onEvent(message.event)
    if ('problems' in message) return this.listeners.onProblems(message.problems)
    if ('proxiesFor' in message) return void this.tellProxies(message.proxiesFor)
    this.pending.get(message.id)?.answer(message.result)
    this.pending.delete(message.id)
  }

  /** Only Chromium reads the system's settings of proxies, their scripts included. */
  private async tellProxies(url: string): Promise<void> {
    const proxies = await session.defaultSession.resolveProxy(url)
    this.child?.postMessage({ url, proxies } satisfies ServiceRequest)
  }

  private lost(code: number): void {
    const error: AppError = { code: 'internal', reason: `the library service ended (${code})` }
    const waiting = [...this.pending.values()]
    this.pending.clear()
    this.child = null
    if (this.isClosing) return
    for (const pending of waiting) {
      if (pending.lost > 0 || onlyOnce.includes(pending.method)) pending.answer(fail(error))
      else this.put({ ...pending, lost: pending.lost + 1 })
    }
  }
}
