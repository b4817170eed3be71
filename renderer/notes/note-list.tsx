import type { PlacedNote } from '../../src/model/note.ts'
import { MessageSquarePlus } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { OpenArticle } from '../../src/contract.ts'
import { addNote } from '../state/note-actions.ts'
import { startEditing } from '../state/typing-actions.ts'
import { Button } from '../ui/button.tsx'
import { Keys } from '../ui/keys.tsx'
import { NoteCard } from './note-card.tsx'

/** The notes in the order of the text; those that lost their place stand apart, with all that was written. */
export function NoteList({ open }: { open: OpenArticle }) {
  const { notes, article } = open
  const lost = notes.filter(({ anchor }) => anchor?.kind === 'lost')
  const placed = notes.filter(({ anchor }) => anchor?.kind !== 'lost')
  return (
    <div className="note-list" onKeyDown={onKeyDown}>
      {notes.length === 0 && <Empty />}
      {placed.length > 0 && <Cards label="Notes" notes={placed} direction={article.direction} />}
      {lost.length > 0 && (
        <>
          <h2 className="note-group">Needs a place</h2>
          <p className="note-hint">The words these notes stood on are no longer in the text.</p>
          <Cards label="Notes that need a place" notes={lost} direction={article.direction} />
        </>
      )}
      <Button kind="quiet" className="note-add" onClick={() => void addArticleNote()}>
        <MessageSquarePlus aria-hidden />
        Add a note on the article
      </Button>
    </div>
  )
}

type CardsProps = {
  label: string
  notes: readonly PlacedNote[]
  direction: OpenArticle['article']['direction']
}

function Cards({ label, notes, direction }: CardsProps) {
  return (
    <ol className="cards" aria-label={label}>
      {notes.map((placed) => (
        <NoteCard key={placed.note.id} placed={placed} direction={direction} />
      ))}
    </ol>
  )
}

function Empty() {
  return (
    <p className="note-empty">
      Select some words and press <Keys of="h" /> to highlight them, or <Keys of="n" /> to write a note.
    </p>
  )
}

async function addArticleNote(): Promise<void> {
  const placed = await addNote({ span: null })
  if (placed) await startEditing(placed.note.id)
}

const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }

/** From card to card, as from paragraph to paragraph in the text. */
function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
  const isOnCard = event.target instanceof HTMLElement && event.target.matches('[data-card]')
  if (step === undefined || !isPlain || !isOnCard) return
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-card]')]
  event.preventDefault()
  cards[cards.indexOf(event.target as HTMLElement) + step]?.focus()
}
