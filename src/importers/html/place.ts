import type { Direction, Span } from '../../model/content.ts'
import type { Piece } from '../piece.ts'
import { directionOf } from '../../text/direction.ts'
import type { Element } from '../../markup/tree.ts'
import { textOf } from '../../markup/walk.ts'
import { moved, type Inline } from './inline.ts'

/** What only the first paragraph of a list item or a footnote has; `isTaken` once it was. */
type Once<T> = T & { isTaken: boolean }

/** Where the text that is read stands. */
export type Place = {
  quotation: number
  list: number
  item: Once<{ number: number | null }> | null
  note: Once<{ label: string }> | null
  language: string | null
  direction: Direction | null
  keepsLines: boolean
}

export const atRoot: Place = {
  quotation: 0,
  list: 0,
  item: null,
  note: null,
  language: null,
  direction: null,
  keepsLines: false,
}

const languageTag = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/

/** The place within an element, by the language and direction it has. */
export function within(place: Place, element: Element): Place {
  const { attributes } = element
  if (attributes.size === 0) return place
  const lang = (attributes.get('lang') ?? attributes.get('xml:lang'))?.trim()
  const language = lang !== undefined && languageTag.test(lang) ? lang : place.language
  const direction = directionIn(element) ?? place.direction
  if (language === place.language && direction === place.direction) return place
  return { ...place, language, direction }
}

function directionIn(element: Element): Direction | null {
  const dir = element.attributes.get('dir')?.trim().toLowerCase()
  if (dir === 'ltr' || dir === 'rtl') return dir
  return dir === 'auto' ? directionOf(textOf(element)) : null
}

/** A paragraph as the block that it is in its place. */
export function pieceAt(place: Place, inline: Inline): Piece {
  const { quotation, list, item, note } = place
  const common = { span: whole(inline), ...toldOf(place) }
  if (note !== null) {
    if (note.isTaken) return { ...inline, block: { kind: 'footnote', ...common, label: null } }
    note.isTaken = true
    const words = withoutLabel(inline, note.label)
    return { ...words, block: { kind: 'footnote', ...common, span: whole(words), label: note.label } }
  }
  if (item !== null && !item.isTaken) {
    item.isTaken = true
    return {
      ...inline,
      block: { kind: 'listItem', ...common, depth: Math.max(list - 1, 0), number: item.number },
    }
  }
  if (quotation > 0) return { ...inline, block: { kind: 'quotation', ...common, depth: quotation } }
  return { ...inline, block: { kind: 'paragraph', ...common } }
}

/** Notes often begin with their own number, which stands beside them already. */
function withoutLabel(inline: Inline, label: string): Inline {
  const opening = /^[[(]?([\p{L}\p{N}*†‡§¶#]{1,8})[\])]?[.:]?\s+(?=\S)/u.exec(inline.text)
  if (opening?.[1] !== label.replace(/-\d+$/, '')) return inline
  const length = opening[0].length
  const marks = inline.marks
    .map((mark) => ({ ...mark, span: moved(mark.span, -length) }))
    .filter(({ span }) => span.end > 0)
    .map((mark) => ({ ...mark, span: { ...mark.span, start: Math.max(mark.span.start, 0) } }))
  return { text: inline.text.slice(length), marks }
}

/** Language and direction, where something was said of them. */
export function toldOf({ language, direction }: Place): { language?: string; direction?: Direction } {
  return { ...(language !== null && { language }), ...(direction !== null && { direction }) }
}

export function whole({ text }: Inline): Span {
  return { start: 0, end: text.length }
}
