import { useEffect } from 'react'
import type { NotesGrouping } from '../../src/model/settings.ts'
import { isFiltering } from '../state/note-filter.ts'
import {
  askAgain,
  askNotebook,
  groupNotesBy,
  notebookQuestion,
  seekNotes,
  showWholeNotebook,
} from '../state/notebook-actions.ts'
import { useStore } from '../state/store.ts'
import { Chips } from '../ui/chips.tsx'
import { FilterField } from '../ui/filter-field.tsx'
import { EmptyList, ListHeader, ListPane } from '../ui/list-pane.tsx'
import { FilterMenu } from './filter-menu.tsx'
import './notebook.css'
import { NotebookList } from './notebook-list.tsx'

/** All notes of the library, in groups. */
export function Notebook() {
  const isEmpty = useStore((state) => state.notebook.pages.total === 0)
  const status = useStore((state) => state.notebook.status)
  const question = useStore(notebookQuestion)
  useEffect(() => void askNotebook(), [question])
  return (
    <ListPane name="Notes of the library">
      <NotebookHeader />
      {isEmpty && status !== 'loading' ? <Empty /> : <NotebookList key={question} question={question} />}
    </ListPane>
  )
}

const groupings: ReadonlyArray<{ value: NotesGrouping; name: string }> = [
  { value: 'article', name: 'Article' },
  { value: 'tag', name: 'Tag' },
  { value: 'color', name: 'Colour' },
  { value: 'day', name: 'Day' },
]

function NotebookHeader() {
  const total = useStore((state) => state.notebook.pages.total)
  const query = useStore((state) => state.notebook.query)
  const grouping = useStore((state) => state.settings.notesGrouping)
  return (
    <ListHeader title="Notes" total={total} menus={<FilterMenu />}>
      <FilterField label="Filter notes" value={query} onChange={seekNotes} />
      <Chips
        label="Group by"
        chips={groupings}
        current={grouping}
        onChoose={(chosen) => void groupNotesBy(chosen)}
      />
    </ListHeader>
  )
}

/** What an empty list says, and the way out of it. */
function Empty() {
  const status = useStore((state) => state.notebook.status)
  const isSought = useStore(
    ({ settings, notebook }) => notebook.sought !== '' || isFiltering(settings.noteFilter),
  )
  if (status === 'failed') {
    const again = { name: 'Try again', run: () => void askAgain() }
    return <EmptyList text="The library did not answer." action={again} />
  }
  if (isSought) {
    const all = { name: 'Show all', run: () => void showWholeNotebook() }
    return <EmptyList text="No note fits this filter." action={all} />
  }
  return <EmptyList text="Whatever you highlight and write in an article stands here as well." />
}
