import type { PagePiece } from './read-group.ts'

/** A title may be set in as many blocks, and has as many others above it: the name of a journal, a date. */
const mostParts = 3
const mostAbove = 8

/**
 * Which blocks are a document's title: the first neighbours on its first page that are these words, whatever the case and signs
 * of their letters. Null where none are, or nothing else would be left.
 */
export function titleAmong(pieces: readonly PagePiece[], title: string): { from: number; to: number } | null {
  const words = lettersOf(title)
  for (let from = 0; from <= mostAbove && words !== ''; from += 1) {
    let joined = ''
    for (let to = from + 1; to <= from + mostParts && couldBeTitle(pieces, to - 1); to += 1) {
      joined += lettersOf(pieces[to - 1]!.piece.text)
      if (joined === words) return pieces.length > to - from ? { from, to } : null
    }
  }
  return null
}

function couldBeTitle(pieces: readonly PagePiece[], at: number): boolean {
  const block = pieces[at]?.piece.block
  if (block === undefined || block.page !== pieces[0]!.piece.block.page) return false
  return block.kind === 'heading' || block.kind === 'paragraph'
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
