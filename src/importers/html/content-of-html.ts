import type { Content } from '../../model/content.ts'
import { parseHtml } from '../../markup/html.ts'
import type { Element } from '../../markup/tree.ts'
import { contentOfPieces, type Piece } from '../piece.ts'
import type { Base } from './base.ts'
import { notesOf } from './notes.ts'
import { PageReader } from './page-reader.ts'
import { atRoot, within } from './place.ts'
import { withoutUsual } from './usual.ts'

/** HTML that is a text and nothing else (the body of a mail, what a service kept of a page) as a content. */
export function contentOfHtml(html: string, base: Base): Content {
  return contentOfPieces(piecesOfElement(parseHtml(html), base), [])
}

/** All blocks of an element, in the order of the text as a browser shows it. */
export function piecesOfElement(element: Element, base: Base): Piece[] {
  const reader = new PageReader({ base, notes: notesOf(element, base.url) })
  const place = within(atRoot, element)
  reader.read(element, place)
  reader.end(place)
  return withoutUsual(reader.pieces, base.language ?? place.language)
}
