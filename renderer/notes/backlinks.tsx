import type { PlacedNote } from '../../src/model/note.ts'
import { useStore } from '../state/store.ts'
import { showNote } from '../state/version-actions.ts'
import { withoutWikilinks } from '../../src/text/wikilinks.ts'
import './backlinks.css'

/** The notes of other articles that link to this one or to a note on it; each leads there. */
export function Backlinks({ notes }: { notes: readonly PlacedNote[] }) {
  const links = useStore((state) => state.backlinks)
  if (links.length === 0) return null
  return (
    <section className="backlinks" aria-labelledby="backlinks">
      <h2 id="backlinks">Linked from</h2>
      <ul>
        {links.map(({ articleId, noteId, title, body, toNote }) => (
          <li key={noteId}>
            <button type="button" className="backlink" onClick={() => void showNote(articleId, noteId)}>
              <b dir="auto">{title}</b>
              <span dir="auto">{withoutWikilinks(body)}</span>
              {toNote !== null && <ToNote placed={notes.find(({ note }) => note.id === toNote)} />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Which note of this article is meant, by the words it stands on. */
function ToNote({ placed }: { placed: PlacedNote | undefined }) {
  const words = placed?.note.selector?.exact
  return (
    words !== undefined && (
      <small>
        to <q dir="auto">{words}</q>
      </small>
    )
  )
}
