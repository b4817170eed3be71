import { MessageSquarePlus } from 'lucide-react'
import { type MouseEvent, useMemo } from 'react'
import type { OpenArticle } from '../../src/contract.ts'
import type { PlacedNote } from '../../src/model/note.ts'
import { chooseThrough, chooseToo } from '../state/choosing-actions.ts'
import { showAllNotes } from '../state/filter-actions.ts'
import { addNote } from '../state/note-actions.ts'
import { fits, isFiltering } from '../state/note-filter.ts'
import { useStore } from '../state/store.ts'
import { startEditing } from '../state/typing-actions.ts'
import { Button } from '../ui/button.tsx'
import { Keys } from '../ui/keys.tsx'
import { Backlinks } from './backlinks.tsx'
import { cardRows } from './card-rows.ts'
import { noteOf, showWords } from './cards.ts'
import { onCardKey } from './on-card-key.ts'
import { LostHeading } from './lost-heading.tsx'
import { NoteCard } from './note-card.tsx'
import { useCards } from './use-cards.ts'

/** The notes in the order of the text; those that lost their place stand apart, with all that was written. */
export function NoteList({ open }: { open: OpenArticle }) {
  const shown = useShown(open.notes)
  const ids = useMemo(() => shown.map(({ note }) => note.id), [shown])
  const rows = useMemo(() => cardRows(shown), [shown])
  const { scroller, virtualizer, stop } = useCards(rows)

  function onClick(event: MouseEvent) {
    const id = noteOf(event.target)
    if (id === null) return
    if (event.shiftKey) chooseThrough(id, ids)
    else if (event.ctrlKey || event.metaKey) chooseToo(id)
    else if (document.getSelection()?.isCollapsed === false) return // it ends a selection of what is written there
    showWords(id)
  }

  return (
    <div ref={scroller} className="notes-scroller note-list">
      {rows.length > 0 && (
        <div
          role="grid"
          aria-label="Notes"
          aria-multiselectable
          aria-rowcount={rows.length}
          className="cards"
          style={{ blockSize: virtualizer.getTotalSize() }}
          onClick={onClick}
          // Shift would select the words between two cards.
          onMouseDown={(event) => event.shiftKey && event.preventDefault()}
          onKeyDown={(event) => onCardKey(event, ids)}
        >
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const row = rows[index]
            const place = { ref: virtualizer.measureElement, index, top: start }
            if (row === undefined) return null
            if (row.kind === 'needs-place') return <LostHeading key={key} {...place} count={row.count} />
            const { direction } = open.article
            return (
              <NoteCard
                key={key}
                {...place}
                placed={row.placed}
                direction={direction}
                isStop={index === stop}
              />
            )
          })}
        </div>
      )}
      {open.notes.length === 0 && <Empty />}
      {open.notes.length > 0 && shown.length === 0 && <NoneFits />}
      <Button kind="quiet" className="note-add" onClick={() => void addArticleNote()}>
        <MessageSquarePlus aria-hidden />
        Add a note on the article
      </Button>
      <Backlinks notes={open.notes} />
    </div>
  )
}

/** What fits the filter, and what is in hand whether it fits or not: nobody loses sight of what they just made or clicked. */
function useShown(notes: readonly PlacedNote[]): readonly PlacedNote[] {
  const filter = useStore((state) => state.settings.noteFilter)
  const active = useStore((state) => state.activeNoteId)
  const editing = useStore((state) => state.editingNoteId)
  return useMemo(() => {
    if (!isFiltering(filter)) return notes
    return notes.filter(
      (placed) => fits(placed, filter) || placed.note.id === active || placed.note.id === editing,
    )
  }, [notes, filter, active, editing])
}

function Empty() {
  return (
    <p className="note-empty">
      Select some words and press <Keys of="h" /> to highlight them, or <Keys of="n" /> to write a note.
    </p>
  )
}

function NoneFits() {
  return (
    <div className="note-empty">
      <p>No note fits this filter.</p>
      <Button onClick={() => void showAllNotes()}>Show all</Button>
    </div>
  )
}

async function addArticleNote(): Promise<void> {
  const placed = await addNote({ span: null })
  if (placed) await startEditing(placed.note.id)
}
