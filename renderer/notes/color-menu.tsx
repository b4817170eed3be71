import { DropdownMenu } from 'radix-ui'
import { Color, type Note } from '../../src/model/note.ts'
import { editNote } from '../state/note-actions.ts'
import { useStore } from '../state/store.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'

/** The note's colour, and the others with what they mean to the reader. */
export function ColorMenu({ note }: { note: Note }) {
  const meanings = useStore((state) => state.settings.colorMeanings)
  return (
    <Menu
      trigger={
        <IconButton label={`Colour: ${note.color}, ${meanings[note.color]}`}>
          <ColorDot color={note.color} />
        </IconButton>
      }
    >
      <DropdownMenu.RadioGroup
        value={note.color}
        onValueChange={(color) => void editNote(note.id, { color: color as Color })}
      >
        {Color.options.map((color) => (
          <DropdownMenu.RadioItem key={color} className="menu-item color-item" value={color}>
            <ColorDot color={color} />
            <span className="menu-text">
              {color} <span className="color-meaning">{meanings[color]}</span>
            </span>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </Menu>
  )
}

function ColorDot({ color }: { color: Color }) {
  return (
    <span className="note-dot" style={{ background: `var(--${color})`, borderColor: `var(--${color}-d)` }} />
  )
}
