import type { Block, Content, Furniture, Mark } from '../../model/content.ts'
import { contentOfPieces, type Piece } from '../piece.ts'
import { continued } from './continued.ts'
import { footnotesOf } from './footnotes.ts'
import { headingsOf, isCode } from './headings.ts'
import { textOfLine, type Line } from './line.ts'
import { markerOf, readMarker } from './list-marker.ts'
import { layoutOf } from './page-layout.ts'
import { habitOf, paragraphsOf, type Paragraph } from './paragraphs.ts'
import { passageOf, verbatimOf, wordsOf, type Passage, type Place, type Words } from './passage.ts'
import { footnoteLabel, shiftOf } from './raised.ts'
import type { Page } from './read-page.ts'

/** A text, where in it the runs of the pages stand, and the largest words of its first page. */
export type PagesText = { content: Content; places: Place[]; largest: string | null }

/** Puts what pages set line by line together to a text; `furniture` is what stands around it. */
export function textOfPages(pages: readonly Page[], furniture: readonly Furniture[]): PagesText {
  const { layouts, running } = layoutOf(pages)
  const habit = habitOf(layouts)
  const paragraphs = layouts.flatMap((layout) => paragraphsOf(layout, habit))
  const notes = footnotesOf(paragraphs, habit)
  const groups = continued(paragraphs.filter((paragraph) => !notes.has(paragraph)))
  const headings = headingsOf(groups, habit)
  const words = wordsOf(paragraphs.flatMap(({ lines }) => lines.map(textOfLine)))
  const labels = new Labels(notes)
  const read = [
    ...groupPieces(groups, { headings, words, labels }),
    ...[...notes].map(([note, label]) => footnotePiece(note, label, { words, labels })),
  ].filter(({ piece }) => piece.text !== '')
  const heads = running.map((text): Furniture => ({ part: 'note', position: 'before', text }))
  const content = contentOfPieces(
    read.map(({ piece }) => piece),
    [...furniture, ...heads],
  )
  return {
    content,
    places: read.flatMap((one, i) => shifted(one.places, content.blocks[i]!)),
    largest: largestOf(groups, headings),
  }
}

function shifted(places: readonly Place[], { span }: Block): Place[] {
  return places.map((place) => ({ ...place, start: place.start + span.start, end: place.end + span.start }))
}

type ReadPiece = { piece: Piece; places: Place[] }
type Context = { words: Words; labels: Labels }

/** Footnotes count from 1 on each page in some books: the second one of a number has the page in its label. */
class Labels {
  private readonly byPage = new Map<string, string>()

  constructor(notes: ReadonlyMap<Paragraph, string | null>) {
    const taken = new Set<string>()
    for (const [{ page }, label] of notes) {
      if (label === null || this.byPage.has(`${page} ${label}`)) continue
      const whole = taken.has(label) ? `${label} (${page})` : label
      taken.add(whole)
      this.byPage.set(`${page} ${label}`, whole)
    }
  }

  of(page: number, label: string | null): string | null {
    return label === null ? null : (this.byPage.get(`${page} ${label}`) ?? null)
  }
}

function groupPieces(
  groups: readonly Paragraph[][],
  { headings, ...context }: Context & { headings: ReadonlyMap<Paragraph[], number> },
): ReadPiece[] {
  const starts: number[] = []
  return groups.map((group, i) => {
    const read = readGroup(group, context)
    const level = headings.get(group)
    const place = { span: { start: 0, end: read.text.length }, page: group[0]!.page }
    if (level !== undefined) return pieceOf(read, { kind: 'heading', level, ...place })
    if (!isItem(groups, i)) {
      starts.length = 0
      if (group.every(isCode)) return pieceOf(read, { kind: 'code', ...place })
      return pieceOf(read, { kind: 'paragraph', ...place })
    }
    const { length, number } = readMarker(read.text)
    const depth = depthOf(group[0]!.indent, starts)
    return pieceOf(cut(read, length), { kind: 'listItem', depth, number, ...place })
  })
}

/** A number makes an item of a list where its neighbour has the number before or after it. */
function isItem(groups: readonly Paragraph[][], i: number): boolean {
  const text = (at: number): string => (groups[at] === undefined ? '' : textOfLine(groups[at][0]!.lines[0]!))
  const marker = markerOf(text(i))
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

function footnotePiece(note: Paragraph, label: string | null, context: Context): ReadPiece {
  const read = readGroup([note], context)
  const opening = label === null ? 0 : read.text.indexOf(label) + label.length
  const rest = cut(read, opening + /^[\])]?[.)]?\s*/.exec(read.text.slice(opening))![0].length)
  const place = { span: { start: 0, end: rest.text.length }, page: note.page }
  return pieceOf(label === null ? read : rest, {
    kind: 'footnote',
    label: context.labels.of(note.page, label),
    ...place,
    span: { start: 0, end: (label === null ? read : rest).text.length },
  })
}

type ReadGroup = Passage & { marks: Mark[] }

function readGroup(group: readonly Paragraph[], { words, labels }: Context): ReadGroup {
  const lines = group.flatMap(({ page, lines: own }) => own.map((line) => ({ ...line, page })))
  const passage = group.every(isCode) ? verbatimOf(lines) : passageOf(lines, words)
  return { ...passage, marks: marksOf(lines, passage, labels) }
}

function marksOf(lines: readonly Line[], { places }: Passage, labels: Labels): Mark[] {
  const lineOf = new Map(lines.flatMap((line) => line.runs.map((run) => [run, line])))
  return places.flatMap(({ run, page, start, end }): Mark[] => {
    const shift = shiftOf(run, lineOf.get(run)!)
    if (shift === null) return []
    const label = start === 0 ? null : labels.of(page, footnoteLabel(run.text))
    if (shift === 'superscript' && label !== null)
      return [{ kind: 'footnoteReference', span: { start, end }, label }]
    return [{ kind: shift, span: { start, end } }]
  })
}

/** Without the first characters, a bullet or a number. */
function cut({ text, places, marks }: ReadGroup, length: number): ReadGroup {
  const at = (offset: number): number => Math.max(0, offset - length)
  return {
    text: text.slice(length),
    places: places.map((place) => ({ ...place, start: at(place.start), end: at(place.end) })),
    marks: marks
      .map((mark) => ({ ...mark, span: { start: at(mark.span.start), end: at(mark.span.end) } }))
      .filter(({ span }) => span.end > span.start),
  }
}

function pieceOf({ text, places, marks }: ReadGroup, block: Block): ReadPiece {
  return { piece: { block: { ...block, span: { start: 0, end: text.length } }, text, marks }, places }
}

/** The words of the largest heading on the first page that has one, the first of them if there are several. */
function largestOf(
  groups: readonly Paragraph[][],
  headings: ReadonlyMap<Paragraph[], number>,
): string | null {
  const first = groups[0]?.[0]!.page
  let best: Paragraph[] | null = null
  for (const group of groups) {
    if (group[0]!.page !== first || !headings.has(group)) continue
    if (best === null || headings.get(group)! < headings.get(best)!) best = group
  }
  return best === null ? null : best[0]!.lines.map(textOfLine).join(' ')
}
