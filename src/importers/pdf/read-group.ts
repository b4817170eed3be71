import type { Block, Mark } from '../../model/content.ts'
import type { Piece } from '../piece.ts'
import { faceMarks } from './face-marks.ts'
import type { FootnoteLabels } from './footnote-labels.ts'
import { isCode } from './headings.ts'
import type { Line } from './line.ts'
import type { Habit, Paragraph } from './paragraphs.ts'
import { passageOf, verbatimOf, type Passage, type Place, type Words } from './passage.ts'
import { footnoteLabel, shiftOf } from './raised.ts'

/** A block with its text, and where in it the runs of the pages stand. */
export type PagePiece = { piece: Piece; places: Place[] }

/** What is known of the whole document when one of its paragraphs is read. */
export type Context = { words: Words; labels: FootnoteLabels; habit: Habit }

export type ReadGroup = Passage & { marks: Mark[] }

/** The text of the paragraphs that a page's or column's end made of one. */
export function readGroup(
  group: readonly Paragraph[],
  { words, labels, habit }: Context,
  isHeading: boolean,
): ReadGroup {
  const lines = group.flatMap(({ page, lines: own }) => own.map((line) => ({ ...line, page })))
  const code = group.every((paragraph) => isCode(paragraph, habit))
  const passage = code || group.some(({ isRows }) => isRows) ? verbatimOf(lines) : passageOf(lines, words)
  const faces = code ? [] : faceMarks(passage.text, passage.places, { usual: habit, isHeading })
  return { ...passage, marks: [...faces, ...raisedMarks(lines, passage, labels)] }
}

function raisedMarks(lines: readonly Line[], { places }: Passage, labels: FootnoteLabels): Mark[] {
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
export function cut({ text, places, marks }: ReadGroup, length: number): ReadGroup {
  const at = (offset: number): number => Math.max(0, offset - length)
  return {
    text: text.slice(length),
    places: places.map((place) => ({ ...place, start: at(place.start), end: at(place.end) })),
    marks: marks
      .map((mark) => ({ ...mark, span: { start: at(mark.span.start), end: at(mark.span.end) } }))
      .filter(({ span }) => span.end > span.start),
  }
}

export function pieceOf({ text, places, marks }: ReadGroup, block: Block): PagePiece {
  return { piece: { block: { ...block, span: { start: 0, end: text.length } }, text, marks }, places }
}
