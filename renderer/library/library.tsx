import { Archive, ArchiveRestore, Ellipsis, FileOutput, Plus, Trash2 } from 'lucide-react'
import type { ListFilter } from '../../src/contract.ts'
import { exportShown } from '../state/article-actions.ts'
import { backUp, chooseBackup } from '../state/backup-actions.ts'
import { setFilter, setQuery, startList } from '../state/list-actions.ts'
import { useStore } from '../state/store.ts'
import { openTrash } from '../state/trash-actions.ts'
import { openSheet } from '../state/view-actions.ts'
import { Chips } from '../ui/chips.tsx'
import { FilterField } from '../ui/filter-field.tsx'
import { count } from '../ui/formats.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { EmptyList, ListHeader, ListPane } from '../ui/list-pane.tsx'
import { Menu, MenuItem, MenuLine } from '../ui/menu.tsx'
import { ArticleList } from './article-list.tsx'
import './library.css'
import { LibraryStateLines } from './library-state.tsx'
import { SortMenu } from './sort-menu.tsx'

/** The list of articles with its filters. */
export function Library() {
  const isEmpty = useStore((state) => state.list.total === 0)
  const status = useStore((state) => state.listStatus)
  // Another question is another list: it starts at its top.
  const question = useStore(({ filter, query, settings: { sort } }) =>
    [filter, sort.by, sort.isReversed, query].join(' '),
  )
  return (
    <ListPane name="Library">
      <LibraryHeader />
      <LibraryStateLines />
      {isEmpty && status !== 'loading' ? <Empty /> : <ArticleList key={question} question={question} />}
    </ListPane>
  )
}

function LibraryHeader() {
  const total = useStore((state) => state.list.total)
  const query = useStore((state) => state.query)
  const filter = useStore((state) => state.filter)
  return (
    <ListHeader title="Library" total={total} menus={<LibraryMenus total={total} />}>
      <FilterField label="Filter articles" value={query} onChange={setQuery} />
      <Chips label="Show" chips={filters} current={filter} onChoose={(chosen) => void setFilter(chosen)} />
    </ListHeader>
  )
}

function LibraryMenus({ total }: { total: number }) {
  return (
    <>
      <SortMenu />
      <Menu
        trigger={
          <IconButton label="More for the library" className="list-menu">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuItem icon={<Plus aria-hidden />} keys="Mod+N" onSelect={() => openSheet('add')}>
          Add a story
        </MenuItem>
        {total > 0 && (
          <MenuItem icon={<FileOutput aria-hidden />} keys="Mod+Shift+E" onSelect={() => void exportShown()}>
            Export the notes of these {count(total, null)}…
          </MenuItem>
        )}
        <MenuLine />
        <MenuItem icon={<Archive aria-hidden />} keys="Mod+Shift+B" onSelect={() => void backUp()}>
          Back up library…
        </MenuItem>
        <MenuItem
          icon={<ArchiveRestore aria-hidden />}
          keys="Mod+Shift+R"
          onSelect={() => void chooseBackup()}
        >
          Restore from backup…
        </MenuItem>
        <MenuLine />
        <MenuItem icon={<Trash2 aria-hidden />} keys="Mod+Shift+T" onSelect={() => void openTrash()}>
          Trash
        </MenuItem>
      </Menu>
    </>
  )
}

const filters: ReadonlyArray<{ value: ListFilter; name: string }> = [
  { value: 'all', name: 'All' },
  { value: 'unread', name: 'Unread' },
  { value: 'annotated', name: 'Annotated' },
  { value: 'starred', name: 'Starred' },
]

/** What an empty list says, and the way out of it. */
function Empty() {
  const filter = useStore((state) => state.filter)
  const query = useStore((state) => state.query)
  const status = useStore((state) => state.listStatus)
  if (status === 'failed') {
    const again = { name: 'Try again', run: () => void startList() }
    return <EmptyList text="The library did not answer." action={again} />
  }
  if (filter !== 'all' || query !== '') {
    return <EmptyList text="No article fits this filter." action={{ name: 'Show all', run: showAll }} />
  }
  const add = { name: 'Add a story', run: () => openSheet('add') }
  return <EmptyList text="Drop a story here, paste its text, or choose a file." action={add} />
}

function showAll() {
  setQuery('')
  void setFilter('all')
}
