import { type RefObject, useEffect, useState } from 'react'
import type { Content, Span } from '../../src/model/content.ts'
import type { TextMap } from './dom-span.ts'
import { findHits } from './find-hits.ts'
import { findPattern } from './find-pattern.ts'
import { type Layer, paint, priorities } from './layers.ts'
import { partition } from './partition.ts'
import { offsetBelow, scrollTo } from './visible-text.ts'

const hitLayer: Layer = { name: 'hit', priority: priorities.hit, look: 'background-color: var(--hit);' }
const currentLayer: Layer = {
  name: 'hit-current',
  priority: priorities.currentHit,
  look: 'background-color: var(--accent); color: var(--paper);',
}

/** More can't be told apart, and painting tens of thousands takes longer than a frame. All are counted. */
const maxPainted = 1000

/** Half a frame: the other half is the window's own. */
const stretchMs = 8

type Around = { map: TextMap; content: Content; scroller: RefObject<HTMLElement | null> }

/** What was found, and the number of the one looked at, counted from 0. */
type Found = { hits: readonly Span[]; at: number }

const nothing: Found = { hits: [], at: 0 }

/**
 * Finds words in the article, paints them and brings the one looked at into view: at first the one next to what was in view
 * when the search began. `go` looks at the next one, or at the one before; after the last comes the first.
 */
export function useHits(query: string, { map, content, scroller }: Around) {
  const [found, setFound] = useState(nothing)
  const [origin] = useState(() => offsetBelow(map, scroller.current?.getBoundingClientRect().top ?? 0))
  const { hits, at } = found

  useEffect(() => {
    const ending = new AbortController()
    void search(content, query, ending.signal).then((all) => {
      if (all) setFound({ hits: all, at: firstFrom(all, origin) })
    })
    return () => ending.abort()
  }, [content, query, origin])

  useEffect(() => {
    const current = hits[at]
    const first = Math.max(0, at - maxPainted / 2)
    paint(map, hitLayer, hits.slice(first, first + maxPainted))
    paint(map, currentLayer, current ? [current] : [])
    if (current && scroller.current) scrollTo(scroller.current, map, current)
  }, [map, scroller, hits, at])

  useEffect(
    () => () => {
      paint(map, hitLayer, [])
      paint(map, currentLayer, [])
    },
    [map],
  )

  function go(step: 1 | -1): void {
    if (hits.length > 0) setFound({ hits, at: (at + step + hits.length) % hits.length })
  }

  return { hits, at, go }
}

/** The first of them that starts at the offset or after it; after the last comes the first. */
function firstFrom(hits: readonly Span[], offset: number): number {
  const index = partition(hits.length, (number) => hits[number]!.start >= offset)
  return index === hits.length ? 0 : index
}

/** All hits, found without keeping the window from its frames; null where they are no longer wanted. */
async function search(content: Content, query: string, signal: AbortSignal): Promise<Span[] | null> {
  const pattern = findPattern(query)
  if (!pattern) return []
  const hits: Span[] = []
  let since = performance.now()
  for (const more of findHits(content, pattern)) {
    for (const hit of more) hits.push(hit)
    if (performance.now() - since < stretchMs) continue
    await new Promise((resolve) => setTimeout(resolve))
    if (signal.aborted) return null
    since = performance.now()
  }
  return signal.aborted ? null : hits
}
