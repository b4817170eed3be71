import { useEffect, useState } from 'react'
import type { Span } from '../../src/model/content.ts'
import type { TextMap } from './dom-span.ts'
import { selectedSpan } from './selection.ts'

/** The words selected in the article, once the pointer has let go of them; null where none are. */
export function useSelectedSpan(map: TextMap | null): Span | null {
  const [span, setSpan] = useState<Span | null>(null)

  useEffect(() => {
    if (!map) return
    const text = map
    const ending = new AbortController()
    const options = { signal: ending.signal }
    let isDragging = false

    function update() {
      const next = isDragging ? null : selectedSpan(text)
      setSpan((span) => (isSame(span, next) ? span : next))
    }

    function onPointer(isDown: boolean) {
      isDragging = isDown
      // A click into a selection takes it away only after the pointer has come up.
      if (!isDown) setTimeout(update)
    }

    document.addEventListener('selectionchange', update, options)
    document.addEventListener('pointerdown', (event) => onPointer(mayDrag(event)), options)
    document.addEventListener('pointerup', () => onPointer(false), options)
    document.addEventListener('pointercancel', () => onPointer(false), options)
    return () => ending.abort()
  }, [map])

  return span
}

/** Pressing a button of the selection bar is no dragging. */
function mayDrag({ target }: PointerEvent): boolean {
  return target instanceof Element && !target.closest('button')
}

function isSame(a: Span | null, b: Span | null): boolean {
  return a?.start === b?.start && a?.end === b?.end
}
