import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { type Pages, rowAt } from '../state/pages.ts'
import { type ListName, placeLeft, useLeaving } from './left-place.ts'
import { useStop } from './use-stop.ts'

type Options<Row> = ListName & {
  /** CSS pixels of a row as it usually is; each is measured when it is there. */
  usualPx: number
  /** CSS pixels at the top of the list that something lies over. */
  coveredPx?: number
  nameOf: (row: Row) => string
  /** Asks for the rows on the screen. */
  show: (first: number, last: number) => Promise<void>
  /** What other keys do with the row they are pressed on; `stay` puts the focus on what stands there afterwards. */
  keys: Readonly<Record<string, (row: Row, stay: () => void) => void>>
}

type Scroller = RefObject<HTMLDivElement | null>

/** A long list as it is drawn: only the rows in view are there. */
export type Rows = {
  scroller: Scroller
  virtualizer: Virtualizer<HTMLDivElement, Element>
  /** The number of the row the Tab key stops at. */
  stop: number
  moveStop: (index: number) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** Draws a long list. One row of it is the stop for the Tab key; the arrow keys and their like move it. */
export function useRows<Row>(pages: Pages<Row>, options: Options<Row>): Rows {
  const { usualPx, coveredPx = 0, nameOf, show, keys } = options
  const scroller = useRef<HTMLDivElement>(null)
  const [before] = useState(() => placeLeft(options))
  const [stop, moveStop] = useStop(pages, { element: scroller, nameOf, first: before.stop })
  const virtualizer = useVirtualizer({
    count: pages.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualPx,
    overscan: 4,
    scrollPaddingStart: coveredPx,
    initialOffset: before.offset,
    initialMeasurementsCache: before.measured,
    // The row in focus stays drawn when it is scrolled away, or the focus would be lost.
    rangeExtractor: (range) => withStop(range, stop),
  })
  useLeaving(options, virtualizer, stop)
  useShownRows(virtualizer, show)
  useFocusFollows(scroller, stop)
  const goTo = useGoal(pages, { scroller, virtualizer, stop })

  function moveTo(index: number) {
    const next = Math.max(0, Math.min(pages.total - 1, index))
    moveStop(next)
    goTo(next)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (!(event.target instanceof HTMLElement && event.target.role === 'row')) return
    const row = rowAt(pages, stop)
    const own = keys[event.key]
    const next = nextStop(event.key, { stop, total: pages.total, screen: rowsInView(virtualizer) })
    if (own === undefined && next === null) return
    event.preventDefault()
    if (next !== null) moveTo(next)
    else if (row !== undefined) own?.(row, () => moveTo(stop))
  }

  return { scroller, virtualizer, stop, moveStop, onKeyDown }
}

/** Where a key leads to; null where it is none that moves. */
function nextStop(key: string, at: { stop: number; total: number; screen: number }): number | null {
  const aScreen = Math.max(1, at.screen - 1)
  switch (key) {
    case 'ArrowDown':
      return at.stop + 1
    case 'ArrowUp':
      return at.stop - 1
    case 'PageDown':
      return at.stop + aScreen
    case 'PageUp':
      return at.stop - aScreen
    case 'Home':
      return 0
    case 'End':
      return at.total - 1
    default:
      return null
  }
}

function withStop(range: Range, stop: number): number[] {
  const indexes = defaultRangeExtractor(range)
  if (range.count === 0 || indexes.includes(stop)) return indexes
  return [...indexes, stop].sort((a, b) => a - b)
}

function rowsInView({ range }: Rows['virtualizer']): number {
  return range === null ? 1 : range.endIndex - range.startIndex
}

function isInRange({ range }: Rows['virtualizer'], index: number): boolean {
  return range !== null && range.startIndex <= index && index <= range.endIndex
}

/** Asks for the pages of what is on the screen, whenever that changes. */
function useShownRows({ range }: Rows['virtualizer'], show: Options<never>['show']): void {
  const { startIndex = 0, endIndex = 0 } = range ?? {}
  useEffect(() => void show(startIndex, endIndex), [show, startIndex, endIndex])
}

/** The focus goes with the stop when its row has moved under it. */
function useFocusFollows(scroller: Scroller, stop: number): void {
  useEffect(() => {
    const focused = document.activeElement
    if (focused?.role === 'row' && scroller.current?.contains(focused))
      rowElement(scroller, stop)?.focus({ preventScroll: true })
  }, [scroller, stop])
}

/**
 * How to go to a row: at once, and again each time something around it has come or is measured, until the reader scrolls by
 * other means: nobody can say which measure is the last.
 */
function useGoal<Row>(
  pages: Pages<Row>,
  { scroller, virtualizer, stop }: Pick<Rows, 'scroller' | 'virtualizer' | 'stop'>,
): (index: number) => void {
  const goal = useRef<number | null>(null)
  useEffect(() => {
    const isThere =
      isInRange(virtualizer, stop) &&
      virtualizer.getVirtualItems().every(({ index }) => rowAt(pages, index) !== undefined)
    if (goal.current !== stop || !isThere) return
    afterMeasuring(() => {
      if (goal.current === stop) rowElement(scroller, stop)?.scrollIntoView({ block: 'nearest' })
    })
  })
  useEffect(() => {
    const list = scroller.current
    const ending = new AbortController()
    const options = { signal: ending.signal, passive: true }
    for (const means of ['wheel', 'pointerdown', 'touchstart'])
      list?.addEventListener(means, () => (goal.current = null), options)
    return () => ending.abort()
  }, [scroller])
  return (index) => {
    goal.current = index
    virtualizer.scrollToIndex(index)
    requestAnimationFrame(() => rowElement(scroller, index)?.focus({ preventScroll: true }))
  }
}

/** Rows that have just arrived are measured at the end of the next frame; the one after it has them in their places. */
function afterMeasuring(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(work))
}

function rowElement(scroller: Scroller, index: number): HTMLElement | null {
  return scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null
}
