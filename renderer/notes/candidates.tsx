import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Passage } from '../../src/errors.ts'
import type { Direction, Span } from '../../src/model/content.ts'
import type { Note } from '../../src/model/note.ts'
import { attachTo } from '../state/place-actions.ts'
import { getState, useStore } from '../state/store.ts'
import { Button } from '../ui/button.tsx'
import { focusCard } from './cards.ts'

type Props = {
  note: Note
  direction: Direction
  /** A place that was declined. */
  except?: Span
}

/** Where a note may belong, once it was asked for, and the words that are selected, whatever they are. */
export function Candidates({ note, direction, except }: Props) {
  const found = useStore(({ candidates, open }) =>
    candidates?.noteId === note.id && candidates.version === open?.version ? candidates.found : undefined,
  )
  const group = useRef<HTMLDivElement>(null)
  useEffect(() => group.current?.scrollIntoView({ block: 'nearest' }), [found])
  if (found === undefined) return null
  const offered = found?.filter(({ passage }) => passage.span.start !== except?.start) ?? []
  return (
    <div ref={group} className="candidates" role="group" aria-label="Where it may belong">
      {found !== null && (
        <p className="candidates-hint">
          {offered.length === 0
            ? 'No passage is like it. Select the words it belongs to, or drag the note onto them.'
            : 'Does it belong to one of these? Or drag the note onto its words.'}
        </p>
      )}
      {offered.map(({ passage, score }) => (
        <button
          key={passage.span.start}
          type="button"
          className="candidate"
          data-candidate=""
          onClick={() => void attach(note, passage.span)}
        >
          <Words passage={passage} direction={direction} />
          <small>{likeness(score)}</small>
        </button>
      ))}
      <AttachToSelection note={note} />
    </div>
  )
}

function Words({ passage, direction }: { passage: Passage; direction: Direction }) {
  const words = useStore((state) => state.open?.content.text.slice(passage.span.start, passage.span.end))
  return (
    <span dir={direction}>
      {passage.before}
      <mark>{words}</mark>
      {passage.after}
    </span>
  )
}

function AttachToSelection({ note }: { note: Note }) {
  const isSelected = useSyncExternalStore(watchSelection, isTextSelected)
  if (!isSelected) return null
  return (
    <Button
      // The press would take the selection away.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() =>
        void getState()
          .reader?.attach(note.id)
          .then(() => focusCard(note.id))
      }
    >
      Attach to the selection
    </Button>
  )
}

/** In words: from where a place is taken without a question, or with one (`src/text/anchor.ts`). */
function likeness(score: number): string {
  if (score >= 0.72) return 'very alike'
  return score >= 0.6 ? 'alike' : 'perhaps'
}

async function attach({ id }: Note, span: Span): Promise<void> {
  await attachTo(id, span)
  focusCard(id)
}

function watchSelection(onChange: () => void): () => void {
  document.addEventListener('selectionchange', onChange)
  return () => document.removeEventListener('selectionchange', onChange)
}

function isTextSelected(): boolean {
  const selection = document.getSelection()
  const element = selection?.anchorNode?.parentElement
  return selection?.isCollapsed === false && element?.closest('.article-text') !== null
}
