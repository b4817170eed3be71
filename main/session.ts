import { setTimeout as pause } from 'node:timers/promises'
import { type LibraryEvent, type LibraryState, serviceMethods } from '../src/contract.ts'
import type { AppError, Result } from '../src/errors.ts'
import { fail, ok } from '../src/errors.ts'
import { answer } from './answer.ts'
import { thisDevice } from './device.ts'
import { feedsOf } from './feed-handlers.ts'
import { serveHandover } from './handover.ts'
import { ImportDesk } from './import/import-desk.ts'
import { Intakes } from './intake/intakes.ts'
import { Layout } from './library/files/layout.ts'
import { FirstPageWriter } from './library/first-page.ts'
import { Library } from './library/library.ts'
import { type Lock, takeLock } from './library/lock.ts'
import { Notes } from './library/notes.ts'
import type { LibraryOptions } from './library/parts.ts'
import { Pictures } from './library/pictures.ts'
import { Reconciler } from './library/reconcile.ts'
import { tidyUp } from './library/tidy-up.ts'
import { Typing } from './library/typing.ts'
import { isLooking, libraryHandlers, type Parts } from './service.ts'

/** A library that is open: answers the contract's library methods until it is closed. */
export type Session = {
  call(method: string, input: unknown): Promise<Result<unknown>>
  close(): Promise<void>
}

/** How long a command waits for another command to end. */
const commandPatienceMs = 10_000

/**
 * Opens a library for a command that only reads it. What can't be locked is read without: every file is replaced at once, so
 * each is whole at any time.
 */
export async function openToRead(root: string): Promise<Result<Session>> {
  if (!(await new Layout(root).isLibrary())) return openToLook(root, { code: 'library-gone', path: root })
  const lock = await takeLock(new Layout(root).lock, { name: 'lectern', address: null }, 0)
  if (!lock.ok) return openToLook(root, lock.error)
  return closingWith(await openCommand(root, null), lock.value.release)
}

/** Opens a library and leaves everything in it as it is. */
export async function openToLook(root: string, readOnly: AppError): Promise<Result<Session>> {
  return openCommand(root, readOnly)
}

/** Takes the lock, then opens the library to write it. */
export async function openToWrite(root: string, name: string): Promise<Result<Session>> {
  const lock = await takeLock(new Layout(root).lock, { name, address: null }, commandPatienceMs)
  if (!lock.ok) return lock
  return closingWith(await openCommand(root, null), lock.value.release)
}

/** How long the app waits for a command to end before it opens the library for reading. */
const appPatienceMs = 2000

/**
 * Opens the library for the app: to write it, and to take the requests of commands that find it open. Where it can't be
 * written it is opened for reading, and its state says why; when another program gives it free, it is ours to write.
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
  const lock = await takeLock(new Layout(root).lock, self, appPatienceMs)
  const served = await openApp(root, lock.ok ? null : lock.error, publish)
  const result = lock.ok
    ? await closingWith(served, lock.value.release)
    : served.ok
      ? ok(untilFree(root, served.value, { self, publish }))
      : served
  opened!(result)
  return closingWith(result, handover.close)
}

type Waiting = { self: Parameters<typeof takeLock>[1]; publish: (event: LibraryEvent) => void }

/** A session that reads until the library can be locked, and writes from then on. */
function untilFree(root: string, reading: Session, { self, publish }: Waiting): Session {
  let session = reading
  const stop = new AbortController()
  const waited = waitAndSwap()
  return {
    call: (method, input) => session.call(method, input),
    close: async () => {
      stop.abort()
      await waited
      await session.close()
    },
  }

  async function waitAndSwap(): Promise<void> {
    for (;;) {
      await pause(appPatienceMs, undefined, { signal: stop.signal }).catch(() => undefined)
      if (stop.signal.aborted) return
      const lock = await takeLock(new Layout(root).lock, self, 0)
      if (lock.ok) return swap(lock.value)
    }
  }

  async function swap(lock: Lock): Promise<void> {
    const writing = await closingWith(await openApp(root, null, publish), lock.release)
    if (!writing.ok) return // it stays readable
    const before = session
    session = writing.value
    await before.close()
    const state = (await session.call('library.state', {})) as Result<LibraryState>
    if (state.ok) publish({ kind: 'state-changed', state: state.value })
    publish({ kind: 'list-changed' })
  }
}

/** For one command: the list is looked through when it is asked for. */
async function openCommand(root: string, readOnly: AppError | null): Promise<Result<Session>> {
  const parts = await openLibrary(root, readOnly, () => undefined)
  if (!parts.ok) return parts
  const { reconciler } = parts.value
  return ok(sessionOf(parts.value, () => reconciler.whole()))
}

const dayMs = 24 * 60 * 60_000

/** For as long as the app runs: the list is shown as it was, and kept in step with the folders. */
async function openApp(
  root: string,
  readOnly: AppError | null,
  publish: (event: LibraryEvent) => void,
): Promise<Result<Session>> {
  let firstPage: FirstPageWriter | null = null
  const parts = await openLibrary(root, readOnly, (event) => {
    publish(event)
    firstPage?.changed()
  })
  if (!parts.ok) return parts
  const { library, reconciler } = parts.value
  const session = sessionOf(parts.value, async () => undefined)
  void reconciler.keepLooking()
  if (readOnly !== null) return ok(session)
  const pages = new FirstPageWriter(library)
  firstPage = pages
  const tidying = new AbortController()
  let tidied = reconciler.whole().then(() => tidyUp(library, tidying.signal))
  const daily = setInterval(() => {
    tidied = tidied.then(() => tidyUp(library, tidying.signal))
  }, dayMs)
  const close = async (): Promise<void> => {
    clearInterval(daily)
    tidying.abort()
    await tidied
    await pages.close()
    await session.close()
  }
  return ok({ ...session, close })
}

type Opened = Omit<Parts, 'listed'>

async function openLibrary(
  root: string,
  readOnly: AppError | null,
  publish: (event: LibraryEvent) => void,
): Promise<Result<Opened>> {
  const device = await thisDevice()
  if (!device.ok) return device
  const desk = new ImportDesk()
  const clock = (): string => new Date().toISOString()
  const reread: LibraryOptions['reread'] = async (source, importer) => {
    const read = await desk.reread({ ...source, now: clock() }, importer ?? undefined)
    return read.ok ? read.value.draft : null
  }
  const library = await Library.open({ root, device: device.value, clock, publish, reread, readOnly })
  if (!library.ok) return library
  const notes = new Notes(library.value)
  const typing = new Typing(library.value.layout)
  if (readOnly === null) await saveTyped(typing, notes)
  const pictures = new Pictures(library.value)
  const into = { library: library.value, notes, pictures }
  const feeds = feedsOf(into, desk)
  const reconciler = new Reconciler(library.value)
  const intakes = new Intakes({ into, desk, publish, listed: () => reconciler.whole() })
  return ok({ library: library.value, notes, typing, pictures, reconciler, desk, intakes, feeds })
}

/** What was being typed when the app ended without a chance to save it becomes the note's text. */
async function saveTyped(typing: Typing, notes: Notes): Promise<void> {
  const typed = await typing.left()
  if (typed === null) return
  const { articleId, id, body } = typed
  const page = await notes.page(articleId)
  const note = page.ok ? page.value.shelf.merged.notes.find((candidate) => candidate.id === id) : undefined
  if (note !== undefined && note.body !== body) {
    const saved = await notes.edit(articleId, id, { body })
    if (!saved.ok) return console.error('typing.json:', saved.error) // it stays, for the next start
  }
  await typing.forget()
}

function sessionOf(parts: Opened, listed: () => Promise<void>): Session {
  const { library, reconciler, desk, intakes, feeds } = parts
  const { readOnly } = library.options
  const handlers = libraryHandlers({
    ...parts,
    listed: async () => {
      await listed()
      library.listWritten()
    },
  })
  const service = { table: serviceMethods, handlers }
  return {
    call: async (method, input) =>
      readOnly !== null && Object.hasOwn(serviceMethods, method) && !isLooking(method)
        ? fail(readOnly)
        : answer(service, method, input),
    close: async () => {
      await intakes.close()
      await feeds.stop()
      await reconciler.close()
      await desk.close()
      await library.close()
    },
  }
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
