import { Check } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Note } from '../../src/model/note.ts'
import { editNote } from '../state/note-actions.ts'
import type { Typing } from '../state/state.ts'
import { useStore } from '../state/store.ts'
import { stopEditing, typeNote } from '../state/typing-actions.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { TagInput } from '../ui/tag-input.tsx'
import { ColorMenu } from './color-menu.tsx'

const statusText: Record<Typing['status'], string> = {
  typing: 'Saving…',
  saving: 'Saving…',
  saved: 'Saved',
  failed: 'Not saved',
}

/** The card while it is being written: what is typed is kept as it is typed. */
export function NoteEditor({ note }: { note: Note }) {
  const typing = useStore((state) => (state.typing?.noteId === note.id ? state.typing : null))
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => focusAtEnd(field.current), [])

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    if (!isDone || event.nativeEvent.isComposing) return
    event.preventDefault()
    void close(event.currentTarget)
  }

  return (
    <div className="note-editor" onKeyDown={onKeyDown}>
      <textarea
        ref={field}
        aria-label="Note, in Markdown"
        placeholder="Write a note"
        dir="auto"
        rows={2}
        maxLength={1_000_000}
        value={typing?.body ?? note.body}
        onChange={(event) => void typeNote(note.id, event.target.value)}
      />
      <div data-focus="tags">
        <TagInput label="Tags" tags={note.tags} onChange={(tags) => void editNote(note.id, { tags })} />
      </div>
      <div className="card-foot">
        <span className="note-status" role="status" data-status={typing?.status}>
          {typing && statusText[typing.status]}
        </span>
        <span className="card-buttons">
          <ColorMenu note={note} />
          <IconButton label="Done" keys="Escape" onClick={(event) => void close(event.currentTarget)}>
            <Check aria-hidden />
          </IconButton>
        </span>
      </div>
    </div>
  )
}

/** Ends the writing and gives the focus back to the card. */
async function close(within: HTMLElement): Promise<void> {
  const card = within.closest('.card')?.querySelector<HTMLElement>('[data-card]')
  await stopEditing()
  card?.focus()
}

function focusAtEnd(field: HTMLTextAreaElement | null): void {
  field?.focus({ preventScroll: true })
  field?.setSelectionRange(field.value.length, field.value.length)
}
