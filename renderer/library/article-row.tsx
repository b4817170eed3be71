import { Ellipsis, Star } from 'lucide-react'
import { memo, type Ref, useState } from 'react'
import type { ArticleSummary } from '../../src/contract.ts'
import type { Sort } from '../../src/model/settings.ts'
import { openArticle } from '../state/article-actions.ts'
import { count, minutesText, shortDate } from '../ui/formats.ts'
import { ArticleMenu } from './article-menu.tsx'

type Props = {
  ref: Ref<HTMLDivElement>
  /** Null while it is not loaded; its place is kept. */
  row: ArticleSummary | null
  sortedBy: Sort['by']
  index: number
  /** CSS pixels from the top of the list. */
  top: number
  /** CSS pixels of a row that is not loaded; the others take what they need. */
  height: number
  isOpen: boolean
  /** The row the Tab key stops at. */
  isStop: boolean
  onFocus: (index: number) => void
}

/**
 * Drawn anew only when it changes itself, so that scrolling draws new rows only. It stays the same element when its
 * article arrives, and keeps the focus.
 */
export const ArticleRow = memo(function ArticleRow(props: Props) {
  const { ref, row, sortedBy, index, top, height, isOpen, isStop, onFocus } = props
  const [isMenuOpen, setMenuOpen] = useState(false)
  return (
    <div
      ref={ref}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isOpen}
      aria-busy={row === null}
      tabIndex={isStop ? 0 : -1}
      data-index={index}
      dir={row?.direction}
      className="article-row"
      style={row === null ? { insetBlockStart: top, blockSize: height } : { insetBlockStart: top }}
      onFocus={() => onFocus(index)}
      onContextMenu={(event) => {
        event.preventDefault()
        setMenuOpen(row !== null)
      }}
    >
      {row === null ? (
        <Coming />
      ) : (
        <>
          <RowCell row={row} sortedBy={sortedBy} />
          <div role="gridcell" className="article-more">
            <More row={row} isStop={isStop} isOpen={isMenuOpen} onOpenChange={setMenuOpen} />
          </div>
        </>
      )}
    </div>
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

/** The shape of a row whose article is on its way. */
function Coming() {
  return (
    <div role="gridcell" className="article-cell article-coming">
      <span className="heard">Loading…</span>
      <span />
      <span />
      <span />
    </div>
  )
}

type CellProps = { row: ArticleSummary; sortedBy: Sort['by'] }

function RowCell({ row, sortedBy }: CellProps) {
  return (
    <div
      role="gridcell"
      className="article-cell"
      lang={row.language ?? undefined}
      onClick={() => void openArticle(row.id)}
    >
      <RowHead row={row} sortedBy={sortedBy} />
      <b className="article-title" dir="auto">
        {row.title}
      </b>
      {row.excerpt !== '' && (
        <p className="article-excerpt" dir="auto">
          {row.excerpt}
        </p>
      )}
      <RowFoot row={row} sortedBy={sortedBy} />
    </div>
  )
}

function RowHead({ row, sortedBy }: CellProps) {
  return (
    <div className="article-meta">
      {!row.reading.isRead && row.reading.progress === 0 && (
        <span className="unread-dot">
          <span className="heard">Unread.</span>
        </span>
      )}
      <span className="article-source" dir="auto">
        {row.agency ?? row.byline ?? row.source}
      </span>
      <span aria-hidden>·</span>
      <RowDate row={row} sortedBy={sortedBy} />
      {row.reading.isStarred && <Star className="row-star" role="img" aria-label="Starred" />}
    </div>
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
    <div className="article-meta">
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
      <span>{minutesText(row.words, row.language)}</span>
      {row.notes > 0 && (
        <span>
          ·{' '}
          <bdi lang="en">
            {count(row.notes, null)} {row.notes === 1 ? 'note' : 'notes'}
          </bdi>
        </span>
      )}
    </div>
  )
}
