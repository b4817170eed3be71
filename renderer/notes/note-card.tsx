import type { Note, PlacedNote } from '../../src/model/note.ts'
import { Pencil, Trash2 } from 'lucide-react'
import { type CSSProperties, memo, type MouseEvent, useEffect, useRef } from 'react'
import type { Direction } from '../../src/model/content.ts'
import type { NoteId } from '../../src/model/ids.ts'
import { removeNote, setActiveNote, setHoveredNote } from '../state/note-actions.ts'
import { getState, useStore } from '../state/store.ts'
import { startEditing } from '../state/typing-actions.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { ColorMenu } from './color-menu.tsx'
import { NoteBody } from './note-body.tsx'
import { NoteEditor } from './note-editor.tsx'
import { OtherTexts } from './other-texts.tsx'

type Props = { placed: PlacedNote; direction: Direction }

/** One note: the words it stands on, what was written, its tags, and what can be done with it. */
export const NoteCard = memo(function NoteCard({ placed, direction }: Props) {
  const { note, anchor } = placed
  const isActive = useStore((state) => state.activeNoteId === note.id)
  const isHovered = useStore((state) => state.hoveredNoteId === note.id)
  const isEditing = useStore((state) => state.editingNoteId === note.id)
  const card = useRef<HTMLLIElement>(null)

  useEffect(() => {
    if (isActive) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive, isEditing])

  return (
    <li
      ref={card}
      className="card"
      data-active={isActive}
      data-hovered={isHovered}
      style={{ '--card-color': `var(--${note.color}-d)` } as CSSProperties}
      onClick={(event) => isBackground(event) && show(note.id)}
      onPointerEnter={() => setHoveredNote(note.id)}
      onPointerLeave={() => setHoveredNote(null)}
    >
      <button
        type="button"
        data-card=""
        className={note.selector ? 'card-quote' : 'card-whole'}
        dir={note.selector ? direction : undefined}
        aria-current={isActive}
        onClick={() => show(note.id)}
      >
        {note.selector ? note.selector.exact : 'On the whole article'}
      </button>
      {anchor?.kind === 'moved' && <p className="card-moved">Found again where the text has changed.</p>}
      {isEditing ? <NoteEditor note={note} /> : <Written placed={placed} />}
    </li>
  )
})

function Written({ placed: { note } }: Pick<Props, 'placed'>) {
  return (
    <>
      <Words note={note} />
      <div className="card-foot">
        <ul className="card-tags" aria-label="Tags">
          {note.tags.map((tag) => (
            <li key={tag} className="tag" dir="auto">
              {tag}
            </li>
          ))}
        </ul>
        <span className="card-buttons">
          <ColorMenu note={note} />
          <IconButton label="Edit" keys="n" onClick={() => void startEditing(note.id)}>
            <Pencil aria-hidden />
          </IconButton>
          <IconButton label="Remove" keys="Delete" onClick={() => void removeNote(note.id)}>
            <Trash2 aria-hidden />
          </IconButton>
        </span>
      </div>
    </>
  )
}

function Words({ note }: { note: Note }) {
  if (note.otherBodies.length > 0) return <OtherTexts note={note} />
  return note.body !== '' && <NoteBody body={note.body} />
}

/** Makes the note the active one and brings its words into view. */
function show(id: NoteId): void {
  setActiveNote(id)
  getState().reader?.showPassage(id)
}

/** A click on the card itself, not on a control in it, nor one that ends a selection of what is written there. */
function isBackground({ target }: MouseEvent): boolean {
  const isControl = target instanceof Element && target.closest('button, input, textarea, [role]') !== null
  return !isControl && document.getSelection()?.isCollapsed !== false
}
