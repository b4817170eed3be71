import { offsetFrom, rangeOfSpan, type TextMap } from './dom-span.ts'
import { passagesAt, type Passage } from './passages.ts'

/** The passages under a point of the window (CSS pixels), the one on top first. */
export function passagesUnder(
  map: TextMap,
  passages: readonly Passage[],
  { x, y }: { x: number; y: number },
): Passage[] {
  const caret = document.caretPositionFromPoint(x, y)
  if (!caret || !map.startOf.has(caret.offsetNode)) return []
  const offset = offsetFrom(map, caret.offsetNode, caret.offset)
  if (offset === null) return []
  // The caret stands between two characters, and beside a line it stands at the line's end: the boxes of the words
  // on either side of it tell what the point is really over.
  const over = [offset, offset - 1].find((at) => at >= 0 && isOver(map, at, { x, y }))
  return over === undefined ? [] : passagesAt(passages, over)
}

function isOver(map: TextMap, offset: number, { x, y }: { x: number; y: number }): boolean {
  const rects = rangeOfSpan(map, { start: offset, end: offset + 1 })?.getClientRects() ?? []
  return Array.from(rects).some(
    ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
  )
}
