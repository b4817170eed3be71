import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen, session, type Session } from 'electron'
import { z } from 'zod'
import icon from '../assets/window-icon.png?asset'
import { currentFormat, Format } from '../src/model/format.ts'
import { Theme } from '../src/model/settings.ts'
import { JsonFile } from './library/files/json-file.ts'
import { configFolder } from './paths.ts'
import { origin } from './protocol.ts'

/** `window.json` in the configuration folder: where the window stood, in screen pixels, and how it looked. */
const WindowFile = z.object({
  format: Format,
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }),
  isMaximized: z.boolean(),
  /** The last library's theme, so that the first frame has it before the library answers. */
  theme: Theme,
})
type WindowFile = z.infer<typeof WindowFile>

const file = new JsonFile(join(configFolder(), 'window.json'), 'local', WindowFile)

/** Makes the one window, where it stood last; it shows itself when its page is painted. */
export function createWindow(last: WindowFile | null): BrowserWindow {
  if (last !== null) applyTheme(last.theme)
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...(last !== null && isOnScreen(last.bounds) ? last.bounds : {}),
    minWidth: 720,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    icon, // elsewhere the application itself carries it
    // The paper of tokens.css, so that nothing flashes before the first frame.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1a18' : '#fcfbf8',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      session: lockedSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false, // Chromium would fetch its dictionaries from a server
    },
  })
  if (last?.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  window.webContents.on('will-navigate', (event) => {
    if (event.url !== window.webContents.getURL()) event.preventDefault() // the page may only open itself anew
  })
  window.webContents.on('will-attach-webview', (event) => event.preventDefault())
  window.on('close', () => void remember(window))
  return window
}

let theme: Theme = 'system'

/** Has the system's own parts (title bar, menus, dialogs, first frame) follow the reader's theme; sepia is a light one. */
export function applyTheme(chosen: Theme): void {
  theme = chosen
  nativeTheme.themeSource = chosen === 'sepia' ? 'light' : chosen
}

/** Nothing leaves the machine and nothing is granted, whatever a page may ask for. */
function lockedSession(): Session {
  const locked = session.defaultSession
  locked.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  locked.setPermissionCheckHandler(() => false)
  locked.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOurs(details.url) }))
  return locked
}

function isOurs(url: string): boolean {
  return url.startsWith(`${origin}/`) || url.startsWith('devtools://')
}

/** Where the window stood last; null when it never stood anywhere. */
export async function readLastWindow(): Promise<WindowFile | null> {
  return file.read().catch((error: unknown) => {
    console.error('window.json:', error) // a place on the screen is no loss
    return null
  })
}

function isOnScreen(bounds: WindowFile['bounds']): boolean {
  const { workArea } = screen.getDisplayMatching(bounds)
  const isRightOf = bounds.x >= workArea.x + workArea.width
  const isBelow = bounds.y >= workArea.y + workArea.height
  return !isRightOf && !isBelow && bounds.x + bounds.width > workArea.x && bounds.y >= workArea.y
}

async function remember(window: BrowserWindow): Promise<void> {
  const value: WindowFile = {
    format: currentFormat,
    bounds: window.getNormalBounds(),
    isMaximized: window.isMaximized(),
    theme,
  }
  await mkdir(configFolder(), { recursive: true })
  await file.write(value).catch((error: unknown) => console.error('window.json:', error))
}
