import type { Image, Paragraph } from 'mdast'
import { webAddress } from '../services/address.ts'
import type { Piece } from '../piece.ts'
import { withoutSigns } from './signs.ts'

/**
 * The pictures that a paragraph is made of, linked or not, each with its title as its caption; null for a paragraph with anything
 * else in it, or with a picture that is not on the web.
 */
export function figurePieces({ children }: Paragraph): Piece[] | null {
  const pieces: Piece[] = []
  for (const node of children) {
    if (node.type === 'break' || (node.type === 'text' && node.value.trim() === '')) continue
    const [only, ...more] = node.type === 'link' ? node.children : [node]
    if (only?.type !== 'image' || more.length > 0) return null
    const piece = figurePiece(only)
    if (piece === null) return null
    pieces.push(piece)
  }
  return pieces.length === 0 ? null : pieces
}

function figurePiece({ url: address, alt, title }: Image): Piece | null {
  const url = webAddress(withoutSigns(address))
  if (url === null) return null
  const text = withoutSigns(title ?? '').trim()
  const span = { start: 0, end: text.length }
  return { text, marks: [], block: { kind: 'figure', span, url, file: null, alt: withoutSigns(alt ?? '') } }
}
