// The least an Electron app can be: a window of Lectern's size with a heading in it.
import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'

async function run() {
  await app.whenReady()
  app.on('window-all-closed', () => app.quit())
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } })
  await window.loadFile(join(import.meta.dirname, 'index.html'))
}

void run()
