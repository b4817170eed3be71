import { X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import './tag-input.css'

type Props = {
  label: string
  tags: readonly string[]
  onChange: (tags: string[]) => void
  autoFocus?: boolean
}

/** Longest tag (src/model/article.ts). */
const maxLength = 100

/** Tags in a field: Enter or a comma adds one, Backspace in the empty field takes the last away. */
export function TagInput({ label, tags, onChange, autoFocus = false }: Props) {
  const [text, setText] = useState('')

  function add() {
    const tag = text.trim()
    setText('')
    if (tag !== '' && !tags.includes(tag)) onChange([...tags, tag])
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const isAdding = event.key === 'Enter' || event.key === ',' || event.key === '،'
    if (isAdding && text.trim() !== '') {
      event.preventDefault()
      add()
    }
    if (event.key === 'Backspace' && text === '') onChange(tags.slice(0, -1))
  }

  return (
    <div className="tag-input" role="group" aria-label={label}>
      {tags.map((tag) => (
        <span key={tag} className="tag" dir="auto">
          {tag}
          <button type="button" aria-label={`Remove tag ${tag}`} onClick={() => onChange(without(tags, tag))}>
            <X aria-hidden />
          </button>
        </span>
      ))}
      <input
        aria-label={label}
        placeholder={tags.length === 0 ? 'Add a tag' : ''}
        dir="auto"
        maxLength={maxLength}
        autoFocus={autoFocus}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={add}
      />
    </div>
  )
}

function without(tags: readonly string[], tag: string): string[] {
  return tags.filter((other) => other !== tag)
}
