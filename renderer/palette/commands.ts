import { Color, type Color as ColorName } from '../../src/model/note.ts'
import { type Sort, Theme } from '../../src/model/settings.ts'
import {
  exportArticles,
  exportShown,
  removeArticle,
  revealArticle,
  toggleRead,
  toggleStar,
} from '../state/article-actions.ts'
import { backUp, chooseBackup } from '../state/backup-actions.ts'
import { openEarlier } from '../state/earlier-actions.ts'
import { redo, undo } from '../state/history-actions.ts'
import { chooseFiles } from '../state/import-actions.ts'
import { openIncidents } from '../state/incident-actions.ts'
import { setColor } from '../state/note-actions.ts'
import { saveSettings, sortBy } from '../state/settings-actions.ts'
import type { ReaderHandle, State } from '../state/state.ts'
import { getState } from '../state/store.ts'
import { openTrash } from '../state/trash-actions.ts'
import { openSheet, showNotes, showSortMenu, toggleList, toggleNotes } from '../state/view-actions.ts'
import { focusFilter, focusList } from './focus.ts'

/** A promise where the next key may mean something else once it is done. */
type Result = Promise<unknown> | undefined | void

/** Something that can be asked for by key, by name in the palette, or from the application's menu by `id`. */
export type Command = {
  readonly id: string
  readonly title: string
  readonly group: 'Library' | 'Article' | 'Reading' | 'Window'
  /** Each does it; the first is the one that is shown. `Mod` is Ctrl, or Cmd on a Mac. */
  readonly keys: readonly string[]
  readonly run: () => Result
  /** Whether it can be asked for now; without it, always. */
  readonly when?: (state: State) => boolean
}

const hasReader = (state: State) => state.reader !== null && state.open !== null
const hasOpen = (state: State) => state.open !== null

/** THE table of commands: it drives the keyboard, the palette, the sheet of keys and the application's menu. */
export const commands: readonly Command[] = [
  { id: 'add.choose', title: 'Add files…', group: 'Library', keys: ['Mod+O'], run: () => chooseFiles() },
  { id: 'add.open', title: 'Add a story', group: 'Library', keys: ['Mod+N'], run: () => openSheet('add') },
  {
    id: 'library.filter',
    title: 'Filter articles',
    group: 'Library',
    keys: ['/', 'Mod+Shift+F'],
    run: focusFilter,
  },
  { id: 'library.list', title: 'Go to the list', group: 'Library', keys: ['u'], run: focusList },
  {
    id: 'library.export',
    title: 'Export the notes of all articles shown…',
    group: 'Library',
    keys: ['Mod+Shift+E'],
    run: exportShown,
    when: (state) => state.list.total > 0,
  },
  {
    id: 'library.sort',
    title: 'Sort the list…',
    group: 'Library',
    keys: ['Shift+S'],
    run: () => showSortMenu(true),
  },
  sortCommand('added', 'date added'),
  sortCommand('published', 'date published'),
  sortCommand('title', 'title'),
  sortCommand('progress', 'progress'),
  {
    id: 'sort.reverse',
    title: 'Reverse the order of the list',
    group: 'Library',
    keys: [],
    run: () => sortBy({ isReversed: !getState().settings.sort.isReversed }),
  },
  { id: 'trash.open', title: 'Trash', group: 'Library', keys: ['Mod+Shift+T'], run: openTrash },
  {
    id: 'incidents.open',
    title: 'What happened',
    group: 'Library',
    keys: ['Mod+Shift+L'],
    run: openIncidents,
  },
  {
    id: 'backup.save',
    title: 'Back up library…',
    group: 'Library',
    keys: ['Mod+Shift+B'],
    run: () => void backUp(),
  },
  {
    id: 'backup.restore',
    title: 'Restore from backup…',
    group: 'Library',
    keys: ['Mod+Shift+R'],
    run: () => void chooseBackup(),
  },

  article({ id: 'article.star', title: 'Star or unstar', keys: ['Mod+D'] }, toggleStar),
  article({ id: 'article.read', title: 'Mark as read or unread', keys: ['m'] }, toggleRead),
  article({ id: 'article.export', title: 'Export the notes…', keys: ['Mod+E'] }, (id) =>
    exportArticles([id]),
  ),
  article({ id: 'article.earlier', title: 'Earlier notes…', keys: ['Shift+E'] }, openEarlier),
  article({ id: 'article.reveal', title: 'Show in folder', keys: [] }, revealArticle),
  article(
    { id: 'article.remove', title: 'Remove the article', keys: ['Mod+Delete', 'Mod+Backspace'] },
    removeArticle,
  ),

  reader({ id: 'paragraph.next', title: 'Next paragraph', keys: ['j', 'ArrowDown'] }, (handle) =>
    handle.nextParagraph(),
  ),
  reader({ id: 'paragraph.previous', title: 'Previous paragraph', keys: ['k', 'ArrowUp'] }, (handle) =>
    handle.previousParagraph(),
  ),
  reader({ id: 'note.highlight', title: 'Highlight', keys: ['h'] }, (handle) => handle.highlight()),
  reader({ id: 'note.write', title: 'Write a note', keys: ['n'] }, (handle) => handle.note()),
  reader({ id: 'note.tag', title: 'Tag', keys: ['t'] }, (handle) => handle.tag()),
  ...Color.options.map(colorCommand),
  reader({ id: 'note.copy', title: 'Copy as quotation', keys: ['Mod+Shift+C'] }, (handle) =>
    handle.copyQuote(),
  ),
  {
    ...reader({ id: 'note.remove', title: 'Remove the highlight', keys: ['Delete', 'Backspace'] }, (handle) =>
      handle.removeActive(),
    ),
    when: (state) => hasReader(state) && state.activeNoteId !== null,
  },
  {
    id: 'edit.undo',
    title: 'Undo',
    group: 'Reading',
    keys: ['Mod+Z'],
    run: () => undo(),
    when: (state) => state.history.past.length > 0,
  },
  {
    id: 'edit.redo',
    title: 'Redo',
    group: 'Reading',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    run: () => redo(),
    when: (state) => state.history.future.length > 0,
  },

  { id: 'pane.list', title: 'Show or hide the list', group: 'Window', keys: ['['], run: toggleList },
  {
    id: 'pane.notes',
    title: 'Show or hide the notes',
    group: 'Window',
    keys: [']'],
    run: toggleNotes,
    when: hasOpen,
  },
  {
    id: 'notes.info',
    title: 'About the article',
    group: 'Window',
    keys: ['i'],
    run: () => showNotes('info'),
    when: hasOpen,
  },
  {
    id: 'text.larger',
    title: 'Larger text',
    group: 'Window',
    keys: ['Mod+=', 'Mod++'],
    run: () => sizeBy(1),
  },
  { id: 'text.smaller', title: 'Smaller text', group: 'Window', keys: ['Mod+-'], run: () => sizeBy(-1) },
  ...Theme.options.map(themeCommand),
  {
    id: 'palette.open',
    title: 'Commands and articles',
    group: 'Window',
    keys: ['Mod+K'],
    run: () => openSheet('palette'),
  },
  {
    id: 'settings.open',
    title: 'Settings',
    group: 'Window',
    keys: ['Mod+,'],
    run: () => openSheet('settings'),
  },
  { id: 'keys.show', title: 'Keys', group: 'Window', keys: ['?'], run: () => openSheet('keys') },
]

export function canRun(command: Command, state: State): boolean {
  return command.when?.(state) ?? true
}

/** Runs the command of this id if it can be run now; for the application's menu. */
export function runCommand(id: string): void {
  const command = commands.find((candidate) => candidate.id === id)
  if (command !== undefined && canRun(command, getState())) void command.run()
}

type Name = Pick<Command, 'id' | 'title' | 'keys'>
type OpenId = NonNullable<State['openId']>

function article(name: Name, run: (open: OpenId) => unknown): Command {
  return { ...name, group: 'Article', run: () => withOpen(run), when: hasOpen }
}

function withOpen(run: (open: OpenId) => unknown): void {
  const { open } = getState()
  if (open !== null) run(open.article.id)
}

function reader(name: Name, run: (handle: ReaderHandle) => Result): Command {
  return { ...name, group: 'Reading', run: () => withReader(run), when: hasReader }
}

function withReader(run: (handle: ReaderHandle) => Result): Result {
  const { reader: handle } = getState()
  return handle === null ? undefined : run(handle)
}

function colorCommand(color: ColorName, index: number): Command {
  return {
    id: `color.${color}`,
    title: `Colour: ${color}`,
    group: 'Reading',
    keys: [String(index + 1)],
    run: () => useColor(color),
    when: hasOpen,
  }
}

/** With words selected the colour highlights them; else it is the active note's, and the next highlight's. */
function useColor(color: ColorName): Result {
  const isSelected = !(window.getSelection()?.isCollapsed ?? true)
  return isSelected ? withReader((handle) => handle.highlight(color)) : setColor(color)
}

function themeCommand(theme: Theme): Command {
  return {
    id: `theme.${theme}`,
    title: `Theme: ${theme}`,
    group: 'Window',
    keys: [],
    run: () => saveSettings({ theme }),
    when: (state) => state.settings.theme !== theme,
  }
}

function sortCommand(by: Sort['by'], name: string): Command {
  return {
    id: `sort.${by}`,
    title: `Sort by ${name}`,
    group: 'Library',
    keys: [],
    run: () => sortBy({ by, isReversed: false }),
    when: (state) => state.settings.sort.by !== by,
  }
}

/** Within the bounds of `Settings.fontSize`. */
function sizeBy(step: number): void {
  const fontSize = Math.min(28, Math.max(15, getState().settings.fontSize + step))
  void saveSettings({ fontSize })
}
