import { Pencil, Trash2 } from 'lucide-react'
import { type CSSProperties, type DragEvent, memo, type Ref } from 'react'
import type { Direction } from '../../src/model/content.ts'
import type { Note, PlacedNote } from '../../src/model/note.ts'
import { editNote, removeNote, setHoveredNote } from '../state/note-actions.ts'
import { needsPlace } from '../state/note-filter.ts'
import { useStore } from '../state/store.ts'
import { startEditing } from '../state/typing-actions.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { CardPlace } from './card-place.tsx'
import { ColorMenu } from './color-menu.tsx'
import { NoteBody } from './note-body.tsx'
import { NoteEditor } from './note-editor.tsx'
import { OtherTexts } from './other-texts.tsx'
import './note-card.css'

type Props = {
  ref: Ref<HTMLDivElement>
  placed: PlacedNote
  /** Of the article. */
  direction: Direction
  index: number
  /** CSS pixels from the top of the list. */
  top: number
  /** The card the Tab key stops at. */
  isStop: boolean
}

/** One note: the words it stands on, what was written, its tags, and what can be done with it. */
export const NoteCard = memo(function NoteCard({ ref, placed, direction, index, top, isStop }: Props) {
  const { note } = placed
  const isActive = useStore((state) => state.activeNoteId === note.id)
  const isHovered = useStore((state) => state.hoveredNoteId === note.id)
  const isEditing = useStore((state) => state.editingNoteId === note.id)
  const isChosen = useStore((state) => state.chosenNotes.has(note.id))

  return (
    <div
      ref={ref}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isChosen}
      aria-current={isActive}
      tabIndex={isStop ? 0 : -1}
      data-index={index}
      data-note={note.id}
      data-hovered={isHovered}
      className="card"
      style={{ insetBlockStart: top, '--card-color': `var(--${note.color}-d)` } as CSSProperties}
      draggable={needsPlace(placed) && !isEditing}
      onDragStart={(event) => carry(event, note)}
      onPointerEnter={() => setHoveredNote(note.id)}
      onPointerLeave={() => setHoveredNote(null)}
    >
      <div role="gridcell">
        {note.selector === null ? (
          <p className="card-whole">On the whole article</p>
        ) : (
          <p className="card-quote" dir={direction}>
            {note.selector.exact}
          </p>
        )}
        <CardPlace placed={placed} isActive={isActive} direction={direction} />
        {isEditing ? <NoteEditor note={note} /> : <Written note={note} />}
      </div>
    </div>
  )
})

function Written({ note }: { note: Note }) {
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
          <ColorMenu color={note.color} onChoose={(color) => void editNote(note.id, { color })} />
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

/** The reader takes a note of this type where it is let go over words. */
function carry(event: DragEvent, { id }: Note): void {
  event.dataTransfer.setData('application/x-lectern-note', id)
  event.dataTransfer.effectAllowed = 'link'
}
