import { type RefObject, useEffect } from 'react'
import type { Content } from '../../src/model/content.ts'
import { setReader } from '../state/view-actions.ts'
import type { TextMap } from './dom-span.ts'
import { readerHandle } from './reader-handle.ts'

type Around = { scroller: RefObject<HTMLElement | null>; content: Content }

/** Lets the keys, the bar and the cards ask the reader for what it can do, for as long as it shows an article. */
export function useReaderHandle(map: TextMap | null, { scroller, content }: Around): void {
  useEffect(() => {
    if (!map || !scroller.current) return
    setReader(readerHandle({ scroller: scroller.current, map, content }))
    return () => setReader(null)
  }, [map, scroller, content])
}
