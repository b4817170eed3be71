import type { FeedEntryRow } from '../../src/contract.ts'
import { useRows } from '../rows/use-rows.ts'
import { keepEntry, putAway, showFeedRows } from '../state/feed-actions.ts'
import { type Pages, rowAt } from '../state/pages.ts'
import { useStore } from '../state/store.ts'
import { FeedRow } from './feed-row.tsx'

/** A row with a headline of two lines, as drawn. */
const usualRowPx = 112
/** The feed's name lies over the top of its entries (feeds.css). */
const headingPx = 31

type Stay = () => void

/** The entries of the list that `question` asked for. The first of each feed has the feed's name above it. */
export function FeedList({ question }: { question: string }) {
  const pages = useStore((state) => state.feeds.pages)
  const keeping = useStore((state) => state.feeds.keeping)
  const away = (row: FeedEntryRow, stay: Stay) => void putAway(row).then(stay)
  const { scroller, virtualizer, stop, moveStop, onKeyDown } = useRows(pages, {
    list: 'feeds',
    question,
    usualPx: usualRowPx,
    coveredPx: headingPx,
    nameOf: nameInList,
    show: showFeedRows,
    keys: { Enter: (row) => void keepEntry(row), e: away, Delete: away },
  })
  const topmost = rowAt(pages, virtualizer.range?.startIndex ?? 0)

  return (
    <div ref={scroller} className="rows feeds-rows">
      {topmost !== undefined && (
        <div className="feeds-over" aria-hidden>
          <bdi>{topmost.feedTitle}</bdi>
        </div>
      )}
      <div
        role="grid"
        aria-label="Entries of feeds"
        aria-rowcount={pages.total}
        data-focus="list"
        style={{ blockSize: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const row = rowAt(pages, item.index) ?? null
          return (
            <FeedRow
              key={item.key}
              ref={virtualizer.measureElement}
              row={row}
              isFirst={isFirstOfFeed(pages, item.index)}
              isKeeping={row !== null && keeping.has(row.id)}
              index={item.index}
              top={item.start}
              height={item.size}
              isOpen={false}
              isStop={item.index === stop}
              onFocus={moveStop}
            />
          )
        })}
      </div>
    </div>
  )
}

/** An entry may stand in several feeds. */
function nameInList({ id, feedId }: FeedEntryRow): string {
  return `${feedId} ${id}`
}

/** Where the entry before is not loaded, nobody knows, and nothing is said. */
function isFirstOfFeed(pages: Pages<FeedEntryRow>, index: number): boolean {
  const before = rowAt(pages, index - 1)
  return index === 0 || (before !== undefined && before.feedId !== rowAt(pages, index)?.feedId)
}
