import { ListFilter } from 'lucide-react'
import type { PlacedNote } from '../../src/model/note.ts'
import { NoteFilterChoices } from '../note-filter-choices.tsx'
import { filterNotes } from '../state/filter-actions.ts'
import { isFiltering } from '../state/note-filter.ts'
import { useStore } from '../state/store.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'

/** By what the notes can be filtered; not offered where there is nothing to choose from. */
export function FilterMenu({ notes }: { notes: readonly PlacedNote[] }) {
  const filter = useStore((state) => state.settings.noteFilter)
  const isOn = isFiltering(filter)
  if (notes.length < 2 && !isOn) return null
  const tags = new Set([...notes.flatMap(({ note }) => note.tags), ...filter.tags])
  return (
    <Menu
      trigger={
        <IconButton label="Filter notes" className="notes-filter" data-on={isOn}>
          <ListFilter aria-hidden />
        </IconButton>
      }
    >
      <NoteFilterChoices
        filter={filter}
        tags={[...tags].sort((a, b) => a.localeCompare(b))}
        onChange={(change) => void filterNotes(change)}
      />
    </Menu>
  )
}
