import { Archive, ArchiveRestore, Ellipsis, FileOutput, Plus, Search, Trash2 } from 'lucide-react'
import type { ListFilter } from '../../src/contract.ts'
import { exportShown } from '../state/article-actions.ts'
import { backUp, chooseBackup } from '../state/backup-actions.ts'
import { setFilter, setQuery, startList } from '../state/list-actions.ts'
import { useStore } from '../state/store.ts'
import { openTrash } from '../state/trash-actions.ts'
import { openSheet } from '../state/view-actions.ts'
import { Button } from '../ui/button.tsx'
import { count } from '../ui/formats.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Keys } from '../ui/keys.tsx'
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
    <section className="library" aria-label="Library">
      <LibraryHeader />
      <LibraryStateLines />
      {isEmpty && status !== 'loading' ? <EmptyList /> : <ArticleList key={question} />}
    </section>
  )
}

function LibraryHeader() {
  const total = useStore((state) => state.list.total)
  return (
    <header className="library-header">
      <div className="library-heading">
        <h1>Library</h1>
        <span className="library-end">
          {total > 0 && <span className="library-count">{count(total, null)}</span>}
          <SortMenu />
          <Menu
            trigger={
              <IconButton label="More for the library" className="library-more">
                <Ellipsis aria-hidden />
              </IconButton>
            }
          >
            <MenuItem icon={<Plus aria-hidden />} keys="Mod+N" onSelect={() => openSheet('add')}>
              Add a story
            </MenuItem>
            {total > 0 && (
              <MenuItem
                icon={<FileOutput aria-hidden />}
                keys="Mod+Shift+E"
                onSelect={() => void exportShown()}
              >
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
        </span>
      </div>
      <FilterField />
      <FilterChips />
    </header>
  )
}

function FilterField() {
  const query = useStore((state) => state.query)
  return (
    <div className="filter-field">
      <Search aria-hidden />
      <input
        type="search"
        aria-label="Filter articles"
        placeholder="Filter articles"
        data-focus="filter"
        dir="auto"
        spellCheck={false}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query === '') event.currentTarget.blur()
        }}
      />
      <Keys of="/" />
    </div>
  )
}

const filters: ReadonlyArray<{ filter: ListFilter; name: string }> = [
  { filter: 'all', name: 'All' },
  { filter: 'unread', name: 'Unread' },
  { filter: 'annotated', name: 'Annotated' },
  { filter: 'starred', name: 'Starred' },
]

function FilterChips() {
  const current = useStore((state) => state.filter)
  return (
    <div className="chips" role="group" aria-label="Show">
      {filters.map(({ filter, name }) => (
        <button
          key={filter}
          type="button"
          className="chip"
          aria-pressed={filter === current}
          onClick={() => void setFilter(filter)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}

/** What an empty list says, and the way out of it. */
function EmptyList() {
  const filter = useStore((state) => state.filter)
  const query = useStore((state) => state.query)
  const status = useStore((state) => state.listStatus)
  if (status === 'failed') {
    return <Empty text="The library did not answer." action="Try again" onAction={() => void startList()} />
  }
  if (filter !== 'all' || query !== '') {
    return <Empty text="No article fits this filter." action="Show all" onAction={showAll} />
  }
  return (
    <Empty
      text="Drop a story here, paste its text, or choose a file."
      action="Add a story"
      onAction={() => openSheet('add')}
    />
  )
}

function showAll() {
  setQuery('')
  void setFilter('all')
}

type EmptyProps = { text: string; action: string; onAction: () => void }

function Empty({ text, action, onAction }: EmptyProps) {
  return (
    <div className="library-empty">
      <p>{text}</p>
      <Button onClick={onAction}>{action}</Button>
    </div>
  )
}
