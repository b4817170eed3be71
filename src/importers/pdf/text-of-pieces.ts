import type { Content, Furniture } from '../../model/content.ts'
import { contentOfPieces } from '../piece.ts'
import type { Place } from './passage.ts'
import type { PagePiece } from './read-group.ts'

/** The text that blocks make, and where in it the runs of the pages stand. */
export function textOfPieces(
  pieces: readonly PagePiece[],
  furniture: Furniture[],
): { content: Content; places: Place[] } {
  const content = contentOfPieces(
    pieces.map(({ piece }) => piece),
    furniture,
  )
  const places = pieces.flatMap((one, i) => {
    const { start: by } = content.blocks[i]!.span
    return one.places.map((place) => ({ ...place, start: place.start + by, end: place.end + by }))
  })
  return { content, places }
}
