import type { Span } from '../../src/model/content.ts'

/**
 * A text after some edits, which remembers for each UTF-16 unit where in the first text it comes from: -1 where it was
 * put in. `isKept` is 0 where other words took the place of those.
 */
export type Tracked = { text: string; origins: Int32Array; isKept: Uint8Array }

/** What an edited text is made of: stretches of the text before, as they were or in other words, and new text. */
export type Piece =
  | { kind: 'kept'; span: Span }
  | { kind: 'restyled'; span: Span; text: string } // the same words with other marks
  | { kind: 'reworded'; span: Span; text: string }
  | { kind: 'inserted'; text: string }

export function track(text: string): Tracked {
  return {
    text,
    origins: Int32Array.from({ length: text.length }, (_, at) => at),
    isKept: new Uint8Array(text.length).fill(1),
  }
}

export function assemble(before: Tracked, pieces: readonly Piece[]): Tracked {
  const texts = pieces.map((piece) =>
    piece.kind === 'kept' ? before.text.slice(piece.span.start, piece.span.end) : piece.text,
  )
  const text = texts.join('')
  const origins = new Int32Array(text.length).fill(-1)
  const isKept = new Uint8Array(text.length)
  let at = 0
  for (const [number, piece] of pieces.entries()) {
    const length = texts[number]?.length ?? 0
    if (piece.kind === 'kept') {
      origins.set(before.origins.subarray(piece.span.start, piece.span.end), at)
      isKept.set(before.isKept.subarray(piece.span.start, piece.span.end), at)
    } else if (piece.kind !== 'inserted') {
      origins.fill(before.origins[piece.span.start] ?? -1, at, at + length)
      if (piece.kind === 'restyled') isKept.fill(before.isKept[piece.span.start] ?? 0, at, at + length)
    }
    at += length
  }
  return { text, origins, isKept }
}

/** The pieces of a text in which some stretches (in order, apart) become others. */
export function replacing(text: string, changes: readonly { span: Span; by: readonly Piece[] }[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { span, by } of changes) {
    pieces.push({ kind: 'kept', span: { start: at, end: span.start } }, ...by)
    at = span.end
  }
  return [...pieces, { kind: 'kept', span: { start: at, end: text.length } }]
}
