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
          command('Add a story…', 'add.open', 'CmdOrCtrl+N'),
          command('Export notes as Markdown…', 'article.export', 'CmdOrCtrl+E'),
          { type: 'separator' },
          command('Back up library…', 'backup.save', 'CmdOrCtrl+Shift+B'),
          command('Restore from backup…', 'backup.restore', 'CmdOrCtrl+Shift+R'),
          command('Trash', 'trash.open', 'CmdOrCtrl+Shift+T'),
          command('What happened', 'incidents.open', 'CmdOrCtrl+Shift+L'),
          { type: 'separator' },
          command('Settings…', 'settings.open', 'CmdOrCtrl+,'),
          { type: 'separator' },
          isMac ? { role: 'close' } : { role: 'quit' },
        ],
      },
      { role: 'editMenu' },
      {
        label: '&View',
        submenu: [
          command('Commands…', 'palette.open', 'CmdOrCtrl+K'),
          command('Keys', 'keys.show', '?'),
          { type: 'separator' },
          { role: 'togglefullscreen' },
        ],
      },
      { role: 'windowMenu' },
    ]),
  )
}
