import { type LibraryEvent, libraryMethods } from '../src/contract.ts'
import type { AppError, Result } from '../src/errors.ts'
import { ok } from '../src/errors.ts'
import { answer } from './answer.ts'
import { thisDevice } from './device.ts'
import { serveHandover } from './handover.ts'
import { ImportDesk } from './import/import-desk.ts'
import { Layout } from './library/files/layout.ts'
import { FirstPageWriter } from './library/first-page.ts'
import { Library } from './library/library.ts'
import { takeLock } from './library/lock.ts'
import { libraryHandlers } from './service.ts'

/** A library that is open: answers the contract's library methods until it is closed. */
export type Session = {
  call(method: string, input: unknown): Promise<Result<unknown>>
  /** Articles that could not be opened. */
  problems: AppError[]
  close(): Promise<void>
}

/** Ignores what the library tells: for the command line, which asks and ends. */
function toNobody(): void {}

/** Opens a library only to read it. Needs no lock: every file is replaced at once, so each is whole at any time. */
export async function openToRead(root: string): Promise<Result<Session>> {
  return openSession(root, toNobody)
}

/** How long a command waits for another command to end. */
const commandPatienceMs = 10_000

/** Takes the lock, then opens the library to write it. */
export async function openToWrite(root: string, name: string): Promise<Result<Session>> {
  const lock = await takeLock(new Layout(root).lock, { name, address: null }, commandPatienceMs)
  if (!lock.ok) return lock
  return closingWith(await prepared(root), lock.value.release)
}

/**
 * Opens the library for the app: to write it, and to take the requests of commands that find it open.
 */
export async function openToServe(
  root: string,
  publish: (event: LibraryEvent) => void,
): Promise<Result<Session>> {
  let opened: (result: Result<Session>) => void
  const session = new Promise<Result<Session>>((resolve) => (opened = resolve))
  const handover = await serveHandover(async (method, input) => {
    const ready = await session
    return ready.ok ? ready.value.call(method, input) : ready
  })
  const self = { name: 'the Lectern app', address: handover.address }
  const lock = await takeLock(new Layout(root).lock, self, commandPatienceMs)
  const result = lock.ok ? await closingWith(await served(root, publish), lock.value.release) : lock
  opened!(result)
  return closingWith(result, handover.close)
}

async function prepared(root: string): Promise<Result<Session>> {
  return openSession(root, toNobody, (library) => library.prepareWriting())
}

/** A session that is written and whose first page is kept for the next start. */
async function served(root: string, publish: (event: LibraryEvent) => void): Promise<Result<Session>> {
  let firstPage: FirstPageWriter | null = null
  function onEvent(event: LibraryEvent): void {
    publish(event)
    firstPage?.changed()
  }
  const session = await openSession(root, onEvent, async (library) => {
    const ready = await library.prepareWriting()
    if (ready.ok) firstPage = new FirstPageWriter(library)
    return ready
  })
  return closingWith(session, async () => firstPage?.close())
}

async function openSession(
  root: string,
  publish: (event: LibraryEvent) => void,
  prepare?: (library: Library) => Promise<Result<void>>,
): Promise<Result<Session>> {
  const clock = (): string => new Date().toISOString()
  const device = await thisDevice()
  if (!device.ok) return device
  const library = await Library.open({ root, device: device.value, clock, publish })
  if (!library.ok) return library
  const ready = await prepare?.(library.value)
  if (ready?.ok === false) return ready
  const desk = new ImportDesk()
  const service = { table: libraryMethods, handlers: libraryHandlers(library.value, desk) }
  return ok({
    call: (method, input) => answer(service, method, input),
    problems: library.value.problems,
    close: () => desk.close(),
  })
}

/** The same session, and this too when it closes; at once if there is no session to close. */
async function closingWith(session: Result<Session>, last: () => Promise<void>): Promise<Result<Session>> {
  if (!session.ok) {
    await last()
    return session
  }
  const { close } = session.value
  return ok({ ...session.value, close: () => close().then(last) })
}
