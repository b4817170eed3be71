import type { Note } from '../../src/model/note.ts'
import { chooseBody } from '../state/note-actions.ts'
import { Button } from '../ui/button.tsx'
import { NoteBody } from './note-body.tsx'
import './other-texts.css'

/** A note whose words were written on two devices at the same time: all of them, until the reader chooses. */
export function OtherTexts({ note }: { note: Note }) {
  const texts = [note.body, ...note.otherBodies]
  return (
    <div className="other-texts" role="group" aria-label="Texts written at the same time">
      <p className="other-hint">Also written on another device at the same time. Which one should stand?</p>
      <ol>
        {texts.map((body, index) => (
          <li key={index}>
            {body === '' ? <p className="other-empty">No words</p> : <NoteBody body={body} />}
            <Button
              aria-label={`Keep this one: text ${index + 1} of ${texts.length}`}
              onClick={() => void chooseBody(note.id, body)}
            >
              Keep this one
            </Button>
          </li>
        ))}
      </ol>
      <Button kind="quiet" onClick={() => void chooseBody(note.id, joined(texts))}>
        {texts.length === 2 ? 'Keep both' : 'Keep all'}
      </Button>
    </div>
  )
}

/** One below the other, as paragraphs of their own. */
function joined(texts: readonly string[]): string {
  return texts.filter((body) => body !== '').join('\n\n')
}
