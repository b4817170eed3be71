import type { Sort } from '../../src/model/settings.ts'
import { exportShown } from '../state/article-actions.ts'
import { backUp, chooseBackup } from '../state/backup-actions.ts'
import { checkFeeds, openFeeds } from '../state/feed-actions.ts'
import { chooseFiles } from '../state/import-reading.ts'
import { openIncidents } from '../state/incident-actions.ts'
import { showIntake } from '../state/intake-actions.ts'
import { sortBy } from '../state/settings-actions.ts'
import { getState } from '../state/store.ts'
import { openTrash } from '../state/trash-actions.ts'
import { openSheet, setPlace, showSortMenu } from '../state/view-actions.ts'
import { type Command, libraryCommand as library } from './command.ts'
import { focusFilter, focusLibraryFilter, focusList } from './focus.ts'

export const libraryCommands: readonly Command[] = [
  library({ id: 'add.choose', title: 'Add files…', keys: ['Mod+O'] }, chooseFiles),
  library({ id: 'add.open', title: 'Add a story', keys: ['Mod+N'] }, () => openSheet('add')),
  library({ id: 'add.address', title: 'Add from an address…', keys: [] }, () => openSheet('add')),
  {
    ...library({ id: 'imports.show', title: 'Show imports', keys: [] }, () => showIntake()),
    when: (state) => state.intakes.length > 0,
  },
  library({ id: 'place.library', title: 'Go to the library', keys: ['Shift+L'] }, () => setPlace('library')),
  library({ id: 'place.notes', title: 'Go to all notes', keys: ['Shift+N'] }, () => setPlace('notes')),
  library({ id: 'place.feeds', title: 'Go to feeds', keys: ['Shift+F'] }, () => setPlace('feeds')),
  {
    ...library({ id: 'feeds.check', title: 'Check feeds', keys: [] }, () => void checkFeeds()),
    when: (state) => !state.feeds.isChecking,
  },
  library({ id: 'feeds.follow', title: 'Subscribe to a feed…', keys: [] }, openFeeds),
  library({ id: 'library.list', title: 'Go to the list', keys: ['u'] }, focusList),
  library({ id: 'library.filter', title: 'Filter the list', keys: ['/'] }, focusFilter),
  library({ id: 'library.search', title: 'Search the library', keys: ['Mod+Shift+F'] }, focusLibraryFilter),
  {
    ...library(
      { id: 'library.export', title: 'Export the notes of all articles shown…', keys: ['Mod+Shift+E'] },
      exportShown,
    ),
    when: (state) => state.list.total > 0,
  },
  library({ id: 'library.sort', title: 'Sort the list…', keys: ['Shift+S'] }, () => showSortMenu(true)),
  sortCommand('added', 'date added'),
  sortCommand('published', 'date published'),
  sortCommand('title', 'title'),
  sortCommand('progress', 'progress'),
  library({ id: 'sort.reverse', title: 'Reverse the order of the list', keys: [] }, () =>
    sortBy({ isReversed: !getState().settings.sort.isReversed }),
  ),
  library({ id: 'trash.open', title: 'Trash', keys: ['Mod+Shift+T'] }, openTrash),
  library({ id: 'incidents.open', title: 'What happened', keys: ['Mod+Shift+L'] }, openIncidents),
  library({ id: 'backup.save', title: 'Back up library…', keys: ['Mod+Shift+B'] }, () => void backUp()),
  library(
    { id: 'backup.restore', title: 'Restore from backup…', keys: ['Mod+Shift+R'] },
    () => void chooseBackup(),
  ),
]

function sortCommand(by: Sort['by'], name: string): Command {
  return {
    ...library({ id: `sort.${by}`, title: `Sort by ${name}`, keys: [] }, () =>
      sortBy({ by, isReversed: false }),
    ),
    when: (state) => state.settings.sort.by !== by,
  }
}
