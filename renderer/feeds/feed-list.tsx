import type { FeedEntryRow } from '../../src/contract.ts'
import { isFirstOfGroup } from '../rows/is-first-of-group.ts'
import { RowGrid } from '../rows/row-grid.tsx'
import { useRows } from '../rows/use-rows.ts'
import { keepEntry, putAway, showFeedRows } from '../state/feed-actions.ts'
import { rowAt } from '../state/pages.ts'
import { useStore } from '../state/store.ts'
import { FeedRow } from './feed-row.tsx'

/** A row with a headline of two lines, as drawn. */
const usualRowPx = 112
/** The feed's name lies over the top of its entries (rows.css). */
const headingPx = 31

type Stay = () => void

/** The entries of the list that `question` asked for. The first of each feed has the feed's name above it. */
export function FeedList({ question }: { question: string }) {
  const pages = useStore((state) => state.feeds.pages)
  const keeping = useStore((state) => state.feeds.keeping)
  const away = (row: FeedEntryRow, stay: Stay) => void putAway(row).then(stay)
  const rows = useRows(pages, {
    list: 'feeds',
    question,
    usualPx: usualRowPx,
    coveredPx: headingPx,
    nameOf: nameInList,
    show: showFeedRows,
    keys: { Enter: (row) => void keepEntry(row), e: away, Delete: away },
  })
  const topmost = rowAt(pages, rows.virtualizer.range?.startIndex ?? 0)

  return (
    <RowGrid
      rows={rows}
      total={pages.total}
      className="rows-grouped"
      over={<bdi>{topmost?.feedTitle}</bdi>}
      aria-label="Entries of feeds"
      data-focus="list"
      row={(place) => {
        const row = rowAt(pages, place.index) ?? null
        return (
          <FeedRow
            {...place}
            row={row}
            isFirst={isFirstOfGroup(pages, place.index, ({ feedId }) => feedId)}
            isKeeping={row !== null && keeping.has(row.id)}
          />
        )
      }}
    />
  )
}

/** An entry may stand in several feeds. */
function nameInList({ id, feedId }: FeedEntryRow): string {
  return `${feedId} ${id}`
}
