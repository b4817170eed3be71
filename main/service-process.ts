import type { LibraryEvent } from '../src/contract.ts'
import type { AppError, Result } from '../src/errors.ts'
import { openToServe } from './session.ts'
import { askForProxies } from './web/proxies.ts'

/** What the main process sends to the library service, and what comes back. */
export type ServiceRequest =
  | { id: number; method: string; input: unknown }
  | { close: true }
  /** By which proxies the system reaches an address. */
  | { url: string; proxies: string }
export type ServiceMessage =
  | { id: number; result: Result<unknown> }
  | { event: LibraryEvent }
  | { problems: AppError[] }
  /** Asks for the system's proxies for an address. */
  | { proxiesFor: string }

const root = process.argv[2]
if (root === undefined) throw new Error('the library service needs the path of its library')

// After the answer to whoever asked for the change: that one waits.
const session = openToServe(root, (event) => setImmediate(() => send({ event })))

void session.then((opened) => {
  if (!opened.ok) send({ problems: [opened.error] })
})

/** Who waits to hear by which proxies an address is reached. */
const waiting = new Map<string, ((proxies: string) => void)[]>()

askForProxies(
  (url) =>
    new Promise((resolve) => {
      const others = waiting.get(url)
      waiting.set(url, [...(others ?? []), resolve])
      if (others === undefined) send({ proxiesFor: url })
    }),
)

function hear(url: string, proxies: string): void {
  const asking = waiting.get(url) ?? []
  waiting.delete(url)
  for (const resolve of asking) resolve(proxies)
}

process.parentPort.on('message', ({ data }: { data: ServiceRequest }) => {
  if ('proxies' in data) return hear(data.url, data.proxies)
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
