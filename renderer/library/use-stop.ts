import { type RefObject, useEffect, useRef, useState } from 'react'
import type { ArticleId } from '../../src/model/ids.ts'
import { indexOf, type Pages, rowAt } from '../state/pages.ts'

/**
 * The row the Tab key stops at, and how to move it. While the focus is in the list (`element`) and rows come or go above it,
 * it follows its article, so that no key is ever meant for one article and pressed on another.
 */
export function useStop(
  list: Pages,
  element: RefObject<HTMLElement | null>,
): [stop: number, moveStop: (index: number) => void] {
  const [current, setCurrent] = useState(0)
  const article = useRef<ArticleId | null>(null)
  const stop = Math.max(0, Math.min(current, list.total - 1))

  useEffect(() => {
    const here = rowAt(list, stop)?.id ?? null
    const isHeld = element.current?.contains(document.activeElement) === true
    const index = isHeld && article.current !== null ? indexOf(list, article.current) : null
    if (index === null) article.current = here ?? article.current
    else setCurrent(index)
  }, [list, stop, element])

  function moveStop(index: number) {
    article.current = rowAt(list, index)?.id ?? null
    setCurrent(index)
  }

  return [stop, moveStop]
}
