import type { ListItem, Nodes, Paragraph, Root, RootContent } from 'mdast'
import type { Span } from '../../model/content.ts'
import type { Piece } from '../piece.ts'
import { withoutCallout } from './callout.ts'
import { figurePieces } from './figure-pieces.ts'
import { deepest, inlineOf, type Definitions, type Inline } from './inline.ts'
import { withoutSigns } from './signs.ts'
import { tablePiece } from './table-piece.ts'

/** Where a block stands: in how many quotations and lists, and as what item. */
type Place = {
  definitions: Definitions
  depth: number
  quotation: number
  list: number
  /** Set for the first paragraph of a list item. */
  item: { number: number | null; box: string } | null
}

/** The blocks of a tree in the order of the text. */
export function piecesOf(root: Root): Piece[] {
  const pieces: Piece[] = []
  const place = { definitions: definitionsOf(root), depth: 0, quotation: 0, list: 0, item: null }
  for (const node of root.children) addBlock(node, place, pieces)
  return pieces.filter((piece) => piece.text.trim() !== '' || isTextless(piece))
}

function isTextless({ block }: Piece): boolean {
  return block.kind === 'rule' || block.kind === 'figure'
}

/** Definitions may stand anywhere, also in quotations; the first of a name counts (CommonMark 4.7). */
function definitionsOf(root: Root): Definitions {
  const definitions = new Map<string, string>()
  const stack: Nodes[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, withoutSigns(node.url))
    if (node.type !== 'paragraph' && 'children' in node) {
      for (let index = node.children.length - 1; index >= 0; index -= 1) stack.push(node.children[index]!)
    }
  }
  return definitions
}

function addBlock(node: RootContent, place: Place, pieces: Piece[]): void {
  if (place.depth > deepest) return
  const inner = { ...place, depth: place.depth + 1 }
  switch (node.type) {
    case 'paragraph':
      pieces.push(...paragraphPieces(node, place))
      return
    case 'heading': {
      const inline = inlineOf(node.children, place.definitions)
      pieces.push({ ...inline, block: { kind: 'heading', level: node.depth, span: whole(inline) } })
      return
    }
    case 'html':
      pieces.push(textPiece({ text: withoutSigns(node.value), marks: [] }, place))
      return
    case 'code':
      pieces.push(codePiece(withoutSigns(node.value)))
      return
    case 'thematicBreak':
      pieces.push({ text: '', marks: [], block: { kind: 'rule', span: { start: 0, end: 0 } } })
      return
    case 'table':
      pieces.push(tablePiece(node, place.definitions))
      return
    case 'blockquote':
      for (const child of withoutCallout(node))
        addBlock(child, { ...inner, quotation: place.quotation + 1, item: null }, pieces)
      return
    case 'list':
      for (const [index, item] of node.children.entries()) {
        addItem(item, node.ordered ? (node.start ?? 1) + index : null, { place: inner, pieces })
      }
      return
    case 'footnoteDefinition':
      addNote(node.children, withoutSigns(node.label ?? node.identifier), { place: inner, pieces })
      return
    // Link definitions are read where they are used; the rest never stands by itself.
    default:
  }
}

function addItem(
  item: ListItem,
  number: number | null,
  { place, pieces }: { place: Place; pieces: Piece[] },
): void {
  const box = item.checked == null ? '' : item.checked ? '[x] ' : '[ ] '
  const inList = { ...place, list: place.list + 1 }
  for (const [index, child] of item.children.entries()) {
    addBlock(child, { ...inList, item: index === 0 ? { number, box } : null }, pieces)
  }
}

/** The paragraphs of a footnote; what else is in it stays what it is. */
function addNote(
  children: readonly RootContent[],
  label: string,
  { place, pieces }: { place: Place; pieces: Piece[] },
): void {
  const inner: Piece[] = []
  for (const child of children) addBlock(child, { ...place, item: null }, inner)
  const first = inner.findIndex(({ block }) => block.kind === 'paragraph')
  for (const [index, piece] of inner.entries()) {
    const { kind, span } = piece.block
    const isFirst = index === first
    pieces.push(
      kind === 'paragraph'
        ? { ...piece, block: { kind: 'footnote', span, label: isFirst ? label : null } }
        : piece,
    )
  }
}

/** An item of a list stays one where there is but a picture in it. */
function paragraphPieces(node: Paragraph, place: Place): Piece[] {
  const figures = place.item === null ? figurePieces(node) : null
  return figures ?? [textPiece(inlineOf(node.children, place.definitions), place)]
}

function codePiece(text: string): Piece {
  return { text, marks: [], block: { kind: 'code', span: { start: 0, end: text.length } } }
}

function textPiece(inline: Inline, { item, quotation, list }: Place): Piece {
  const boxed = item === null || item.box === '' ? inline : withBox(inline, item.box)
  const span = whole(boxed)
  if (item !== null)
    return { ...boxed, block: { kind: 'listItem', depth: list - 1, number: item.number, span } }
  if (quotation > 0) return { ...boxed, block: { kind: 'quotation', depth: quotation, span } }
  return { ...boxed, block: { kind: 'paragraph', span } }
}

/** The box of a task list is part of what one reads. */
function withBox({ text, marks }: Inline, box: string): Inline {
  return {
    text: box + text,
    marks: marks.map((mark) => ({
      ...mark,
      span: { start: mark.span.start + box.length, end: mark.span.end + box.length },
    })),
  }
}

function whole({ text }: Inline): Span {
  return { start: 0, end: text.length }
}
