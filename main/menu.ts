import { Menu, type MenuItemConstructorOptions } from 'electron'
import { type KeySettings, keysOf } from '../src/model/keys.ts'
import { acceleratorOf } from './accelerator.ts'

let shown: string | null = null

/**
 * The application menu. Its own entries are commands of the window (`renderer/palette/commands.ts` runs them by name);
 * their keys are listened to there, so the menu shows them without taking them: those the reader gave them, else the ones
 * they come with.
 */
export function setMenu({ keys, hasSingleKeys }: KeySettings, send: (command: string) => void): void {
  const settings = { keys, hasSingleKeys }
  // Made anew, an open menu would close under the hand.
  if (JSON.stringify(settings) === shown) return
  shown = JSON.stringify(settings)
  function command(label: string, id: string, comesWith: string): MenuItemConstructorOptions {
    const [first] = keysOf({ id, keys: [comesWith] }, settings)
    const accelerator = first === undefined ? null : acceleratorOf(first)
    return {
      label,
      ...(accelerator !== null && { accelerator, registerAccelerator: false }),
      click: () => send(id),
    }
  }
  const isMac = process.platform === 'darwin'
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ role: 'appMenu' } as const] : []),
      {
        label: '&File',
        submenu: [
          command('Add a story…', 'add.open', 'Mod+N'),
          command('Export notes as Markdown…', 'article.export', 'Mod+E'),
          { type: 'separator' },
          command('Back up library…', 'backup.save', 'Mod+Shift+B'),
          command('Restore from backup…', 'backup.restore', 'Mod+Shift+R'),
          command('Trash', 'trash.open', 'Mod+Shift+T'),
          command('What happened', 'incidents.open', 'Mod+Shift+L'),
          { type: 'separator' },
          command('Settings…', 'settings.open', 'Mod+,'),
          { type: 'separator' },
          isMac ? { role: 'close' } : { role: 'quit' },
        ],
      },
      { role: 'editMenu' },
      {
        label: '&View',
        submenu: [
          command('Commands…', 'palette.open', 'Mod+K'),
          command('Keys', 'keys.show', '?'),
          { type: 'separator' },
          { role: 'togglefullscreen' },
        ],
      },
      { role: 'windowMenu' },
    ]),
  )
}
