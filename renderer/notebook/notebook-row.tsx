import { CircleAlert } from 'lucide-react'
import { type CSSProperties, memo } from 'react'
import { withoutWikilinks } from '../../src/text/wikilinks.ts'
import { Row, type RowPlace } from '../rows/row.tsx'
import { openNote } from '../state/notebook-actions.ts'
import type { GroupedNote } from '../state/state.ts'
import { shortDate } from '../ui/formats.ts'
import { GroupName } from './group-name.tsx'

type Props = RowPlace & {
  /** Null while it is not loaded; its place is kept. */
  note: GroupedNote | null
  /** Whether it is the first of its group. */
  isFirst: boolean
  isActive: boolean
}

/** Drawn anew only when it changes itself, so that scrolling draws new rows only. */
export const NotebookRow = memo(function NotebookRow({ note, isFirst, isActive, ...place }: Props) {
  return (
    <Row {...place} isLoaded={note !== null} isSelected={isActive} data-article={note?.articleId}>
      {note !== null && (
        <>
          {isFirst && (
            <div role="gridcell" className="rows-heading">
              <GroupName note={note} />
            </div>
          )}
          <NoteCell note={note} />
        </>
      )}
    </Row>
  )
})

type CellProps = { note: GroupedNote }

function NoteCell({ note }: CellProps) {
  const { color, quote, body, direction } = note
  return (
    <div
      role="gridcell"
      className="row-cell notebook-cell"
      dir={direction}
      style={{ '--note-color': `var(--${color}-d)` } as CSSProperties}
      onClick={() => void openNote(note)}
    >
      <span className="heard">{color}.</span>
      {quote === null ? (
        <p className="notebook-whole" dir="ltr">
          On the whole article
        </p>
      ) : (
        <p className="notebook-quote">{quote}</p>
      )}
      {body !== '' && (
        <p className="notebook-words" dir="auto">
          {withoutWikilinks(body)}
        </p>
      )}
      <NoteFoot note={note} />
    </div>
  )
}

/** What the group's name does not say: the article, the day; and the tags. */
function NoteFoot({ note }: CellProps) {
  const { grouping, needsPlace, tags, title, createdAt } = note
  return (
    <div className="notebook-foot">
      {needsPlace && (
        <span className="notebook-lost" lang="en" dir="ltr">
          <CircleAlert aria-hidden />
          Needs a place
        </span>
      )}
      {tags.map((tag) => (
        <span key={tag} className="tag" dir="auto">
          {tag}
        </span>
      ))}
      <span className="notebook-about">
        {grouping !== 'article' && (
          <span className="notebook-title" dir="auto">
            {title}
          </span>
        )}
        {grouping !== 'day' && <bdi>{shortDate(createdAt, null)}</bdi>}
      </span>
    </div>
  )
}
