import { useEffect, useRef, useState } from 'react'
import type { ArticleId } from '../../src/model/ids.ts'
import { indexOf, type Pages, rowAt } from '../state/pages.ts'

/**
 * The row the Tab key stops at, and how to move it. When rows come or go above it, it follows its article, so that no key
 * is ever meant for one article and pressed on another.
 */
export function useStop(list: Pages): [stop: number, moveStop: (index: number) => void] {
  const [current, setCurrent] = useState(0)
  const article = useRef<ArticleId | null>(null)
  const stop = Math.max(0, Math.min(current, list.total - 1))

  useEffect(() => {
    const here = rowAt(list, stop)?.id ?? null
    const moved = article.current === null || article.current === here ? null : indexOf(list, article.current)
    if (moved === null) article.current = here ?? article.current
    else setCurrent(moved)
  }, [list, stop])

  function moveStop(index: number) {
    article.current = rowAt(list, index)?.id ?? null
    setCurrent(index)
  }

  return [stop, moveStop]
}
