import type { Span } from '../../src/model/content.ts'
import { partition } from './partition.ts'

/** Words as they are set: bare, or inside a mark together with what else is marked there. */
export type Piece<M> =
  { kind: 'words'; span: Span } | { kind: 'marked'; mark: M; span: Span; pieces: Piece<M>[] }

/**
 * The marks of one stretch of text as a tree, since elements nest and marks need not. Where two cross, the one that
 * starts later is cut in two; the pieces together hold every character of `span` once, in order. A mark inside
 * another of its kind changes nothing and is left out, so the tree is never deeper than there are kinds.
 *
 * @param marks sorted by `byStart`; those outside of `span` are passed over
 */
export function markTree<M extends { kind: string; span: Span }>(
  span: Span,
  marks: readonly M[],
): Piece<M>[] {
  const pieces: Piece<M>[] = []
  let at = span.start
  marks.forEach((mark, index) => {
    const inside = clip(mark.span, { start: at, end: span.end })
    if (inside.start >= inside.end) return
    const within = marksBefore(inside.end, marks, index + 1).filter((other) => other.kind !== mark.kind)
    pieces.push(...words({ start: at, end: inside.start }))
    pieces.push({ kind: 'marked', mark, span: inside, pieces: markTree(inside, within) })
    at = inside.end
  })
  return [...pieces, ...words({ start: at, end: span.end })]
}

/** The order `markTree` wants: by start, and of two that start together the longer one first. */
export function byStart(a: { span: Span }, b: { span: Span }): number {
  return a.span.start - b.span.start || b.span.end - a.span.end
}

/**
 * For each span, in the order of the text, the marks that touch it. One sweep, so that a long text with many marks
 * costs their sum and not their product.
 */
export function marksBySpan<M extends { span: Span }>(spans: readonly Span[], marks: readonly M[]): M[][] {
  const sorted = marks.toSorted(byStart)
  let next = 0
  let open: M[] = []
  return spans.map((span) => {
    const arrived = marksBefore(span.end, sorted, next)
    next += arrived.length
    open = [...open, ...arrived].filter((mark) => mark.span.end > span.start)
    return open
  })
}

function marksBefore<M extends { span: Span }>(end: number, marks: readonly M[], from: number): M[] {
  const to = partition(marks.length, (index) => marks[index]!.span.start >= end)
  return marks.slice(from, to)
}

function words(span: Span): Piece<never>[] {
  return span.start < span.end ? [{ kind: 'words', span }] : []
}

function clip(span: Span, limit: Span): Span {
  return { start: Math.max(span.start, limit.start), end: Math.min(span.end, limit.end) }
}
