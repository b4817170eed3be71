import { directionOf } from '../../text/direction.ts'
import type { Annotation } from './page-annotations.ts'
import type { Run } from './run.ts'

/** What programs set fields in where nothing says it, in points, and how far apart its lines are, in sizes. */
const usualSize = 10
const pitch = 1.2

/** What was filled into a form, as if it had been printed there: `order` counts on from what was. */
export function fieldRuns(annotations: readonly Annotation[], order: number): Run[] {
  const fields = annotations.filter(({ subtype, text }) => subtype === 'Widget' && text !== '')
  return fields.flatMap(linesOf).map((run, i) => ({ ...run, order: order + i }))
}

function linesOf({ quads, text }: Annotation): Run[] {
  const xs = quads[0]!.map(([x]) => x)
  const ys = quads[0]!.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const size = Math.min(usualSize, (bottom - top) / pitch / lines.length)
  const first = lines.length === 1 ? (top + bottom) / 2 + size / 3 : top + pitch * size
  return lines.map((line, i) => ({
    text: line.trim(),
    left,
    right: Math.max(left, Math.min(right, left + (line.length * size) / 2)), // most letters are half as wide as high
    baseline: first + i * pitch * size,
    size,
    font: '',
    isMonospaced: false,
    isBold: false,
    isItalic: false,
    isRightToLeft: directionOf(line) === 'rtl',
    angle: 0,
    order: 0,
    isApart: true,
    opensWithSpace: false,
    endsWithSpace: false,
  }))
}
