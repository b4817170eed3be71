import { join, resolve } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import { defaultSettings, type Settings } from '../src/model/settings.ts'
import type { AppError } from '../src/errors.ts'
import { bringIn } from './arrivals.ts'
import { servePipe, tell } from './ipc.ts'
import { isLink } from './lectern-link.ts'
import { Layout } from './library/files/layout.ts'
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
  /** What was named before the page could be told of it. */
  const early = namedIn(process.argv)
  let arrive = (named: readonly string[]): void => void early.push(...named)
  app.on('second-instance', (_event, argv, folder) => arrive(namedIn(argv, folder)))
  // How macOS hands over links and files, and those that start the app before it is ready; elsewhere they come as arguments.
  app.on('open-url', (_event, url) => arrive([url]))
  app.on('open-file', (_event, path) => arrive([path]))
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
  const arrived = bringIn(service, early.splice(0))
  serveInterface(join(import.meta.dirname, '../renderer'), new Layout(service.root).pictures)
  servePipe(
    service,
    () => existing(window),
    async () => {
      const settings = await service.call('settings.get', {})
      if (settings.ok) applySettings(settings.value)
      const arrivals = await arrived
      arrive = (named) => void show(named)
      if (early.length > 0) arrive(early.splice(0))
      return { ...arrivals, failed: [...problems, ...arrivals.failed] }
    },
  )
  setMenu(defaultSettings, send)

  async function show(named: readonly string[]): Promise<void> {
    window?.show()
    window?.focus()
    tell(window, { kind: 'arrived', arrivals: await bringIn(service, named) })
  }
  registerLinks()
  app.on('window-all-closed', () => app.quit())
  closeServiceLast(service)
  window = createWindow(await last)
  await window.loadURL(`${origin}/index.html`)
}

/**
 * Has links of ours opened by this app. macOS and Linux do so of what the package says of itself (`protocols` in
 * `electron-builder.yml`); installers for Windows say nothing of the kind. After `--` no link is taken for a switch.
 */
function registerLinks(): void {
  if (app.isPackaged && process.platform === 'win32')
    app.setAsDefaultProtocolClient('lectern', process.execPath, ['--'])
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

/** The files and links named on a command line: what follows the app itself and is no switch. */
function namedIn(argv: readonly string[], folder = process.cwd()): string[] {
  const appAt = app.isPackaged ? 0 : argv.findIndex((arg) => resolve(arg) === app.getAppPath())
  return argv
    .slice(appAt + 1)
    .filter((arg) => !arg.startsWith('-'))
    .map((arg) => (isLink(arg) ? arg : resolve(folder, arg)))
}
