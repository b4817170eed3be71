import type { Span } from '../model/content.ts'

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Whether what ends in one of these joins the next character depends on what stands before it (UAX #29, GB9c, GB11). */
const dependsOnThePast = /[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u200d]$/u

/**
 * How far to look for the limits of one grapheme. Stream-safe text has at most 30 marks on a letter (UAX #15) and the
 * longest emoji are under 40 units; beyond this a text is hostile, and is cut rather than allowed to cost time.
 */
const farthest = 256

/** True where a grapheme ends whatever the rest of the text; false where only the segmenter knows. */
function isCertainLimit(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  const before = characterBefore(text, offset)
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 0)
  if (before < '\u0300' && after < '\u0300') return before !== '\r' || after !== '\n'
  return !dependsOnThePast.test(before) && Array.from(segmenter.segment(before + after)).length === 2
}

/** The character that ends at `offset`: the whole pair where `offset` stands between or after its surrogates. */
function characterBefore(text: string, offset: number): string {
  const code = text.codePointAt(offset - 2) ?? 0
  return code > 0xffff ? text.slice(offset - 2, offset) : text.slice(offset - 1, offset)
}

/**
 * The grapheme that `offset` lies inside of; an empty span where it stands between two. Only the surroundings are
 * segmented, so the cost does not grow with the text.
 */
export function graphemeAround(text: string, offset: number): Span {
  if (isCertainLimit(text, offset)) return { start: offset, end: offset }
  let from = offset - 1
  while (offset - from < farthest && !isCertainLimit(text, from)) from--
  let to = offset + 1
  while (to - offset < farthest && !isCertainLimit(text, to)) to++
  for (const { index, segment } of segmenter.segment(text.slice(from, to))) {
    const [start, end] = [from + index, from + index + segment.length]
    if (start < offset && offset < end) return { start, end }
  }
  return { start: offset, end: offset }
}

export function isGraphemeLimit(text: string, offset: number): boolean {
  const { start, end } = graphemeAround(text, offset)
  return start === end
}

/** The span, widened to whole graphemes; an empty one stays empty and moves to the start of its grapheme. */
export function snapToGraphemes(text: string, span: Span): Span {
  const { start } = graphemeAround(text, span.start)
  if (span.start === span.end) return { start, end: start }
  return { start, end: graphemeAround(text, span.end).end }
}

/** The span without white space at its edges, on grapheme limits; empty where there is nothing else in it. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && isSpace(text, start)) start++
  while (end > start && isSpace(text, end - 1)) end--
  return snapToGraphemes(text, { start, end })
}

function isSpace(text: string, offset: number): boolean {
  return text.charAt(offset).trim() === ''
}
