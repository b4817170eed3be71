import { basename, resolve, sep } from 'node:path'
import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent, shell } from 'electron'
import type { ArticleId } from '../src/model/ids.ts'
import {
  type Arrivals,
  type BridgeEvent,
  hostMethods,
  type ImportedFile,
  windowMethods,
} from '../src/contract.ts'
import type { Result } from '../src/errors.ts'
import { fail, ok } from '../src/errors.ts'
import { answer, type Handlers } from './answer.ts'
import { writeClipboard } from './clipboard.ts'
import {
  chooseBackup,
  chooseBackupTarget,
  chooseFeedListTarget,
  chooseFiles,
  chooseFolder,
  confirmLink,
} from './dialogs.ts'
import { writeDurably } from './library/files/durable.ts'
import { readFirstPage } from './library/first-page.ts'
import { fileError } from './library/keeper.ts'
import { origin } from './protocol.ts'
import type { ServiceHost } from './service-host.ts'

/** What links may lead to: pages and mail. Anything else could start a program. */
const openable = ['https:', 'http:', 'mailto:']

/** `export.write` takes this many articles at a time. */
const exportAtOnce = 100

/** Opens the pipe: answers the window's calls, its own or, forwarded, the library service's. */
export function servePipe(
  service: ServiceHost,
  window: () => BrowserWindow,
  arrivals: () => Promise<Arrivals>,
): void {
  const own = { table: windowMethods, handlers: windowHandlers(service, window, arrivals) }
  ipcMain.handle('call', async (event, method: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isOurPage(event) || typeof method !== 'string')
      return fail({ code: 'bad-input', reason: 'not our page' })
    // They name files on the disk, which a page may not.
    if (Object.hasOwn(hostMethods, method)) return fail({ code: 'bad-input', reason: 'not for the page' })
    return Object.hasOwn(windowMethods, method) ? answer(own, method, input) : service.ask(method, input)
  })
}

/** Tells the window something. */
export function tell(window: BrowserWindow | null, event: BridgeEvent): void {
  if (window !== null && !window.isDestroyed()) window.webContents.send('event', event)
}

/** Only the top frame of our own page may use the pipe. */
function isOurPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === event.sender.mainFrame && frame.url.startsWith(`${origin}/`)
}

function windowHandlers(
  service: ServiceHost,
  window: () => BrowserWindow,
  arrivals: () => Promise<Arrivals>,
): Handlers<typeof windowMethods> {
  return {
    'import.choose': async () => {
      const files: ImportedFile[] = []
      for (const path of await chooseFiles(window())) files.push(await readInto(service, path))
      return ok(files)
    },
    'export.save': async ({ ids }) => {
      const folder = await chooseFolder(window())
      return folder === null ? ok({ folder, files: [] }) : exportTo(service, folder, ids)
    },
    'backup.save': async () => {
      const path = await chooseBackupTarget(window(), `Lectern ${new Date().toISOString().slice(0, 10)}.zip`)
      if (path === null) return ok({ path, articles: 0 })
      const written = await service.call('backup.write', { path })
      return written.ok ? ok({ path, articles: written.value.articles }) : written
    },
    'restore.choose': async () => {
      const path = await chooseBackup(window())
      return path === null ? ok(null) : service.call('restore.read', { path })
    },
    'feed.save': async () => {
      const path = await chooseFeedListTarget(window())
      return path === null ? ok({ path }) : saveFeedList(service, path)
    },
    'library.reveal': async ({ path }) => {
      const target = resolve(service.root, path)
      if (!target.startsWith(service.root + sep))
        return fail({ code: 'bad-input', reason: 'outside the library' })
      shell.showItemInFolder(target)
      return ok({})
    },
    'link.open': async ({ href }) => {
      const url = URL.canParse(href) ? new URL(href) : null
      if (url === null || !openable.includes(url.protocol)) return fail({ code: 'link-refused', href })
      if (await confirmLink(window(), url)) await shell.openExternal(url.href)
      return ok({})
    },
    'article.reveal': async ({ id }) => {
      const opened = await service.call('article.open', { id })
      if (!opened.ok) return opened
      shell.showItemInFolder(opened.value.path)
      return ok({})
    },
    'clipboard.write': async (copied) => {
      await writeClipboard(copied)
      return ok({})
    },
    'window.firstPage': async () => ok(await readFirstPage(service.root)),
    'window.ready': async () => ok(await arrivals()),
  }
}

/** Has the service read a file of the person's. */
export async function readInto(service: ServiceHost, path: string): Promise<ImportedFile> {
  const read = await service.call('import.readFile', { path })
  return read.ok ? read.value : { name: basename(path), error: read.error }
}

async function saveFeedList(service: ServiceHost, path: string): Promise<Result<{ path: string }>> {
  const exported = await service.call('feed.export', {})
  if (!exported.ok) return exported
  try {
    await writeDurably(path, Buffer.from(exported.value.opml))
    return ok({ path })
  } catch (error) {
    return fail(fileError(path, error))
  }
}

async function exportTo(
  service: ServiceHost,
  folder: string,
  ids: ArticleId[],
): Promise<Result<{ folder: string; files: string[] }>> {
  const written: string[] = []
  for (let start = 0; start < ids.length; start += exportAtOnce) {
    const some = ids.slice(start, start + exportAtOnce)
    const exported = await service.call('export.write', { folder, ids: some })
    if (!exported.ok) return exported
    written.push(...exported.value.files.map(({ path }) => path))
  }
  return ok({ folder, files: written })
}
