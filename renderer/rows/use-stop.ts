import { type RefObject, useEffect, useRef, useState } from 'react'
import { indexWhere, type Pages, rowAt } from '../state/pages.ts'

type Around<Row> = {
  /** The list; it is in use while the focus is in it. */
  element: RefObject<HTMLElement | null>
  /** What names a row among the others. */
  nameOf: (row: Row) => string
  /** The number of the first stop. */
  first: number
}

/**
 * The row the Tab key stops at, and how to move it. While the focus is in the list and rows come or go above it, it follows
 * its row, so that no key is ever meant for one row and pressed on another.
 */
export function useStop<Row>(
  list: Pages<Row>,
  { element, nameOf, first }: Around<Row>,
): [stop: number, moveStop: (index: number) => void] {
  const [current, setCurrent] = useState(first)
  const held = useRef<string | null>(null)
  const stop = Math.max(0, Math.min(current, list.total - 1))

  useEffect(() => {
    const row = rowAt(list, stop)
    const { current: name } = held
    const isInUse = element.current?.contains(document.activeElement) === true
    const index = isInUse && name !== null ? indexWhere(list, (one) => nameOf(one) === name) : null
    if (index !== null) setCurrent(index)
    else if (row !== undefined) held.current = nameOf(row)
  }, [list, stop, element, nameOf])

  function moveStop(index: number) {
    const row = rowAt(list, index)
    held.current = row === undefined ? null : nameOf(row)
    setCurrent(index)
  }

  return [stop, moveStop]
}
