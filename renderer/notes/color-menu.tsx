import { Palette } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { Color } from '../../src/model/note.ts'
import { useStore } from '../state/store.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import './color-menu.css'

/** `color` is null where several notes are meant that have several. */
type Props = { color: Color | null; onChoose: (color: Color) => void }

/** The colour of a note, and the others with what they mean to the reader. */
export function ColorMenu({ color, onChoose }: Props) {
  const meanings = useStore((state) => state.settings.colorMeanings)
  return (
    <Menu
      trigger={
        <IconButton label={color === null ? 'Colour' : `Colour: ${color}, ${meanings[color]}`}>
          {color === null ? <Palette aria-hidden /> : <ColorDot color={color} />}
        </IconButton>
      }
    >
      <DropdownMenu.RadioGroup value={color ?? ''} onValueChange={(next) => onChoose(Color.parse(next))}>
        {Color.options.map((option) => (
          <DropdownMenu.RadioItem key={option} className="menu-item color-item" value={option}>
            <ColorDot color={option} />
            <span className="menu-text">
              {option} <span className="color-meaning">{meanings[option]}</span>
            </span>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </Menu>
  )
}

export function ColorDot({ color }: { color: Color }) {
  return (
    <span className="note-dot" style={{ background: `var(--${color})`, borderColor: `var(--${color}-d)` }} />
  )
}
