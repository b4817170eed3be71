import { Theme } from '../../src/model/settings.ts'
import { saveSettings, toggleSingleKeys } from '../state/settings-actions.ts'
import { getState } from '../state/store.ts'
import { openSheet, showNotes, toggleList, toggleNotes } from '../state/view-actions.ts'
import { type Command, hasOpen, windowCommand } from './command.ts'

export const windowCommands: readonly Command[] = [
  windowCommand({ id: 'pane.list', title: 'Show or hide the list', keys: ['['] }, toggleList),
  {
    ...windowCommand({ id: 'pane.notes', title: 'Show or hide the notes', keys: [']'] }, toggleNotes),
    when: hasOpen,
  },
  {
    ...windowCommand({ id: 'notes.info', title: 'About the article', keys: ['i'] }, () => showNotes('info')),
    when: hasOpen,
  },
  windowCommand({ id: 'text.larger', title: 'Larger text', keys: ['Mod+=', 'Mod++'] }, () => sizeBy(1)),
  windowCommand({ id: 'text.smaller', title: 'Smaller text', keys: ['Mod+-'] }, () => sizeBy(-1)),
  ...Theme.options.map(themeCommand),
  windowCommand({ id: 'palette.open', title: 'Commands and articles', keys: ['Mod+K'] }, () =>
    openSheet('palette'),
  ),
  windowCommand({ id: 'settings.open', title: 'Settings', keys: ['Mod+,'] }, () => openSheet('settings')),
  windowCommand({ id: 'keys.show', title: 'Keys', keys: ['?'] }, () => openSheet('keys')),
  windowCommand({ id: 'keys.single', title: 'Single-letter keys on or off', keys: [] }, toggleSingleKeys),
]

function themeCommand(theme: Theme): Command {
  return {
    ...windowCommand({ id: `theme.${theme}`, title: `Theme: ${theme}`, keys: [] }, () =>
      saveSettings({ theme }),
    ),
    when: (state) => state.settings.theme !== theme,
  }
}

/** Within the bounds of `Settings.fontSize`. */
function sizeBy(step: number): void {
  const fontSize = Math.min(28, Math.max(15, getState().settings.fontSize + step))
  void saveSettings({ fontSize })
}
