import { useEffect } from 'react'
import { setReader } from '../state/view-actions.ts'
import { readerHandle, type ReaderParts } from './reader-handle.ts'

/** Lets the keys, the bar and the cards ask the reader for what it can do, for as long as it shows an article. */
export function useReaderHandle(parts: ReaderParts | null): void {
  useEffect(() => {
    if (!parts) return
    setReader(readerHandle(parts))
    return () => setReader(null)
  }, [parts])
}
