import { type RefObject, useLayoutEffect } from 'react'

/** Whether the text that was shown last had the focus; there is one at a time. */
let hadFocus = false

/** Lets whoever reads on stay in the text: where the one that has gone had the focus, the one in its place gets it. */
export function useKeptFocus(scroller: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const text = scroller.current
    // Whoever has put the focus elsewhere meanwhile keeps it there.
    if (hadFocus && document.activeElement === document.body) text?.focus({ preventScroll: true })
    hadFocus = false
    return () => {
      hadFocus = text?.contains(document.activeElement) ?? false
    }
  }, [scroller])
}
