import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PlacedNote } from '../../src/model/note.ts'
import type { NoteFilter } from '../../src/model/settings.ts'
import { filterNotes, showAllNotes, toggled } from '../state/filter-actions.ts'
import { fits, isFiltering, needsPlace } from '../state/note-filter.ts'
import { useStore } from '../state/store.ts'
import { isNewest } from '../state/version-actions.ts'
import { count } from '../ui/formats.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { ChosenBar } from './chosen-bar.tsx'
import { ColorDot } from './color-menu.tsx'
import './notes-bar.css'

type Props = { notes: readonly PlacedNote[] }

/** One quiet line above the notes, while there is something to say: what is chosen, filtered, or in need of a place. */
export function NotesBar({ notes }: Props) {
  const isChoosing = useStore((state) => state.chosenNotes.size > 0)
  const filter = useStore((state) => state.settings.noteFilter)
  if (isChoosing) return <ChosenBar notes={notes} />
  if (isFiltering(filter)) return <FilterBar notes={notes} filter={filter} />
  return <NeedsPlaceBar notes={notes} />
}

function FilterBar({ notes, filter }: Props & { filter: NoteFilter }) {
  const shown = notes.filter((placed) => fits(placed, filter)).length
  return (
    <div className="notes-bar" role="group" aria-label="Filter">
      <ul className="notes-chips">
        {filter.isWritten && (
          <Chip name="With words" change={{ isWritten: false }}>
            With words
          </Chip>
        )}
        {filter.needsPlace && (
          <Chip name="Needs a place" change={{ needsPlace: false }}>
            Needs a place
          </Chip>
        )}
        {filter.colors.map((color) => (
          <Chip key={color} name={color} change={{ colors: toggled(filter.colors, color) }}>
            <ColorDot color={color} />
            {color}
          </Chip>
        ))}
        {filter.tags.map((tag) => (
          <Chip key={tag} name={tag} change={{ tags: toggled(filter.tags, tag) }}>
            <bdi>{tag}</bdi>
          </Chip>
        ))}
      </ul>
      <span className="notes-count">
        {count(shown, null)} of {count(notes.length, null)}
      </span>
      <IconButton label="Show all notes" className="notes-clear" onClick={() => void showAllNotes()}>
        <X aria-hidden />
      </IconButton>
    </div>
  )
}

type ChipProps = { name: string; change: Partial<NoteFilter>; children: ReactNode }

function Chip({ name, change, children }: ChipProps) {
  return (
    <li>
      <button
        type="button"
        className="notes-chip"
        aria-label={`${name}: filter by it no longer`}
        onClick={() => void filterNotes(change)}
      >
        {children}
        <X aria-hidden />
      </button>
    </li>
  )
}

function NeedsPlaceBar({ notes }: Props) {
  const isNow = useStore((state) => state.open !== null && isNewest(state.open))
  const needing = notes.filter(needsPlace).length
  if (needing === 0 || !isNow) return null
  return (
    <div className="notes-bar">
      <button type="button" className="notes-needing" onClick={() => void filterNotes({ needsPlace: true })}>
        {count(needing, null)} {needing === 1 ? 'note needs' : 'notes need'} a place
      </button>
    </div>
  )
}
