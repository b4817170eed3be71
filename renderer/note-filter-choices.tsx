import { Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { Color } from '../src/model/note.ts'
import type { NoteFilter } from '../src/model/settings.ts'
import './note-filter-choices.css'
import { toggled } from './state/filter-actions.ts'
import { useStore } from './state/store.ts'
import { MenuLine } from './ui/menu.tsx'

type Props = {
  filter: NoteFilter
  /** In the order of the alphabet. */
  tags: readonly string[]
  onChange: (change: Partial<NoteFilter>) => void
}

/** By what notes can be filtered: what stands in a `Menu`. */
export function NoteFilterChoices({ filter, tags, onChange }: Props) {
  const meanings = useStore((state) => state.settings.colorMeanings)
  const { colors, isWritten, needsPlace } = filter
  return (
    <div className="filter-choices">
      <Choice isOn={isWritten} onToggle={() => onChange({ isWritten: !isWritten })}>
        With words
      </Choice>
      <Choice isOn={needsPlace} onToggle={() => onChange({ needsPlace: !needsPlace })}>
        Needs a place
      </Choice>
      <MenuLine />
      <DropdownMenu.Group aria-label="Colours">
        {Color.options.map((color) => (
          <Choice
            key={color}
            isOn={colors.includes(color)}
            onToggle={() => onChange({ colors: toggled(colors, color) })}
          >
            <span className="filter-dot" style={dotStyle(color)} />
            {color} <span className="filter-meaning">{meanings[color]}</span>
          </Choice>
        ))}
      </DropdownMenu.Group>
      {tags.length > 0 && (
        <>
          <MenuLine />
          <DropdownMenu.Group aria-label="Tags">
            {tags.map((tag) => (
              <Choice
                key={tag}
                isOn={filter.tags.includes(tag)}
                onToggle={() => onChange({ tags: toggled(filter.tags, tag) })}
              >
                <bdi>{tag}</bdi>
              </Choice>
            ))}
          </DropdownMenu.Group>
        </>
      )}
    </div>
  )
}

function dotStyle(color: Color) {
  return { background: `var(--${color})`, borderColor: `var(--${color}-d)` }
}

type ChoiceProps = { isOn: boolean; onToggle: () => void; children: ReactNode }

/** The menu stays open: a filter is often made of several. */
function Choice({ isOn, onToggle, children }: ChoiceProps) {
  return (
    <DropdownMenu.CheckboxItem
      className="menu-item"
      checked={isOn}
      onSelect={(event) => event.preventDefault()}
      onCheckedChange={onToggle}
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
