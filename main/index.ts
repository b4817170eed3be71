import { join, resolve } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import type { ArticleId } from '../src/model/ids.ts'
import { defaultSettings, type Settings } from '../src/model/settings.ts'
import type { AppError } from '../src/errors.ts'
import { type Arrivals, readInto, servePipe, tell } from './ipc.ts'
import { setMenu } from './menu.ts'
import { configFolder, defaultLibrary } from './paths.ts'
import { origin, registerScheme, serveInterface } from './protocol.ts'
import { ServiceHost } from './service-host.ts'
import { applyTheme, createWindow, readLastWindow } from './window.ts'

app.setPath('userData', configFolder())
// Chromium's own errands to its maker's servers; Lectern speaks to nobody.
app.commandLine.appendSwitch('disable-background-networking')
app.commandLine.appendSwitch('disable-component-update')
app.commandLine.appendSwitch('disable-domain-reliability')
registerScheme()

// A second start hands its files to the first.
if (app.requestSingleInstanceLock()) void run()
else app.quit()

async function run(): Promise<void> {
  let window: BrowserWindow | null = null
  const problems: AppError[] = []
  const last = readLastWindow() // while Chromium gets ready
  await app.whenReady()

  const service = new ServiceHost(defaultLibrary(), {
    onEvent: (event) => {
      if (event.kind === 'settings-changed') applySettings(event.settings)
      tell(window, event)
    },
    onProblems: (found) => problems.push(...found),
  })
  function send(command: string): void {
    tell(window, { kind: 'menu', command })
  }
  function applySettings(settings: Settings): void {
    applyTheme(settings.theme)
    setMenu(settings, send)
  }
  const arrived = bringIn(service, filesNamed(process.argv))
  serveInterface(join(import.meta.dirname, '../renderer'))
  servePipe(
    service,
    () => existing(window),
    async () => {
      const settings = await service.call('settings.get', {})
      if (settings.ok) applySettings(settings.value)
      const { open, failed } = await arrived
      return { open, failed: [...problems, ...failed] }
    },
  )
  setMenu(defaultSettings, send)

  app.on('second-instance', (_event, argv, folder) => {
    window?.show()
    window?.focus()
    void bringIn(service, filesNamed(argv, folder)).then(({ open, failed }) => {
      for (const id of open) tell(window, { kind: 'open', id })
      for (const error of failed) tell(window, { kind: 'problem', error })
    })
  })
  app.on('window-all-closed', () => app.quit())
  closeServiceLast(service)
  window = createWindow(await last)
  await window.loadURL(`${origin}/index.html`)
}

function existing(window: BrowserWindow | null): BrowserWindow {
  if (window === null) throw new Error('a call came before there was a window')
  return window
}

/** Lets the library finish its writing before the app is gone. */
function closeServiceLast(service: ServiceHost): void {
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void service.close().then(() => {
      isClosed = true
      app.quit()
    })
  })
}

/** The files named on a command line: what follows the app itself and is no switch. */
function filesNamed(argv: readonly string[], folder = process.cwd()): string[] {
  const appAt = app.isPackaged ? 0 : argv.findIndex((arg) => resolve(arg) === app.getAppPath())
  return argv
    .slice(appAt + 1)
    .filter((arg) => !arg.startsWith('-'))
    .map((arg) => resolve(folder, arg))
}

/** Adds files to the library as they were recognised; what is there already is opened. */
async function bringIn(service: ServiceHost, paths: readonly string[]): Promise<Arrivals> {
  const open: ArticleId[] = []
  const failed: AppError[] = []
  for (const path of paths) {
    const read = await readInto(service, path)
    if ('error' in read) {
      failed.push(read.error)
      continue
    }
    const there = read.known.find(({ by }) => by === 'bytes' || by === 'words')
    if (there !== undefined) {
      await service.call('import.discard', { draftIds: [read.draftId] })
      open.push(there.summary.id)
      continue
    }
    const saved = await service.call('import.save', { draftId: read.draftId, facts: {} })
    if (saved.ok) open.push(saved.value.id)
    else failed.push(saved.error)
  }
  return { open, failed }
}
