import { type RefObject, useCallback, useRef, useState } from 'react'

/**
 * Whether words are being sought: `finding` counts how often that was asked for since it was last closed, 0 while it is
 * closed. Closing gives the focus back to the part of the text that had it.
 */
export function useFinding(scroller: RefObject<HTMLElement | null>) {
  const [finding, setFinding] = useState(0)
  const before = useRef<Element | null>(null)

  const find = useCallback(() => {
    const focused = document.activeElement
    if (scroller.current?.contains(focused)) before.current = focused
    setFinding((times) => times + 1)
  }, [scroller])

  const closeFind = useCallback(() => {
    setFinding(0)
    const back = before.current instanceof HTMLElement ? before.current : scroller.current
    back?.focus({ preventScroll: true })
  }, [scroller])

  return { finding, find, closeFind }
}
