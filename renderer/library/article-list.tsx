import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { openArticle, removeArticle } from '../state/article-actions.ts'
import { showRows } from '../state/list-actions.ts'
import { rowAt } from '../state/pages.ts'
import { useStore } from '../state/store.ts'
import { ArticleRow } from './article-row.tsx'
import { useStop } from './use-stop.ts'

/** A row with a headline of two lines, as drawn; each is measured when it is there. */
const usualRowPx = 124

/** The rows. One of them is the list's stop for the Tab key; the arrow keys and their like move it. */
export function ArticleList() {
  const list = useStore((state) => state.list)
  const openId = useStore((state) => state.openId)
  const sortedBy = useStore((state) => state.settings.sort.by)
  const scroller = useRef<HTMLDivElement>(null)
  const [stop, moveStop] = useStop(list, scroller)
  const virtualizer = useVirtualizer({
    count: list.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualRowPx,
    overscan: 4,
    // The row in focus stays drawn when it is scrolled away, or the focus would be lost.
    rangeExtractor: (range) => withStop(range, stop),
  })
  const items = virtualizer.getVirtualItems()
  useShownRows(virtualizer)
  useFocusFollows(scroller, stop)
  /** A row that was gone to and has not been seen at its full height yet. */
  const goal = useRef<number | null>(null)
  useEffect(() => {
    const isThere =
      isInRange(virtualizer, stop) && items.every(({ index }) => rowAt(list, index) !== undefined)
    if (goal.current !== stop || !isThere) return
    goal.current = null
    afterMeasuring(() => rowElement(scroller, stop)?.scrollIntoView({ block: 'nearest' }))
  })

  function moveTo(index: number) {
    const next = Math.max(0, Math.min(list.total - 1, index))
    moveStop(next)
    goal.current = next
    virtualizer.scrollToIndex(next)
    requestAnimationFrame(() => rowElement(scroller, next)?.focus({ preventScroll: true }))
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (!(event.target instanceof HTMLElement && event.target.role === 'row')) return
    const id = rowAt(list, stop)?.id
    const aScreen = Math.max(1, rowsInView(virtualizer) - 1)
    const actions: Record<string, () => void> = {
      ArrowDown: () => moveTo(stop + 1),
      j: () => moveTo(stop + 1),
      ArrowUp: () => moveTo(stop - 1),
      k: () => moveTo(stop - 1),
      PageDown: () => moveTo(stop + aScreen),
      PageUp: () => moveTo(stop - aScreen),
      Home: () => moveTo(0),
      End: () => moveTo(list.total - 1),
      Enter: () => id !== undefined && void openArticle(id),
      Delete: () => id !== undefined && void removeArticle(id).then(() => moveTo(stop)),
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
        aria-rowcount={list.total}
        data-focus="list"
        className="article-rows"
        style={{ blockSize: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <ArticleRow
            key={item.key}
            ref={virtualizer.measureElement}
            row={rowAt(list, item.index) ?? null}
            sortedBy={sortedBy}
            index={item.index}
            top={item.start}
            height={item.size}
            isOpen={openId !== null && rowAt(list, item.index)?.id === openId}
            isStop={item.index === stop}
            onFocus={moveStop}
          />
        ))}
      </div>
    </div>
  )
}

type Rows = Virtualizer<HTMLDivElement, Element>

function withStop(range: Range, stop: number): number[] {
  const indexes = defaultRangeExtractor(range)
  if (range.count === 0 || indexes.includes(stop)) return indexes
  return [...indexes, stop].sort((a, b) => a - b)
}

function rowsInView({ range }: Rows): number {
  return range === null ? 1 : range.endIndex - range.startIndex
}

function isInRange({ range }: Rows, index: number): boolean {
  return range !== null && range.startIndex <= index && index <= range.endIndex
}

/** Rows that have just arrived are measured at the end of the next frame; the one after it has them in their places. */
function afterMeasuring(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(work))
}

/** Asks for the pages of what is on the screen, whenever that changes. */
function useShownRows({ range }: Rows): void {
  const { startIndex = 0, endIndex = 0 } = range ?? {}
  useEffect(() => void showRows(startIndex, endIndex), [startIndex, endIndex])
}

/** The focus goes with the stop when its row has moved under it. */
function useFocusFollows(scroller: RefObject<HTMLDivElement | null>, stop: number): void {
  useEffect(() => {
    const focused = document.activeElement
    if (focused?.role === 'row' && scroller.current?.contains(focused))
      rowElement(scroller, stop)?.focus({ preventScroll: true })
  }, [scroller, stop])
}

function rowElement(scroller: RefObject<HTMLDivElement | null>, index: number): HTMLElement | null {
  return scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null
}
