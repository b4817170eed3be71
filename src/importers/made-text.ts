import type { Block, Content } from '../model/content.ts'
import { paragraphsOf } from './clean-text.ts'
import type { CarriedNote } from './entry.ts'
import { contentOfPieces, type Piece } from './piece.ts'

/** The page that a quotation is on, and its level where it is a heading, 1 to 6. */
export type Passage = { page?: number; level?: number }

type MadeOf = {
  title: string | null
  name: string
  description: string | null
  passages?: ReadonlyMap<string, Passage>
}

/** The text that stands in for the one nobody kept. A quotation that several notes stand on is there once. */
export function madeText(
  item: MadeOf,
  url: string | null,
  notes: readonly CarriedNote[],
): { content: Content; placed: CarriedNote[] } {
  const pieces = paragraphsOf(item.description).map((text) => pieceOf(text, { kind: 'paragraph' }))
  if (url !== null) pieces.push(linkPiece(url))
  const firstPieces = new Map<string, number>()
  for (const { quote, key } of notes) {
    if (quote === null || firstPieces.has(quote.exact)) continue
    firstPieces.set(quote.exact, pieces.length)
    const shape = shapeOf(item.passages?.get(key) ?? {})
    for (const text of paragraphsOf(quote.exact)) pieces.push(pieceOf(text, shape))
  }
  // Notes on the whole need something that they can be on.
  if (pieces.length === 0 && notes.length > 0)
    for (const text of paragraphsOf(item.title ?? item.name))
      pieces.push(pieceOf(text, { kind: 'paragraph' }))
  const content = contentOfPieces(pieces, [])
  const placed = notes.map((note) => {
    if (note.quote === null) return note
    const { exact } = note.quote
    return {
      ...note,
      quote: { ...note.quote, exact, start: content.blocks[firstPieces.get(exact)!]!.span.start },
    }
  })
  return { content, placed }
}

type Shape =
  | { kind: 'paragraph' }
  | { kind: 'quotation'; depth: number; page?: number }
  | { kind: 'heading'; level: number; page?: number }

function shapeOf({ page, level }: Passage): Shape {
  const place = page === undefined ? {} : { page }
  return level === undefined
    ? { kind: 'quotation', depth: 1, ...place }
    : { kind: 'heading', level, ...place }
}

function pieceOf(text: string, shape: Shape): Piece {
  const block: Block = { ...shape, span: { start: 0, end: text.length } }
  return { block, text, marks: [] }
}

function linkPiece(url: string): Piece {
  const piece = pieceOf(url, { kind: 'paragraph' })
  return { ...piece, marks: [{ kind: 'link', span: { start: 0, end: url.length }, href: url }] }
}
