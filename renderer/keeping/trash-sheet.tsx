import { RotateCcw } from 'lucide-react'
import { type MouseEvent, type ReactNode } from 'react'
import type { TrashedArticle, TrashedNote } from '../../src/contract.ts'
import { useStore } from '../state/store.ts'
import { restoreTrashedArticle, restoreTrashedNote } from '../state/trash-actions.ts'
import { closeSheet } from '../state/view-actions.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DialogHeader } from '../ui/dialog-header.tsx'
import { count, shortDate } from '../ui/formats.ts'
import { focusNear } from './focus-near.ts'
import './keeping.css'

/** What was removed in the last 30 days, and the way back. */
export function TrashSheet({ children }: { children: ReactNode }) {
  const trash = useStore((state) => state.trash)
  return (
    <Dialog label="Trash" className="keeping" onDismiss={closeSheet} onPressOutside={closeSheet}>
      <DialogHeader title="Trash" onClose={closeSheet} />
      <div className="keeping-body" tabIndex={0} data-first role="region" aria-label="What was removed">
        {trash !== null && (
          <>
            <p className="keeping-hint">{aboutTrash(trash.articles.length + trash.notes.length)}</p>
            {trash.articles.length > 0 && <Articles articles={trash.articles} />}
            {trash.notes.length > 0 && <Notes notes={trash.notes} />}
          </>
        )}
      </div>
      {children}
    </Dialog>
  )
}

function aboutTrash(things: number): string {
  return things === 0
    ? 'The trash is empty. Articles and notes that you remove lie here for 30 days.'
    : 'Articles and notes lie here for 30 days after they were removed. Then they are gone for good.'
}

function Articles({ articles }: { articles: readonly TrashedArticle[] }) {
  return (
    <section className="keeping-group" aria-labelledby="trashed-articles">
      <h3 id="trashed-articles">Articles</h3>
      <ul className="keeping-list">
        {articles.map(({ id, title, source, notes, removedAt }) => (
          <li key={id} className="keeping-item">
            <div dir="auto">
              <b className="keeping-title">{title}</b>
              <p className="keeping-about" dir="ltr">
                <bdi>{source}</bdi> · {counted(notes, 'note')} · removed {shortDate(removedAt, null)}
              </p>
            </div>
            <Restore name={title} run={() => restoreTrashedArticle(id)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Notes({ notes }: { notes: readonly TrashedNote[] }) {
  return (
    <section className="keeping-group" aria-labelledby="trashed-notes">
      <h3 id="trashed-notes">Notes</h3>
      <ul className="keeping-list">
        {notes.map(({ note, title }) => (
          <li key={note.id} className="keeping-item">
            <div dir="auto">
              {note.selector !== null && <p className="keeping-quote">{note.selector.exact}</p>}
              {note.body !== '' && (
                <p className="keeping-words" dir="auto">
                  {note.body}
                </p>
              )}
              <p className="keeping-about" dir="ltr">
                <bdi>{title}</bdi> · removed {shortDate(note.removedAt, null)}
              </p>
            </div>
            <Restore
              name={note.selector?.exact ?? (note.body === '' ? `a note on ${title}` : note.body)}
              run={() => restoreTrashedNote(note.articleId, note.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Enough of a long text to know it by when it is read out. */
const nameLength = 60

type RestoreProps = { name: string; run: () => Promise<void> }

function Restore({ name, run }: RestoreProps) {
  function onClick({ currentTarget }: MouseEvent<HTMLElement>) {
    const giveFocus = focusNear(currentTarget, '.keeping-item .button')
    void run().then(giveFocus)
  }
  return (
    <Button aria-label={`Restore ${name.slice(0, nameLength)}`} onClick={onClick}>
      <RotateCcw aria-hidden />
      Restore
    </Button>
  )
}

function counted(number: number, word: string): string {
  return `${count(number, null)} ${number === 1 ? word : `${word}s`}`
}
