import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { OpenArticle } from '../../src/contract.ts'
import type { Settings } from '../../src/model/settings.ts'
import { saveReading } from '../state/article-actions.ts'
import { unread } from '../../src/model/note.ts'
import type { TextMap } from './dom-span.ts'
import { isNewest } from '../state/version-actions.ts'
import { followReading, type ReadingPlace } from './reading-place.ts'

type Around = { scroller: RefObject<HTMLElement | null>; open: OpenArticle; settings: Settings }

/** Opens the article where it was left, and keeps the sentence under the eye in place when the type changes. */
export function useReadingPlace(map: TextMap | null, { scroller, open, settings }: Around): void {
  const place = useRef<ReadingPlace>(null)
  const { id } = open.article
  // How far an older version is read is nobody's question: what is kept is of the newest.
  const isKept = isNewest(open)
  // What was known when the article was opened: later on, what is saved comes from here.
  const reading = useRef(isKept ? open.reading : unread)

  useLayoutEffect(() => {
    if (!map || !scroller.current) return
    const following = followReading(scroller.current, map, {
      reading: reading.current,
      save: (change) => isKept && void saveReading(id, change),
    })
    place.current = following
    return () => following.stop()
  }, [map, scroller, id, isKept])

  const { font, fontSize, lineHeight, measure } = settings
  useLayoutEffect(() => place.current?.hold(), [font, fontSize, lineHeight, measure])
}
