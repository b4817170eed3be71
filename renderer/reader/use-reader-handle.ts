import { type RefObject, useEffect } from 'react'
import type { Content } from '../../src/model/content.ts'
import { setReader } from '../state/view-actions.ts'
import type { TextMap } from './dom-span.ts'
import { readerHandle } from './reader-handle.ts'

type Parts = {
  scroller: RefObject<HTMLElement | null>
  root: RefObject<HTMLElement | null>
  content: Content
}

/** Lets the keys, the bar and the cards ask the reader for what it can do, for as long as it shows an article. */
export function useReaderHandle(map: TextMap | null, { scroller, root, content }: Parts): void {
  useEffect(() => {
    if (!map || !scroller.current || !root.current) return
    setReader(readerHandle({ scroller: scroller.current, root: root.current, map, content }))
    return () => setReader(null)
  }, [map, scroller, root, content])
}
