import type { Span } from '../../src/model/content.ts'
import { spanOfRange, type TextMap } from './dom-span.ts'

/** The words selected in the article; null where none are. */
export function selectedSpan(map: TextMap): Span | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  return spanOfRange(map, selection.getRangeAt(0))
}

/** The focus must not go down with the selection bar: it goes to the paragraph. */
export function letGoOfSelection({ root }: TextMap): void {
  const selection = document.getSelection()
  const block = selection?.anchorNode?.parentElement?.closest<HTMLElement>('[data-block]')
  selection?.removeAllRanges()
  if (!root.contains(document.activeElement)) block?.focus({ preventScroll: true })
}
