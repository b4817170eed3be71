import { isContentsLine } from './contents-line.ts'
import { continued } from './continued.ts'
import { FootnoteLabels } from './footnote-labels.ts'
import { footnotesOf } from './footnotes.ts'
import { headingsOf, isCode } from './headings.ts'
import { textOfLine } from './line.ts'
import { markerOf, readMarker } from './list-marker.ts'
import { layoutOf } from './page-layout.ts'
import { habitOf, paragraphsOf, type Paragraph } from './paragraphs.ts'
import { wordsOf } from './passage.ts'
import { cut, pieceOf, readGroup, type Context, type PagePiece } from './read-group.ts'
import type { Page } from './read-page.ts'
import { tableOf } from './table-of-rows.ts'

/**
 * What pages set line by line, put together to blocks; `running` are the lines at the head and foot of all pages, and `largest`
 * the largest words of the first page.
 */
export type PagesText = { pieces: PagePiece[]; running: string[]; largest: string | null }

export function piecesOfPages(pages: readonly Page[]): PagesText {
  const { layouts, running } = layoutOf(pages)
  const habit = habitOf(layouts)
  const paragraphs = layouts.flatMap((layout) => paragraphsOf(layout, habit))
  const notes = footnotesOf(paragraphs, habit)
  const groups = continued(paragraphs.filter((paragraph) => !notes.has(paragraph)))
  const headings = headingsOf(groups, habit)
  const words = wordsOf(paragraphs.flatMap(({ lines }) => lines.map(textOfLine)))
  const context = { words, habit, labels: new FootnoteLabels(notes) }
  const pieces = [
    ...groupPieces(groups, headings, context),
    ...[...notes].map(([note, label]) => footnotePiece(note, label, context)),
  ]
  return {
    pieces: pieces.filter(({ piece }) => piece.text !== ''),
    running,
    largest: largestOf(groups, headings),
  }
}

type Headings = ReadonlyMap<Paragraph[], number>

function groupPieces(groups: readonly Paragraph[][], headings: Headings, context: Context): PagePiece[] {
  const starts: number[] = []
  return groups.map((group, i) => {
    const table = group[0]!.isRows ? tableOf(group[0]!, context) : null
    if (table !== null) return table
    const level = headings.get(group)
    const isLikeHeading = level !== undefined || isContentsLine(textOfLine(group[0]!.lines[0]!))
    const read = readGroup(group, context, isLikeHeading)
    const place = { span: { start: 0, end: read.text.length }, page: group[0]!.page }
    if (level !== undefined) return pieceOf(read, { kind: 'heading', level, ...place })
    if (!isItem(groups, i)) {
      starts.length = 0
      const isProgram = group.every((paragraph) => isCode(paragraph, context.habit))
      return pieceOf(read, { kind: isProgram ? 'code' : 'paragraph', ...place })
    }
    const { length, number } = readMarker(read.text)
    const depth = depthOf(group[0]!.indent, starts)
    return pieceOf(cut(read, length), { kind: 'listItem', depth, number, ...place })
  })
}

/** A number makes an item of a list where its neighbour has the number before or after it. */
function isItem(groups: readonly Paragraph[][], i: number): boolean {
  const text = (at: number): string => (groups[at] === undefined ? '' : textOfLine(groups[at][0]!.lines[0]!))
  const marker = groups[i]![0]!.isRows ? null : markerOf(text(i))
  if (marker !== 'number') return marker === 'bullet'
  const number = readMarker(text(i)).number
  return (
    number !== null &&
    [-1, 1].some(
      (step) => markerOf(text(i + step)) === 'number' && readMarker(text(i + step)).number === number + step,
    )
  )
}

/** Items that begin further in are deeper; `starts` are the beginnings of the items around. */
function depthOf(indent: number, starts: number[]): number {
  while (starts.length > 0 && starts.at(-1)! > indent + 4) starts.pop()
  if (starts.length === 0 || starts.at(-1)! < indent - 4) starts.push(indent)
  return starts.length - 1
}

function footnotePiece(note: Paragraph, label: string | null, context: Context): PagePiece {
  const read = readGroup([note], context, false)
  const opening = label === null ? 0 : read.text.indexOf(label) + label.length
  const sign = label === null ? 0 : opening + /^[\])]?[.)]?\s*/.exec(read.text.slice(opening))![0].length
  return pieceOf(cut(read, sign), {
    kind: 'footnote',
    label: context.labels.of(note.page, label),
    page: note.page,
    span: { start: 0, end: 0 },
  })
}

/** The words of the largest heading on the first page that has one, the first of them if there are several. */
function largestOf(groups: readonly Paragraph[][], headings: Headings): string | null {
  const first = groups[0]?.[0]!.page
  let best: Paragraph[] | null = null
  for (const group of groups) {
    if (group[0]!.page !== first || !headings.has(group)) continue
    if (best === null || headings.get(group)! < headings.get(best)!) best = group
  }
  return best === null ? null : best[0]!.lines.map(textOfLine).join(' ')
}
