import { Menu, type MenuItemConstructorOptions } from 'electron'

/**
 * The application menu. Its own entries are commands of the window (`renderer/palette/commands.ts` runs them by name);
 * their keys are listened to there, so the menu shows them without taking them.
 */
export function setMenu(send: (command: string) => void): void {
  function command(label: string, name: string, accelerator: string): MenuItemConstructorOptions {
    return { label, accelerator, registerAccelerator: false, click: () => send(name) }
  }
  const isMac = process.platform === 'darwin'
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ role: 'appMenu' } as const] : []),
      {
        label: '&File',
        submenu: [
          command('Add stories…', 'add', 'CmdOrCtrl+N'),
          command('Export notes as Markdown…', 'export', 'CmdOrCtrl+E'),
          { type: 'separator' },
          command('Settings…', 'settings', 'CmdOrCtrl+,'),
          { type: 'separator' },
          isMac ? { role: 'close' } : { role: 'quit' },
        ],
      },
      { role: 'editMenu' },
      {
        label: '&View',
        submenu: [
          command('Commands…', 'palette', 'CmdOrCtrl+K'),
          command('Keys', 'keys', '?'),
          { type: 'separator' },
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { role: 'togglefullscreen' },
        ],
      },
      { role: 'windowMenu' },
    ]),
  )
}
