import type { KeyboardEvent, ReactNode } from 'react'

type Props = {
  /** Where it leads, for the pointer that rests on it; what needs no word has none. */
  title?: string | undefined
  onFollow: () => void
  children: ReactNode
}

/** A link in the midst of a note's words, which breaks over lines as they do: a button would not. */
export function NoteLink({ title, onFollow, children }: Props) {
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    onFollow()
  }

  return (
    <span
      role="link"
      tabIndex={0}
      className="note-link"
      title={title}
      onClick={onFollow}
      onKeyDown={onKeyDown}
    >
      {children}
    </span>
  )
}
