import type { Span } from '../../model/content.ts'
import type { Piece } from '../piece.ts'
import { editPiece, type Edit } from './edit-piece.ts'
import { commentSign, markSign, withoutSigns } from './signs.ts'

/** Words of a piece that are marked, and the comment that follows them. */
export type Highlight = { span: Span; comment: string }

export type MarkedPiece = Piece & { highlights: Highlight[] }

/** `comments` are those that belong to no highlight. */
export type ReadMarks = { pieces: MarkedPiece[]; comments: string[] }

/**
 * Takes Obsidian's signs out of the text: what stands between `==` is a highlight, what stands between `%%`, over however many
 * blocks, is not for readers. Signs without a fellow stay as they were written. The names of blocks (`^a1b2c3`) go, too.
 */
export function readMarks(pieces: readonly Piece[]): ReadMarks {
  const count = pieces.reduce((sum, { text }) => sum + text.split(commentSign).length - 1, 0)
  const state = { isOpen: false, left: count - (count % 2) }
  const comments: string[] = []
  const marked = pieces.flatMap((piece) => {
    const found = findSigns(piece.text, state)
    const highlights = new Map(found.marks.map((span) => [span.end, { span, comment: '' }]))
    for (const span of found.comments) {
      const comment = commentIn(piece.text, span)
      const highlight = highlights.get(wordsEndBefore(piece.text, span.start))
      if (highlight !== undefined) highlight.comment = comment
      else if (comment !== '') comments.push(comment)
    }
    return markedPiece(piece, [...highlights.values()], found)
  })
  return { pieces: marked, comments }
}

/** Whether a comment goes on from the last piece, and how many of its signs are to come that have a fellow. */
type State = { isOpen: boolean; left: number }

/** `marks` are without their signs, `comments` with them; `plain` are signs without a fellow. */
type Found = { marks: Span[]; comments: Span[]; plain: number[] }

function findSigns(text: string, state: State): Found {
  const found: Found = { marks: [], comments: [], plain: [] }
  let comment = state.isOpen ? 0 : null
  let mark: number | null = null
  for (const { 0: sign, index } of text.matchAll(/[\ufdd0\ufdd1]/g)) {
    if (sign === commentSign && state.left > 0) {
      state.left -= 1
      if (comment === null) comment = index
      else {
        found.comments.push({ start: comment, end: index + 1 })
        comment = null
      }
    } else if (comment !== null) continue
    else if (sign === markSign && mark !== null && /\S/.test(text[index - 1] ?? ' ')) {
      found.marks.push({ start: mark + 1, end: index })
      mark = null
    } else if (sign === markSign && mark === null && /\S/.test(text[index + 1] ?? ' ')) mark = index
    else found.plain.push(index)
  }
  if (mark !== null) found.plain.push(mark)
  if (comment !== null) found.comments.push({ start: comment, end: text.length })
  state.isOpen = comment !== null
  return found
}

function commentIn(text: string, { start, end }: Span): string {
  return withoutSigns(text.slice(start, end).replace(/^\ufdd1|\ufdd1$/g, '')).trim()
}

/** Where the last character in front of `at` stands that is no white space; a comment belongs to the highlight whose end that is. */
function wordsEndBefore(text: string, at: number): number {
  let end = at - 1
  while (end >= 0 && /\s/.test(text[end] ?? '')) end -= 1
  return end
}

/** No piece where nothing but a comment or a name was in it. */
function markedPiece(piece: Piece, highlights: Highlight[], { comments, plain }: Found): MarkedPiece[] {
  const edits: Edit[] = [
    ...highlights.flatMap(({ span }) => [cutAt(span.start - 1), cutAt(span.end)]),
    ...comments.map((span) => ({ span: withSpace(piece.text, span), by: '' })),
    ...plain.map((at) => ({ span: { start: at, end: at + 1 }, by: withoutSigns(piece.text[at] ?? '') })),
    ...nameOf(piece).map((span) => ({ span, by: '' })),
  ].toSorted((a, b) => a.span.start - b.span.start)
  if (edits.length === 0) return [{ ...piece, highlights: [] }]
  const { piece: edited, moved } = editPiece(piece, apart(edits))
  if (edited.text.trim() === '') return []
  return [
    { ...edited, highlights: highlights.map((highlight) => ({ ...highlight, span: moved(highlight.span) })) },
  ]
}

function cutAt(at: number): Edit {
  return { span: { start: at, end: at + 1 }, by: '' }
}

/** A comment between two spaces, or at an end of the text, takes one of them along. */
function withSpace(text: string, { start, end }: Span): Span {
  if (start === 0) return { start, end: text[end] === ' ' ? end + 1 : end }
  const isBetween = text[start - 1] === ' ' && /\s/.test(text[end] ?? ' ')
  return { start: isBetween ? start - 1 : start, end }
}

/** Edits that begin inside of an earlier one are part of it. */
function apart(edits: readonly Edit[]): Edit[] {
  let end = 0
  return edits.filter(({ span }) => {
    if (span.start < end) return false
    end = span.end
    return true
  })
}

/** What Obsidian calls a block by: at the end of its text, or alone under a list or table. */
function nameOf({ text, block }: Piece): Span[] {
  if (block.kind === 'code' || block.kind === 'table') return []
  const name = /(?:^|\s)\^(?=[\da-z-]*[a-z])[\da-z-]{2,100}$/i.exec(text.slice(-110))
  return name === null ? [] : [{ start: text.length - name[0].length, end: text.length }]
}
