import type { LibraryEvent } from '../src/contract.ts'
import type { AppError, Result } from '../src/errors.ts'
import { openToServe } from './session.ts'

/** What the main process sends to the library service, and what comes back. */
export type ServiceRequest = { id: number; method: string; input: unknown } | { close: true }
export type ServiceMessage =
  { id: number; result: Result<unknown> } | { event: LibraryEvent } | { problems: AppError[] }

const root = process.argv[2]
if (root === undefined) throw new Error('the library service needs the path of its library')

// After the answer to whoever asked for the change: that one waits.
const session = openToServe(root, (event) => setImmediate(() => send({ event })))

void session.then((opened) => {
  if (!opened.ok) send({ problems: [opened.error] })
})

process.parentPort.on('message', ({ data }: { data: ServiceRequest }) => {
  void (async () => {
    const opened = await session
    if ('close' in data) {
      if (opened.ok) await opened.value.close()
      process.exit(0)
    }
    const { id, method, input } = data
    send({ id, result: opened.ok ? await opened.value.call(method, input) : opened })
  })()
})

function send(message: ServiceMessage): void {
  process.parentPort.postMessage(message)
}
