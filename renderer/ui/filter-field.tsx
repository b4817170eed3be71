import { Search } from 'lucide-react'
import './filter-field.css'
import { Keys } from './keys.tsx'

type Props = { label: string; value: string; onChange: (value: string) => void }

/** Where the words are typed that the entries of the list must have. */
export function FilterField({ label, value, onChange }: Props) {
  return (
    <div className="filter-field">
      <Search aria-hidden />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        data-focus="filter"
        dir="auto"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value === '') event.currentTarget.blur()
        }}
      />
      <Keys of="/" />
    </div>
  )
}
