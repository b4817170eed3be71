import { Ellipsis, Star } from 'lucide-react'
import { memo, type Ref, useState } from 'react'
import type { ArticleSummary } from '../../src/contract.ts'
import { openArticle } from '../state/article-actions.ts'
import { count, minutesText, shortDate } from '../ui/formats.ts'
import { ArticleMenu } from './article-menu.tsx'

type Props = {
  ref: Ref<HTMLDivElement>
  row: ArticleSummary
  index: number
  /** CSS pixels from the top of the list. */
  top: number
  isOpen: boolean
  /** The row the Tab key stops at. */
  isStop: boolean
  onFocus: (index: number) => void
}

/** Drawn anew only when it changes itself, so that scrolling draws new rows only. */
export const ArticleRow = memo(function ArticleRow(props: Props) {
  const { ref, row, index, top, isOpen, isStop, onFocus } = props
  const [isMenuOpen, setMenuOpen] = useState(false)
  return (
    <div
      ref={ref}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isOpen}
      tabIndex={isStop ? 0 : -1}
      data-index={index}
      dir={row.direction}
      className="article-row"
      style={{ insetBlockStart: top }}
      onFocus={() => onFocus(index)}
      onContextMenu={(event) => {
        event.preventDefault()
        setMenuOpen(true)
      }}
    >
      <div
        role="gridcell"
        className="article-cell"
        lang={row.language ?? undefined}
        onClick={() => void openArticle(row.id)}
      >
        <RowHead row={row} />
        <b className="article-title" dir="auto">
          {row.title}
        </b>
        {row.excerpt !== '' && (
          <p className="article-excerpt" dir="auto">
            {row.excerpt}
          </p>
        )}
        <RowFoot row={row} />
      </div>
      <div role="gridcell" className="article-more">
        <ArticleMenu row={row} isOpen={isMenuOpen} onOpenChange={setMenuOpen}>
          <button
            type="button"
            className="icon-button"
            aria-label={`More for ${row.title}`}
            tabIndex={isStop ? 0 : -1}
          >
            <Ellipsis aria-hidden />
          </button>
        </ArticleMenu>
      </div>
    </div>
  )
})

function RowHead({ row }: { row: ArticleSummary }) {
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
      <span>{shortDate(row.published ?? row.addedAt, row.language)}</span>
      {row.reading.isStarred && <Star className="row-star" role="img" aria-label="Starred" />}
    </div>
  )
}

function RowFoot({ row }: { row: ArticleSummary }) {
  const { progress } = row.reading
  return (
    <div className="article-meta">
      {progress > 0 && (
        <span className="progress-bar">
          <span style={{ inlineSize: `${progress * 100}%` }} />
          <span className="heard">{Math.round(progress * 100)} % read.</span>
        </span>
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
