import { Check } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import type { Note } from '../../src/model/note.ts'
import { editNote } from '../state/note-actions.ts'
import type { Typing } from '../state/state.ts'
import { useStore } from '../state/store.ts'
import { stopEditing, typeNote } from '../state/typing-actions.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { TagInput } from '../ui/tag-input.tsx'
import { ColorMenu } from './color-menu.tsx'
import { LinkList } from './link-list.tsx'
import { NotePreview } from './note-preview.tsx'
import { useLinkCompletion } from './use-link-completion.ts'
import './note-editor.css'

const statusText: Record<Typing['status'], string> = {
  typing: 'Saving…',
  saving: 'Saving…',
  saved: 'Saved',
  failed: 'Not saved',
}

/** The card while it is being written: what is typed is kept as it is typed. */
export function NoteEditor({ note }: { note: Note }) {
  const typing = useStore((state) => (state.typing?.noteId === note.id ? state.typing : null))
  const body = typing?.body ?? note.body

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    if (!isDone || event.defaultPrevented || event.nativeEvent.isComposing) return
    event.preventDefault()
    void close(event.currentTarget)
  }

  return (
    <div className="note-editor" onKeyDown={onKeyDown}>
      <BodyField note={note} body={body} />
      <NotePreview body={body} />
      <div data-focus="tags">
        <TagInput label="Tags" tags={note.tags} onChange={(tags) => void editNote(note.id, { tags })} />
      </div>
      <div className="card-foot">
        <span className="note-status" role="status" data-status={typing?.status}>
          {typing && statusText[typing.status]}
        </span>
        <span className="card-buttons">
          <ColorMenu color={note.color} onChoose={(color) => void editNote(note.id, { color })} />
          <IconButton label="Done" keys="Escape" onClick={(event) => void close(event.currentTarget)}>
            <Check aria-hidden />
          </IconButton>
        </span>
      </div>
    </div>
  )
}

/** The text, and what `[[` may stand for while it is written. */
function BodyField({ note, body }: { note: Note; body: string }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const completion = useLinkCompletion(note, field)
  useFocusAtEnd(field)
  return (
    <div>
      <textarea
        ref={field}
        aria-label="Note, in Markdown"
        placeholder="Write a note"
        dir="auto"
        rows={2}
        maxLength={1_000_000}
        value={body}
        onChange={(event) => {
          void typeNote(note.id, event.target.value)
          completion.look(event.target)
        }}
        onSelect={(event) => completion.follow(event.currentTarget)}
        onBlur={completion.close}
        onKeyDown={completion.onKeyDown}
        aria-autocomplete="list"
        {...(completion.options.length > 0 && {
          'aria-controls': completion.listId,
          'aria-activedescendant': `${completion.listId}-${completion.current}`,
        })}
      />
      <LinkList completion={completion} />
    </div>
  )
}

/** Ends the writing and gives the focus back to the card. */
async function close(within: HTMLElement): Promise<void> {
  const card = within.closest<HTMLElement>('[data-note]')
  await stopEditing()
  card?.focus()
}

function useFocusAtEnd(field: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const { current } = field
    current?.focus({ preventScroll: true })
    current?.setSelectionRange(current.value.length, current.value.length)
  }, [field])
}
