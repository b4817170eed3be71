import { ListFilter, X } from 'lucide-react'
import { filterNotebook, showWholeNotebook } from '../state/notebook-actions.ts'
import { isFiltering } from '../state/note-filter.ts'
import { useStore } from '../state/store.ts'
import { NoteFilterChoices } from '../note-filter-choices.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'

/** Which of the notes are shown, and the way back to all of them. */
export function FilterMenu() {
  const filter = useStore((state) => state.settings.noteFilter)
  const tags = useStore((state) => state.notebook.tags)
  const isOn = isFiltering(filter)
  return (
    <>
      {isOn && (
        <IconButton label="Show all notes" onClick={() => void showWholeNotebook()}>
          <X aria-hidden />
        </IconButton>
      )}
      <Menu
        trigger={
          <IconButton
            label={isOn ? 'Filter by colour or tag: on' : 'Filter by colour or tag'}
            className="list-menu notebook-filter"
            data-on={isOn}
          >
            <ListFilter aria-hidden />
          </IconButton>
        }
      >
        <NoteFilterChoices
          filter={filter}
          tags={tags.map(({ tag }) => tag)}
          onChange={(change) => void filterNotebook(change)}
        />
      </Menu>
    </>
  )
}
