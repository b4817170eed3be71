import { Check, ListFilter } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { Color, type PlacedNote } from '../../src/model/note.ts'
import type { NoteFilter } from '../../src/model/settings.ts'
import { filterNotes, toggled } from '../state/filter-actions.ts'
import { isFiltering } from '../state/note-filter.ts'
import { useStore } from '../state/store.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuLine } from '../ui/menu.tsx'
import { ColorDot } from './color-menu.tsx'
import './notes-bar.css'

type Props = { notes: readonly PlacedNote[] }

/** By what the notes can be filtered; not offered where there is nothing to choose from. */
export function FilterMenu({ notes }: Props) {
  const filter = useStore((state) => state.settings.noteFilter)
  const isOn = isFiltering(filter)
  if (notes.length < 2 && !isOn) return null
  return (
    <Menu
      trigger={
        <IconButton label="Filter notes" className="notes-filter" data-on={isOn}>
          <ListFilter aria-hidden />
        </IconButton>
      }
    >
      <div className="filter-choices">
        <Choice isOn={filter.isWritten} change={{ isWritten: !filter.isWritten }}>
          With words
        </Choice>
        <Choice isOn={filter.needsPlace} change={{ needsPlace: !filter.needsPlace }}>
          Needs a place
        </Choice>
        <Colors filter={filter} />
        <Tags filter={filter} notes={notes} />
      </div>
    </Menu>
  )
}

function Colors({ filter }: { filter: NoteFilter }) {
  const meanings = useStore((state) => state.settings.colorMeanings)
  return (
    <>
      <MenuLine />
      <DropdownMenu.Group aria-label="Colours">
        {Color.options.map((color) => (
          <Choice
            key={color}
            isOn={filter.colors.includes(color)}
            change={{ colors: toggled(filter.colors, color) }}
          >
            <ColorDot color={color} />
            {color} <span className="color-meaning">{meanings[color]}</span>
          </Choice>
        ))}
      </DropdownMenu.Group>
    </>
  )
}

function Tags({ filter, notes }: Props & { filter: NoteFilter }) {
  const tags = [...new Set([...notes.flatMap(({ note }) => note.tags), ...filter.tags])]
  if (tags.length === 0) return null
  return (
    <>
      <MenuLine />
      <DropdownMenu.Group aria-label="Tags">
        {tags
          .sort((a, b) => a.localeCompare(b))
          .map((tag) => (
            <Choice key={tag} isOn={filter.tags.includes(tag)} change={{ tags: toggled(filter.tags, tag) }}>
              <bdi>{tag}</bdi>
            </Choice>
          ))}
      </DropdownMenu.Group>
    </>
  )
}

type ChoiceProps = { isOn: boolean; change: Partial<NoteFilter>; children: ReactNode }

/** The menu stays open: a filter is often made of several. */
function Choice({ isOn, change, children }: ChoiceProps) {
  return (
    <DropdownMenu.CheckboxItem
      className="menu-item filter-choice"
      checked={isOn}
      onSelect={(event) => event.preventDefault()}
      onCheckedChange={() => void filterNotes(change)}
    >
      <span className="menu-icon">
        <DropdownMenu.ItemIndicator>
          <Check aria-hidden />
        </DropdownMenu.ItemIndicator>
      </span>
      <span className="menu-text filter-name">{children}</span>
    </DropdownMenu.CheckboxItem>
  )
}
