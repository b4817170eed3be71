import { offsetFrom, rangeOfSpan, type TextMap } from './dom-span.ts'
import { passagesAt, type Passage } from './passages.ts'

/** A point of the window, in CSS pixels. */
export type Point = { x: number; y: number }

/** The passages under a point, the one on top first. */
export function passagesUnder(map: TextMap, passages: readonly Passage[], point: Point): Passage[] {
  const offset = offsetAt(map, point)
  return offset === null ? [] : passagesAt(passages, offset)
}

/** The offset of the character under a point; null where there is none. */
export function offsetAt(map: TextMap, { x, y }: Point): number | null {
  const caret = document.caretPositionFromPoint(x, y)
  if (!caret || !map.startOf.has(caret.offsetNode)) return null
  const offset = offsetFrom(map, caret.offsetNode, caret.offset)
  if (offset === null) return null
  // The caret stands between two characters, and beside a line it stands at the line's end: the boxes of the words
  // on either side of it tell what the point is really over.
  return [offset, offset - 1].find((at) => at >= 0 && isOver(map, at, { x, y })) ?? null
}

function isOver(map: TextMap, offset: number, { x, y }: Point): boolean {
  const rects = rangeOfSpan(map, { start: offset, end: offset + 1 })?.getClientRects() ?? []
  return Array.from(rects).some(
    ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
  )
}
