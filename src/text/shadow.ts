import type { Span } from '../model/content.ts'
import { countWhere } from './count-where.ts'

/** A stretch of the text (`start` to `end`) that stands in the shadow, altered, `length` units long from `at`. */
type Piece = { at: number; length: number; start: number; end: number }

/** A text as a person would type it again, with the way back to the original (`castBy`). */
export type Shadow = { text: string; pieces: Piece[] }

/** Soft hyphen, zero-width space, word joiner, byte order mark, and what only steers the direction of a line. */
const unseen = String.raw`\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff`

const foldings = [
  { variants: String.raw`[${unseen}]*\s[\s${unseen}]*`, plain: ' ' },
  { variants: `[${unseen}]+`, plain: '' },
  { variants: String.raw`[-\u2010-\u2015\u2212]+`, plain: '-' },
  { variants: '[`\u00b4\u02bc\u2018-\u201b\u2032\u2039\u203a]', plain: "'" },
  { variants: '[\u00ab\u00bb\u201c-\u201f\u2033]', plain: '"' },
  { variants: '\u2026', plain: '...' },
]
const variant = new RegExp(foldings.map(({ variants }) => `(${variants})`).join('|'), 'gu')

/** What NFC composes: the jamo of a Hangul syllable, or a character with its marks. */
const composable = String.raw`[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\uac00-\ud7a3][\u11a8-\u11c2]|\P{M}\p{M}*|\p{M}+`
const variantOrComposable = new RegExp(`${variant.source}|${composable}`, 'gu')

/**
 * Folds what a keyboard or a copy changes: quotation marks, dashes, dots, white space, invisible characters and the
 * Unicode form (NFC). Case and every letter stay.
 */
export function castShadow(text: string): Shadow {
  const pieces: Piece[] = []
  let growth = 0
  const pattern = text.normalize('NFC') === text ? variant : variantOrComposable
  const shadow = text.replace(pattern, (found: string, ...rest: unknown[]) => {
    const folded = found === ' ' ? found : fold(found)
    if (folded === found) return found
    const start = offsetAmong(rest)
    pieces.push({ at: start + growth, length: folded.length, start, end: start + found.length })
    growth += folded.length - found.length
    return folded
  })
  return { text: shadow, pieces }
}

/** What `String.replace` hands over after the match: the groups, then the offset, then the text. */
function offsetAmong(rest: unknown[]): number {
  return Number(rest.at(-2))
}

function fold(found: string): string {
  return found.normalize('NFC').replace(variant, (_, ...groups: unknown[]) => {
    const folding = foldings[groups.findIndex((group) => group !== undefined)]
    return folding?.plain ?? ''
  })
}

/** The part of the original that cast this stretch of the shadow; null where an edge lies inside a folded piece. */
export function castBy({ pieces }: Shadow, stretch: Span): Span | null {
  const start = original(pieces[countWhere(pieces, (piece) => piece.at <= stretch.start) - 1], stretch.start)
  const end = original(pieces[countWhere(pieces, (piece) => piece.at < stretch.end) - 1], stretch.end)
  return start === null || end === null ? null : { start, end }
}

/** Where an offset of the shadow lies in the original, given the last piece that begins before it. */
function original(piece: Piece | undefined, offset: number): number | null {
  if (!piece) return offset
  if (offset === piece.at && piece.length > 0) return piece.start
  const beyond = offset - piece.at - piece.length
  return beyond < 0 ? null : piece.end + beyond
}
