import { RadioGroup } from 'radix-ui'
import type { CSSProperties, ReactNode } from 'react'
import type { Snapshot } from '../../src/contract.ts'
import type { PlacedNote } from '../../src/model/note.ts'
import { bringBack, showSnapshot } from '../state/earlier-actions.ts'
import { useStore } from '../state/store.ts'
import { closeSheet } from '../state/view-actions.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DialogHeader } from '../ui/dialog-header.tsx'
import { count, dateAndTime } from '../ui/formats.ts'
import './earlier.css'
import { NoteBody } from './note-body.tsx'
import './note-card.css'

/** The notes of an article as they stood before, and the way back to them. */
export function EarlierSheet({ children }: { children: ReactNode }) {
  const snapshots = useStore((state) => state.earlier?.snapshots ?? null)
  return (
    <Dialog label="Earlier notes" className="earlier" onDismiss={closeSheet} onPressOutside={closeSheet}>
      <DialogHeader title="Earlier notes" onClose={closeSheet} />
      {snapshots?.length === 0 && (
        <p className="earlier-empty">
          There are no earlier notes of this article yet. When its notes change, Lectern keeps how they were
          before: at most every five minutes, for 30 days.
        </p>
      )}
      {snapshots !== null && snapshots.length > 0 && <Snapshots snapshots={snapshots} />}
      {children}
    </Dialog>
  )
}

function Snapshots({ snapshots }: { snapshots: readonly Snapshot[] }) {
  const chosen = useStore((state) => state.earlier?.chosen ?? null)
  const notes = useStore((state) => state.earlier?.notes ?? null)
  const snapshot = snapshots.find(({ name }) => name === chosen)
  const differing = snapshot?.differing ?? 0
  return (
    <>
      <div className="earlier-columns">
        <RadioGroup.Root
          className="earlier-times"
          aria-label="Notes as they were"
          value={chosen}
          onValueChange={(name) => void showSnapshot(name)}
        >
          {snapshots.map((one) => (
            <RadioGroup.Item
              key={one.name}
              value={one.name}
              className="earlier-time"
              {...(one.name === chosen && { 'data-first': '' })}
            >
              <b>{dateAndTime(one.takenAt)}</b>
              <span>{aboutText(one)}</span>
            </RadioGroup.Item>
          ))}
        </RadioGroup.Root>
        <div className="earlier-notes" tabIndex={0} role="region" aria-label="The notes of that time">
          {notes?.length === 0 && <p className="earlier-none">There were no notes then.</p>}
          <ol className="earlier-cards">
            {notes?.map((placed) => (
              <EarlierCard key={placed.note.id} placed={placed} />
            ))}
          </ol>
        </div>
      </div>
      <footer className="dialog-footer">
        <span className="about">
          {differing > 0
            ? 'Notes that are gone or different now will be as they were then. Newer notes stay.'
            : 'The article has all of these notes as they were then.'}
        </span>
        <Button kind="primary" disabled={differing === 0} onClick={() => void bringBack()}>
          Bring these back
        </Button>
      </footer>
    </>
  )
}

function aboutText({ notes, differing }: Snapshot): string {
  const all = `${count(notes, null)} ${notes === 1 ? 'note' : 'notes'}`
  return differing === 0 ? `${all}, as now` : `${all}, ${count(differing, null)} other than now`
}

/** A note to be looked at only. */
function EarlierCard({ placed: { note } }: { placed: PlacedNote }) {
  return (
    <li className="card" style={{ '--card-color': `var(--${note.color}-d)` } as CSSProperties}>
      {note.selector === null ? (
        <p className="card-whole">On the whole article</p>
      ) : (
        <p className="card-quote" dir="auto">
          {note.selector.exact}
        </p>
      )}
      {note.body !== '' && <NoteBody body={note.body} />}
      {note.tags.length > 0 && (
        <ul className="card-tags" aria-label="Tags">
          {note.tags.map((tag) => (
            <li key={tag} className="tag" dir="auto">
              {tag}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
