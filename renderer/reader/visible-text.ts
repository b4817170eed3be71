import type { Span } from '../../src/model/content.ts'
import { leafStart, rangeOfSpan, type TextMap } from './dom-span.ts'
import { partition } from './partition.ts'

/**
 * The offset of the first character that reaches below `y` (CSS pixels in the window): the first one in view when `y`
 * is the upper edge of the reading area. The length of the text where all of it stands above.
 *
 * Two binary searches, over the elements and then over the characters of one, so that it costs some twenty
 * measurements in a text of any length; text that has not been laid out is not laid out for it.
 */
export function offsetBelow(map: TextMap, y: number): number {
  const index = partition(map.leaves.length, (at) => map.leaves[at]!.getBoundingClientRect().bottom > y)
  const leaf = map.leaves[index]
  if (!leaf) return map.text.length
  const start = leafStart(leaf)
  if (leaf.getBoundingClientRect().top >= y) return start
  const length = leaf.textContent?.length ?? 0
  return start + partition(length, (at) => (boxAt(map, start + at)?.bottom ?? 0) > y)
}

/** Where a character stands in the window; null in an article without text. */
export function boxAt(map: TextMap, offset: number): DOMRect | null {
  return rangeOfSpan(map, { start: offset, end: offset + 1 })?.getBoundingClientRect() ?? null
}

/** A passage that is gone to comes to stand in the upper third, where the eye rests. */
export const eyeShare = 1 / 3

/** Whether any of the words can be seen. */
export function isInView(scroller: HTMLElement, map: TextMap, span: Span): boolean {
  const words = rangeOfSpan(map, span)?.getBoundingClientRect()
  const area = scroller.getBoundingClientRect()
  return words !== undefined && words.bottom > area.top && words.top < area.bottom
}

/** Scrolls so that the words can be read, if they are not in view as a whole already. */
export function scrollTo(scroller: HTMLElement, map: TextMap, span: Span): void {
  const words = rangeOfSpan(map, span)?.getBoundingClientRect()
  if (!words) return
  const area = scroller.getBoundingClientRect()
  if (words.top >= area.top && words.bottom <= area.bottom) return
  scroller.scrollTop += words.top - area.top - area.height * eyeShare
}
