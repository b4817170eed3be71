import type { Content, Span } from '../../model/content.ts'
import type { Place } from './passage.ts'
import type { Quad } from './page-annotations.ts'
import type { Page } from './read-page.ts'
import { turned, type Run } from './run.ts'

/**
 * The stretch of the text that lies under quadrilaterals on a page, from the first word to the last; null where there is none. How
 * wide each letter is, a page does not say: a word counts where half of it lies under them.
 */
export function spanUnder(quads: readonly Quad[], page: number, text: PageText): Span | null {
  const spans = (text.places.get(page) ?? []).flatMap(({ run, start, end }) =>
    quads.flatMap((quad) => {
      const covered = coveredOf(run, quad)
      return covered === null
        ? []
        : [{ start: start + covered.start, end: Math.min(end, start + covered.end) }]
    }),
  )
  if (spans.length === 0) return null
  const start = spans.reduce((min, span) => Math.min(min, span.start), Infinity)
  const end = spans.reduce((max, span) => Math.max(max, span.end), 0)
  return end > start ? wholeWords(text.content.text, { start, end }) : null
}

/** A text with the places of its runs by the number of their page. */
export type PageText = { content: Content; places: ReadonlyMap<number, readonly Place[]> }

/** How letters stand above and below their baseline, in sizes. */
const ascent = 0.75
const descent = 0.2

function coveredOf(run: Run, quad: Quad): Span | null {
  const corners = quad.map((point) => turned(point, run.angle))
  const [left, right] = range(corners.map(([x]) => x))
  const [top, bottom] = range(corners.map(([, y]) => y))
  // The middle of the letters tells which line is meant: quadrilaterals of neighbouring lines touch.
  const middle = run.baseline - ((ascent - descent) / 2) * run.size
  if (middle < top || middle > bottom || right <= run.left || left >= run.right) return null
  return lettersBetween(run, left, right)
}

function lettersBetween(run: Run, left: number, right: number): Span | null {
  const letters = Array.from(run.text)
  const widths = letters.map(relativeWidth)
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const point = (run.right - run.left) / whole
  let [from, start, end, at] = [0, -1, -1, 0]
  letters.forEach((letter, i) => {
    const middle = (from + widths[i]! / 2) * point
    const x = run.isRightToLeft ? run.right - middle : run.left + middle
    if (x > left && x < right) {
      if (start === -1) start = at
      end = at + letter.length
    }
    from += widths[i]!
    at += letter.length
  })
  return start === -1 ? null : { start, end }
}

/** What letters of most fonts measure, beside an `n`. */
function relativeWidth(letter: string): number {
  if (/[iljtfrI.,:;'’|!()[\] ]/.test(letter)) return 0.55
  return /[mwMWÆŒ—@%]/.test(letter) ? 1.6 : 1
}

function range(numbers: readonly number[]): [least: number, most: number] {
  return [
    numbers.reduce((a, b) => Math.min(a, b), Infinity),
    numbers.reduce((a, b) => Math.max(a, b), -Infinity),
  ]
}

/** A word that is cut by either end is in it where at least half of its letters are. */
function wholeWords(text: string, { start, end }: Span): Span | null {
  const opening = wordAround(text, start)
  const closing = wordAround(text, end)
  const from = start - opening.start <= opening.end - start ? opening.start : opening.end
  const to = end - closing.start >= closing.end - end ? closing.end : closing.start
  const inside = text.slice(from, to)
  const trimmed = {
    start: from + inside.length - inside.trimStart().length,
    end: from + inside.trimEnd().length,
  }
  return trimmed.end > trimmed.start ? trimmed : null
}

/** The letters without a space between them on both sides of an offset; long ones, as of Chinese, are no word. */
function wordAround(text: string, offset: number): Span {
  const before = /[\p{L}\p{N}\p{M}'’-]{0,30}$/u.exec(text.slice(Math.max(0, offset - 30), offset))![0].length
  const after = /^[\p{L}\p{N}\p{M}'’-]{0,30}/u.exec(text.slice(offset, offset + 30))![0].length
  const isNoWord =
    before === 0 ||
    after === 0 ||
    before + after > 30 ||
    /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}/u.test(text.slice(offset - before, offset + after))
  return isNoWord ? { start: offset, end: offset } : { start: offset - before, end: offset + after }
}

/** The line of a page that is nearest to a point marked on it. */
export function nearestLine(quad: Quad, page: Page, text: PageText): Span | null {
  const places = text.places.get(page.number) ?? []
  const distance = ({ run }: Place): number => {
    const corners = quad.map((point) => turned(point, run.angle))
    const [top, bottom] = range(corners.map(([, y]) => y))
    return Math.abs(run.baseline - run.size / 3 - (top + bottom) / 2)
  }
  const nearest = places.reduce<Place | null>(
    (best, place) => (best === null || distance(place) < distance(best) ? place : best),
    null,
  )
  return nearest === null ? null : { start: nearest.start, end: nearest.end }
}
