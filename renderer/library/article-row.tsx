import { Ellipsis, Star } from 'lucide-react'
import { memo, useState } from 'react'
import type { ArticleSummary } from '../../src/contract.ts'
import type { Sort } from '../../src/model/settings.ts'
import { Row, type RowPlace } from '../rows/row.tsx'
import { NewDot, StoryCell } from '../rows/story-cell.tsx'
import { openArticle } from '../state/article-actions.ts'
import { hostOf } from '../state/import-address.ts'
import { count, minutesText, shortDate } from '../ui/formats.ts'
import { ArticleMenu } from './article-menu.tsx'

type Props = RowPlace & {
  /** Null while it is not loaded; its place is kept. */
  row: ArticleSummary | null
  sortedBy: Sort['by']
  isOpen: boolean
}

/** Drawn anew only when it changes itself, so that scrolling draws new rows only. */
export const ArticleRow = memo(function ArticleRow({ row, sortedBy, isOpen, ...place }: Props) {
  const [isMenuOpen, setMenuOpen] = useState(false)
  return (
    <Row
      {...place}
      isLoaded={row !== null}
      isSelected={isOpen}
      dir={row?.direction}
      data-article={row?.id}
      onContextMenu={(event) => {
        event.preventDefault()
        setMenuOpen(row !== null)
      }}
    >
      {row !== null && (
        <>
          <StoryCell
            {...row}
            head={<RowHead row={row} sortedBy={sortedBy} />}
            foot={<RowFoot row={row} sortedBy={sortedBy} />}
            onOpen={() => void openArticle(row.id)}
          />
          <div role="gridcell" className="row-more">
            <More row={row} isStop={place.isStop} isOpen={isMenuOpen} onOpenChange={setMenuOpen} />
          </div>
        </>
      )}
    </Row>
  )
})

type MoreProps = {
  row: ArticleSummary
  isStop: boolean
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** The menu is made when it is first asked for: most rows scroll by without. */
function More({ row, isStop, isOpen, onOpenChange }: MoreProps) {
  const [isMade, setMade] = useState(false)
  if (isOpen && !isMade) setMade(true)
  const button = (
    <button
      type="button"
      className="icon-button"
      aria-label={`More for ${row.title}`}
      aria-haspopup="menu"
      tabIndex={isStop ? 0 : -1}
      onClick={isMade ? undefined : () => onOpenChange(true)}
    >
      <Ellipsis aria-hidden />
    </button>
  )
  if (!isMade) return button
  return (
    <ArticleMenu row={row} isOpen={isOpen} onOpenChange={onOpenChange}>
      {button}
    </ArticleMenu>
  )
}

type CellProps = { row: ArticleSummary; sortedBy: Sort['by'] }

function RowHead({ row, sortedBy }: CellProps) {
  return (
    <>
      {!row.reading.isRead && row.reading.progress === 0 && <NewDot>Unread.</NewDot>}
      <span className="story-source" dir="auto">
        {row.part?.of ?? row.agency ?? row.byline ?? hostOf(row.source)}
      </span>
      {row.part !== null && (
        <>
          <span aria-hidden>·</span>
          <bdi lang="en">
            {count(row.part.number, null)} of {count(row.part.total, null)}
          </bdi>
        </>
      )}
      <span aria-hidden>·</span>
      <RowDate row={row} sortedBy={sortedBy} />
      {row.reading.isStarred && <Star className="row-star" role="img" aria-label="Starred" />}
    </>
  )
}

/** In the order of publication a date of another kind would seem out of place. */
function RowDate({ row, sortedBy }: CellProps) {
  const { published, addedAt, language } = row
  if (published === null && sortedBy === 'published') return <bdi lang="en">no date</bdi>
  return <span>{shortDate(published ?? addedAt, language)}</span>
}

function RowFoot({ row, sortedBy }: CellProps) {
  const { progress } = row.reading
  const share = `${Math.round(progress * 100)} %`
  return (
    <>
      {(progress > 0 || sortedBy === 'progress') && (
        <span className="progress-bar">
          <span style={{ inlineSize: `${progress * 100}%` }} />
          {sortedBy !== 'progress' && <span className="heard">{share} read.</span>}
        </span>
      )}
      {sortedBy === 'progress' && (
        <>
          <bdi lang="en">{share} read</bdi>
          <span aria-hidden>·</span>
        </>
      )}
      {row.isOnlyLink ? (
        <bdi lang="en">address only</bdi>
      ) : (
        <span>{minutesText(row.words, row.language)}</span>
      )}
      {row.notes > 0 && (
        <span>
          ·{' '}
          <bdi lang="en">
            {count(row.notes, null)} {row.notes === 1 ? 'note' : 'notes'}
          </bdi>
        </span>
      )}
      {row.versions > 1 && (
        <span>
          · <bdi lang="en">{count(row.versions, null)} versions</bdi>
        </span>
      )}
    </>
  )
}
