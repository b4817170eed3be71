import { Check } from 'lucide-react'
import { memo } from 'react'
import type { FeedEntryRow } from '../../src/contract.ts'
import { Row, type RowPlace } from '../rows/row.tsx'
import { NewDot, StoryCell } from '../rows/story-cell.tsx'
import { keepEntry, putAway } from '../state/feed-actions.ts'
import { shortDate } from '../ui/formats.ts'
import { Late } from '../ui/late.tsx'

/** What is over sooner needs no word. */
const patienceMs = 300

type Props = RowPlace & {
  /** Null while it is not loaded; its place is kept. */
  row: FeedEntryRow | null
  /** Whether it is the first of its feed. */
  isFirst: boolean
  /** Whether its article is being made. */
  isKeeping: boolean
}

/** Drawn anew only when it changes itself, so that scrolling draws new rows only. */
export const FeedRow = memo(function FeedRow({ row, isFirst, isKeeping, ...place }: Props) {
  return (
    <Row {...place} isLoaded={row !== null} dir={row?.direction} className="feed-row" data-seen={row?.isSeen}>
      {row !== null && (
        <>
          {isFirst && (
            <div role="gridcell" className="rows-heading">
              <bdi>{row.feedTitle}</bdi>
            </div>
          )}
          <StoryCell
            {...row}
            head={<EntryHead row={row} isKeeping={isKeeping} />}
            onOpen={() => void keepEntry(row)}
          />
          {!row.isSeen && <PutAway row={row} isStop={place.isStop} />}
        </>
      )}
    </Row>
  )
})

type CellProps = { row: FeedEntryRow; isKeeping: boolean }

/** What the feed's name above does not say. */
function EntryHead({ row, isKeeping }: CellProps) {
  const { isSeen, byline, publishedAt, language } = row
  return (
    <>
      {!isSeen && <NewDot>New.</NewDot>}
      {byline !== null && (
        <span className="story-source" dir="auto">
          {byline}
        </span>
      )}
      {byline !== null && publishedAt !== null && <span aria-hidden>·</span>}
      {publishedAt !== null && <span>{shortDate(publishedAt, language)}</span>}
      {byline === null && publishedAt === null && (
        <span lang="en" dir="ltr">
          Undated
        </span>
      )}
      {isKeeping && (
        <Late afterMs={patienceMs}>
          <span className="feed-coming" role="status" lang="en" dir="ltr">
            Loading…
          </span>
        </Late>
      )}
    </>
  )
}

function PutAway({ row, isStop }: { row: FeedEntryRow; isStop: boolean }) {
  return (
    <div role="gridcell" className="row-more">
      <button
        type="button"
        className="icon-button"
        aria-label={`Put away ${row.title}`}
        tabIndex={isStop ? 0 : -1}
        onClick={() => void putAway(row)}
      >
        <Check aria-hidden />
      </button>
    </div>
  )
}
