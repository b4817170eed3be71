import { join } from 'node:path'
import { type UtilityProcess, utilityProcess } from 'electron'
import type { LibraryEvent, LibraryMethod, Input, Output } from '../src/contract.ts'
import type { AppError, Result } from '../src/errors.ts'
import { fail } from '../src/errors.ts'
import type { ServiceMessage, ServiceRequest } from './service-process.ts'

type Pending = (result: Result<unknown>) => void

/**
 * Runs the library service in a process of its own: started by the first question, so that it does not compete with the
 * page for the first frame, and again by the first one after it died.
 */
export class ServiceHost {
  private child: UtilityProcess | null = null
  private nextId = 1
  private readonly pending = new Map<number, Pending>()

  constructor(
    readonly root: string,
    private readonly listeners: {
      onEvent: (event: LibraryEvent) => void
      onProblems: (problems: AppError[]) => void
    },
  ) {}

  /** Asks the service. What was asked of a process that died is answered with `internal`. */
  ask(method: string, input: unknown): Promise<Result<unknown>> {
    return new Promise((resolve) => {
      const id = this.nextId++
      this.pending.set(id, resolve)
      this.send({ id, method, input })
    })
  }

  /** Asks the service for something the contract lists. */
  async call<M extends LibraryMethod>(method: M, input: Input<M>): Promise<Result<Output<M>>> {
    return (await this.ask(method, input)) as Result<Output<M>> // the service answers by the same table
  }

  /** Lets the service finish what it is writing and end. */
  close(): Promise<void> {
    const { child } = this
    if (child === null) return Promise.resolve()
    return new Promise((resolve) => {
      child.once('exit', () => resolve())
      this.send({ close: true })
    })
  }

  private start(): UtilityProcess {
    const child = utilityProcess.fork(join(import.meta.dirname, 'service.js'), [this.root], {
      serviceName: 'Lectern library',
    })
    child.on('message', (message: ServiceMessage) => this.receive(message))
    child.on('exit', (code) => this.lost(code))
    return child
  }

  private send(request: ServiceRequest): void {
    this.child ??= this.start()
    this.child.postMessage(request)
  }

  private receive(message: ServiceMessage): void {
    if ('event' in message) return this.listeners.onEvent(message.event)
    if ('problems' in message) return this.listeners.onProblems(message.problems)
    this.pending.get(message.id)?.(message.result)
    this.pending.delete(message.id)
  }

  private lost(code: number): void {
    const error: AppError = { code: 'internal', reason: `the library service ended (${code})` }
    for (const answer of this.pending.values()) answer(fail(error))
    this.pending.clear()
    this.child = null
  }
}
