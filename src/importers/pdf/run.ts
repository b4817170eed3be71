/**
 * Characters that a page sets in one go. Lengths are points. Coordinates are those of the line it stands on, `angle` degrees
 * clockwise from the page's horizontal: `left` and `right` along it, `baseline` across and downwards.
 */
export type Run = {
  text: string
  left: number
  right: number
  baseline: number
  /** The size of its letters. */
  size: number
  /** What tells its font from the others of the document. */
  font: string
  isMonospaced: boolean
  isBold: boolean
  isItalic: boolean
  isRightToLeft: boolean
  /** Counted in degrees: 90 is text that reads downwards, and text in vertical lines. */
  angle: number
  /** When the page sets it, counted from 0. */
  order: number
  /** White space stands before it. */
  isApart: boolean
  /** The white space that it brought along itself, in reading order. */
  opensWithSpace: boolean
  endsWithSpace: boolean
}

export type Point = readonly [x: number, y: number]

/** Where a point of the page lies in the coordinates of runs at an angle. */
export function turned([x, y]: Point, angle: number): Point {
  const turn = (angle * Math.PI) / 180
  const [along, across] = [Math.cos(turn), Math.sin(turn)]
  return [x * along + y * across, y * along - x * across]
}
