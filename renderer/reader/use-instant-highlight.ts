import { useEffect } from 'react'
import { useStore } from '../state/store.ts'
import type { TextMap } from './dom-span.ts'
import { selectedSpan } from './selection.ts'

/** In instant mode, highlights what the pointer, or the keys with Shift, selected, as soon as they let go of it. */
export function useInstantHighlight(map: TextMap | null): void {
  const isInstant = useStore((state) => state.settings.isInstant)
  const reader = useStore((state) => state.reader)

  useEffect(() => {
    if (!isInstant || !map || !reader) return
    const [text, handle] = [map, reader]
    const ending = new AbortController()
    const options = { signal: ending.signal }
    // What was selected before the pointer or the key went down is none of theirs.
    let hasChanged = false

    function begin() {
      hasChanged = false
    }

    function end() {
      if (hasChanged && selectedSpan(text)) void handle.highlight()
    }

    document.addEventListener('selectionchange', () => (hasChanged = true), options)
    document.addEventListener('pointerdown', begin, options)
    document.addEventListener('keydown', ({ key }) => key === 'Shift' && begin(), options)
    // A click into a selection takes it away only after the pointer has come up.
    document.addEventListener('pointerup', () => setTimeout(end), options)
    document.addEventListener('keyup', ({ key }) => key === 'Shift' && end(), options)
    return () => ending.abort()
  }, [isInstant, map, reader])
}
