import { endsSentence } from '../../text/paragraphs.ts'
import { isMostlyRightToLeft, textOfLine, type Line } from './line.ts'
import { markerOf } from './list-marker.ts'
import { isContentsLine } from './contents-line.ts'
import type { Face } from './faces.ts'
import type { Layout } from './page-layout.ts'
import type { Region } from './reading-order.ts'
import type { Run } from './run.ts'
import { stretchesOf } from './stretches.ts'

/** Lines that belong together. */
export type Paragraph = {
  page: number
  lines: Line[]
  /** How far its first line begins after the region's edge, in points. */
  indent: number
  /** Its last line reaches the other edge, so that it may go on elsewhere. */
  isFull: boolean
  /** Which of the page's regions it is in. */
  region: number
  /** Its lines are rows of cells, of a table maybe: no sentence goes on from one to the next. */
  isRows: boolean
}

/** What most of a document is set in. `pitch` is the distance of lines in sizes. */
export type Habit = Face & { size: number; font: string; pitch: number; isMonospaced: boolean }

/** How large most letters of a document are, in which font, and how far its lines are apart. */
export function habitOf(layouts: readonly Layout[]): Habit {
  const regions = layouts.flatMap(({ regions: all }) => all)
  const sizes = new Map<number, number>()
  const fonts = new Map<string, number>()
  for (const { size, font, length } of regions.flat()) {
    const rounded = Math.round(size * 2) / 2
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + length)
    fonts.set(font, (fonts.get(font) ?? 0) + length)
  }
  const runs = regions.flat().flatMap((line) => line.runs)
  return {
    size: mostOf(sizes) ?? 10,
    font: mostOf(fonts) ?? '',
    pitch: pitchOf(regions) ?? usualPitch,
    isBold: isMostly(runs, 'isBold'),
    isItalic: isMostly(runs, 'isItalic'),
    isMonospaced: isMostly(runs, 'isMonospaced'),
  }
}

/** Of a text of few words, half may be marked. */
const mostly = 0.75

function isMostly(runs: readonly Run[], face: keyof Face | 'isMonospaced'): boolean {
  let [having, all] = [0, 0]
  for (const run of runs) {
    all += run.text.length
    if (run[face]) having += run.text.length
  }
  return having > mostly * all
}

function mostOf<T>(counts: ReadonlyMap<T, number>): T | undefined {
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [undefined, 0] as [
    T | undefined,
    number,
  ])[0]
}

/** Of fewer lines, the distance is chance: it is that of most books then. */
const leastPitches = 4
const usualPitch = 1.2

/** Lines further apart than this, in sizes, are no neighbours in a paragraph, however a text is spaced. */
const widestPitch = 2.6

function pitchOf(regions: readonly Region[]): number | undefined {
  const pitches = regions.flatMap((region) =>
    region.slice(1).flatMap((line, i) => {
      const pitch = (line.baseline - region[i]!.baseline) / line.size
      return pitch > 0.8 && pitch < widestPitch && isSameSize(line, region[i]!) ? [pitch] : []
    }),
  )
  if (pitches.length < leastPitches) return undefined
  return pitches.sort((a, b) => a - b)[Math.floor(pitches.length / 2)]
}

export function isSameSize(a: { size: number }, b: { size: number }): boolean {
  return Math.abs(a.size - b.size) <= 0.08 * Math.max(a.size, b.size)
}

/** Where the lines of a region begin and end, in reading direction. */
type Edges = { isRightToLeft: boolean; start: number; end: number; pitch: number }

export function paragraphsOf({ page, regions }: Layout, habit: Habit): Paragraph[] {
  return regions.flatMap((region, number) => {
    const edges = edgesOf(region, habit)
    return stretchesOf(region).flatMap(({ lines: stretch, isRows }) =>
      (isRows ? [stretch] : groupsOf(stretch, edges)).map((lines) => ({
        page,
        region: number,
        lines,
        indent: startOf(lines[0]!, edges) - edges.start,
        isFull: endOf(lines.at(-1)!, edges) >= edges.end - 0.15 * (edges.end - edges.start),
        isRows,
      })),
    )
  })
}

function groupsOf(lines: readonly Line[], edges: Edges): Line[][] {
  const groups: Line[][] = []
  lines.forEach((line, i) => {
    const group = groups.at(-1)
    if (group === undefined || starts({ before: lines[i - 1]!, line, group }, edges)) groups.push([line])
    else group.push(line)
  })
  return groups
}

function edgesOf(region: Region, habit: Habit): Edges {
  const isRightToLeft = isMostlyRightToLeft(region.flatMap((line) => line.runs))
  const edges = { isRightToLeft, start: 0, end: 0, pitch: 0 }
  const starts = new Map<number, number>()
  for (const line of region) {
    const start = Math.round(startOf(line, edges))
    starts.set(start, (starts.get(start) ?? 0) + line.length)
  }
  const own = pitchOf([region])
  return {
    isRightToLeft,
    start: mostOf(starts) ?? 0,
    end: region.reduce((max, line) => Math.max(max, endOf(line, edges)), -Infinity),
    // A list of single lines is spaced more widely than what it stands in.
    pitch: Math.min(own ?? habit.pitch, 1.6 * habit.pitch),
  }
}

function startOf(line: Line, { isRightToLeft }: Edges): number {
  return isRightToLeft ? -line.right : line.left
}

function endOf(line: Line, { isRightToLeft }: Edges): number {
  return isRightToLeft ? -line.left : line.right
}

/** A line with its neighbours; `group` is the paragraph so far. */
type Place = { before: Line; line: Line; group: readonly Line[] }

/** Beyond this share of the usual distance, two lines are apart. */
const apart = 1.3

/** A first line is set in or out by this many sizes at least. */
const leastIndent = 0.7

function starts(place: Place, edges: Edges): boolean {
  const { before, line } = place
  const distance = line.baseline - before.baseline
  if (!isSameSize(before, line)) return true
  if (distance <= 0 || distance > apart * edges.pitch * line.size) return true
  if (markerOf(textOfLine(line)) === 'bullet' || isContentsLine(textOfLine(before))) return true
  if (isIndented(place, edges)) return true
  if (!hasRoomFor(line, before, edges)) return false
  return endsSentence(textOfLine(before)) || markerOf(textOfLine(line)) !== null || line.font !== before.font
}

/** Its start is not that of the line before it, and that tells a new paragraph. */
function isIndented({ before, line, group }: Place, edges: Edges): boolean {
  const least = leastIndent * line.size
  const step = startOf(line, edges) - startOf(before, edges)
  if (Math.abs(step) < least || isCentred(before, line)) return false
  // Second lines stand where the region's lines do, or hang under the first word of an item.
  const isSecond = group.length === 1
  const hangs = step > 0 && markerOf(textOfLine(before)) !== null
  if (isSecond && hangs) return false
  return Math.abs(startOf(line, edges) - edges.start) >= least || (step < 0 && !isSecond)
}

/** Both lines have the same middle and different ends. */
function isCentred(a: Line, b: Line): boolean {
  return Math.abs(a.left + a.right - b.left - b.right) <= 4 && Math.abs(a.left - b.left) > 4
}

/** Whether the first word of a line would have fitted into the one before it: then somebody meant the line to end there. */
function hasRoomFor(line: Line, before: Line, edges: Edges): boolean {
  const first = textOfLine(line).split(' ', 1)[0]!
  const perCharacter = (line.right - line.left) / Math.max(1, line.length)
  return edges.end - endOf(before, edges) > (first.length + 2) * perCharacter
}
