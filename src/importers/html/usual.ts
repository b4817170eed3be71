import { directionOf } from '../../text/direction.ts'
import type { Piece } from '../piece.ts'

/** As much as `directionOf` looks at. */
const sampleLength = 20_000

/**
 * Pieces that name their language and direction only where they are not those of the whole text. Without a language of the whole
 * (`language`) it is the one that most of the text has.
 */
export function withoutUsual(pieces: readonly Piece[], language: string | null): Piece[] {
  const usual = { language: language ?? mainLanguage(pieces), direction: directionOf(sampleOf(pieces)) }
  return pieces.map((piece) => {
    const block = { ...piece.block }
    if (block.language?.toLowerCase() === usual.language?.toLowerCase()) delete block.language
    if (block.direction === usual.direction) delete block.direction
    return { ...piece, block }
  })
}

function mainLanguage(pieces: readonly Piece[]): string | null {
  const lengths = new Map<string | null, number>()
  for (const { text, block } of pieces) {
    const language = block.language ?? null
    lengths.set(language, (lengths.get(language) ?? 0) + text.length)
  }
  const [main] = [...lengths].toSorted(([, one], [, other]) => other - one)
  return main?.[0] ?? null
}

function sampleOf(pieces: readonly Piece[]): string {
  let sample = ''
  for (const { text } of pieces) {
    if (sample.length > sampleLength) break
    sample += text
  }
  return sample
}
