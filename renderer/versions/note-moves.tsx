import { CircleAlert } from 'lucide-react'
import { type CSSProperties, Fragment } from 'react'
import type { NoteMove } from '../../src/model/comparison.ts'
import type { Direction } from '../../src/model/content.ts'
import { readNote } from '../state/comparison-actions.ts'
import { count } from '../ui/formats.ts'

type Outcome = NoteMove['outcome']

/** In the order they are counted in: the gravest last. */
const outcomes: readonly Outcome[] = ['same', 'moved', 'reworded', 'doubtful', 'lost']

const one: Record<Outcome, string> = {
  same: 'stands as it was',
  moved: 'moved',
  reworded: 'reads otherwise',
  doubtful: 'to be confirmed',
  lost: 'needs a place',
}
const many: Record<Outcome, string> = {
  ...one,
  same: 'stand as they were',
  reworded: 'read otherwise',
  lost: 'need a place',
}

type Props = {
  /** Null until they are known. */
  moves: readonly NoteMove[] | null
  direction: Direction | undefined
}

/** What became of the notes: how many of each kind, and each that does not stand as it did. */
export function NoteMoves({ moves, direction }: Props) {
  return (
    <section className="moves" aria-label="What became of the notes" tabIndex={0}>
      <h3>What became of the notes</h3>
      {moves !== null && (
        <>
          <Counts moves={moves} />
          <ul className="moves-list">
            {moves
              .filter(({ outcome }) => outcome !== 'same')
              .map((move) => (
                <Move key={move.placed.note.id} move={move} direction={direction} />
              ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** `5 stand as they were · 2 moved · 1 needs a place` */
function Counts({ moves }: { moves: readonly NoteMove[] }) {
  const counts = outcomes
    .map((outcome) => ({ outcome, notes: moves.filter((move) => move.outcome === outcome).length }))
    .filter(({ notes }) => notes > 0)
  return (
    <p className="moves-counts">
      {counts.length === 0 && 'No words of it are marked.'}
      {counts.map(({ outcome, notes }, index) => (
        <Fragment key={outcome}>
          {index > 0 && ' · '}
          <span>
            {count(notes, null)} {(notes === 1 ? one : many)[outcome]}
          </span>
        </Fragment>
      ))}
    </p>
  )
}

/** What is said of a note above its words; a changed quotation and a lost place are said louder. */
const headings: Record<Exclude<Outcome, 'same'>, string> = {
  moved: 'The same words, elsewhere',
  reworded: 'The words you marked were changed',
  doubtful: 'Perhaps these words: please confirm',
  lost: 'The words you marked are gone: needs a place',
}

function Move({ move, direction }: { move: NoteMove } & Pick<Props, 'direction'>) {
  const { outcome, placed, reads } = move
  const { id, articleId, selector, color } = placed.note
  if (outcome === 'same') return null
  return (
    <li
      className="move"
      data-outcome={outcome}
      style={{ '--note-color': `var(--${color}-d)` } as CSSProperties}
    >
      <button type="button" className="move-note" onClick={() => void readNote(articleId, id)}>
        <span className="move-heading">
          {outcome !== 'moved' && <CircleAlert aria-hidden />}
          {headings[outcome]}
        </span>
        <q className="move-words" dir={direction}>
          {selector?.exact}
        </q>
        {reads !== null && outcome !== 'moved' && (
          <>
            <span className="move-now">The quotation you marked now reads</span>
            <q className="move-words move-reads" dir={direction}>
              {reads}
            </q>
          </>
        )}
      </button>
    </li>
  )
}
