import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { openArticle, removeArticle } from '../state/article-actions.ts'
import { loadPage } from '../state/list-actions.ts'
import { useStore } from '../state/store.ts'
import { ArticleRow } from './article-row.tsx'

/** A row with a headline of two lines, as drawn; each is measured when it is there. */
const usualRowPx = 124
/** The next page is asked for when this few loaded rows are left below. */
const rowsAhead = 30

/** The rows. One of them is the list's stop for the Tab key; the arrow keys move it. */
export function ArticleList() {
  const rows = useStore((state) => state.rows)
  const total = useStore((state) => state.total)
  const openId = useStore((state) => state.openId)
  const scroller = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const stop = Math.min(current, rows.length - 1)

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualRowPx,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
    // The row in focus stays drawn when it is scrolled away, or the focus would be lost.
    rangeExtractor: (range) => withStop(range, stop),
  })
  const items = virtualizer.getVirtualItems()
  useMorePages(items.at(-1)?.index ?? 0)

  function moveTo(index: number) {
    const next = Math.max(0, Math.min(rows.length - 1, index))
    setCurrent(next)
    virtualizer.scrollToIndex(next)
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus(),
    )
  }

  function onKeyDown(event: KeyboardEvent) {
    const row = rows[stop]
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    if (!(event.target instanceof HTMLElement && event.target.role === 'row')) return
    const actions: Record<string, () => void> = {
      ArrowDown: () => moveTo(stop + 1),
      j: () => moveTo(stop + 1),
      ArrowUp: () => moveTo(stop - 1),
      k: () => moveTo(stop - 1),
      Home: () => moveTo(0),
      End: () => moveTo(rows.length - 1),
      Enter: () => void openArticle(row.id),
      Delete: () => void removeArticle(row.id).then(() => moveTo(stop)),
    }
    const action = actions[event.key]
    if (action === undefined) return
    event.preventDefault()
    action()
  }

  return (
    <div ref={scroller} className="article-list">
      <div
        role="grid"
        aria-label="Articles"
        aria-rowcount={total}
        data-focus="list"
        className="article-rows"
        style={{ blockSize: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          return (
            <ArticleRow
              key={item.key}
              ref={virtualizer.measureElement}
              row={row}
              index={item.index}
              top={item.start}
              isOpen={row.id === openId}
              isStop={item.index === stop}
              onFocus={setCurrent}
            />
          )
        })}
      </div>
    </div>
  )
}

function withStop(range: Range, stop: number): number[] {
  const indexes = defaultRangeExtractor(range)
  if (stop < 0 || indexes.includes(stop)) return indexes
  return [...indexes, stop].sort((a, b) => a - b)
}

/** Asks for the next page when the last drawn row comes near the end of what is loaded. */
function useMorePages(lastDrawn: number) {
  const loaded = useStore((state) => state.rows.length)
  const hasMore = useStore((state) => state.hasMore)
  useEffect(() => {
    if (hasMore && lastDrawn > loaded - rowsAhead) void loadPage()
  }, [hasMore, lastDrawn, loaded])
}
