import { Tabs } from 'radix-ui'
import type { NotesTab } from '../state/state.ts'
import { useStore } from '../state/store.ts'
import { setNotesTab } from '../state/view-actions.ts'
import { FilterMenu } from './filter-menu.tsx'
import { Info } from './info.tsx'
import { NoteList } from './note-list.tsx'
import { NotesBar } from './notes-bar.tsx'
import './notes.css'

/** What belongs to the open article: the reader's notes on it, and what is known of it. */
export function NotesPane() {
  const open = useStore((state) => state.open)
  const tab = useStore((state) => state.notesTab)
  if (open === null) return null
  return (
    <Tabs.Root
      className="notes"
      role="complementary"
      aria-label="Notes and facts"
      value={tab}
      onValueChange={(next) => setNotesTab(next as NotesTab)}
    >
      <div className="notes-head">
        <Tabs.List className="notes-tabs" aria-label="Notes and facts">
          <Tabs.Trigger value="notes">
            Notes <small>{open.notes.length}</small>
          </Tabs.Trigger>
          <Tabs.Trigger value="info">Info</Tabs.Trigger>
        </Tabs.List>
        {tab === 'notes' && <FilterMenu notes={open.notes} />}
      </div>
      <Tabs.Content className="notes-content" value="notes" tabIndex={-1}>
        <NotesBar notes={open.notes} />
        <NoteList key={open.article.id} open={open} />
      </Tabs.Content>
      <Tabs.Content className="notes-content notes-scroller" value="info" tabIndex={-1}>
        <Info key={open.article.id} open={open} />
      </Tabs.Content>
    </Tabs.Root>
  )
}
