import type { Span } from '../../src/model/content.ts'
import { snapToGraphemes, trimSpan } from '../../src/text/grapheme-span.ts'
import { partition } from './partition.ts'

/**
 * The text of an article as it stands in the DOM: every text node that shows a piece of `Content.text`, and the
 * offset each of them starts at. Built once for a rendered article, since its DOM never changes.
 */
export type TextMap = {
  root: HTMLElement
  text: string
  /** The elements with `data-start`, in the order of the text. */
  leaves: readonly HTMLElement[]
  nodes: readonly Text[]
  starts: readonly number[]
  startOf: ReadonlyMap<Node, number>
}

/**
 * Reads the map off the DOM. Elements with `data-start` hold exactly the words of the text that begin there; what
 * stands outside of them (labels, rules) is no part of the text. They never lie in each other.
 */
export function mapText(root: HTMLElement, text: string): TextMap {
  const startOf = new Map<Node, number>()
  const leaves = [...root.querySelectorAll<HTMLElement>('[data-start]')]
  for (const leaf of leaves) {
    const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT)
    let start = leafStart(leaf)
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      startOf.set(node, start)
      start += node.data.length
    }
  }
  return { root, text, leaves, nodes: [...startOf.keys()] as Text[], starts: [...startOf.values()], startOf }
}

/** Where the words of an element with `data-start` begin in the text. */
export function leafStart(leaf: HTMLElement): number {
  return Number(leaf.dataset['start'])
}

/**
 * The words a range takes: whole graphemes, without white space at either end. Null where it takes none, or lies
 * outside the text.
 */
export function spanOfRange(map: TextMap, range: AbstractRange): Span | null {
  const start = offsetFrom(map, range.startContainer, range.startOffset)
  const end = offsetUpTo(map, range.endContainer, range.endOffset)
  if (start === null || end === null || start >= end) return null
  const span = trimSpan(map.text, snapToGraphemes(map.text, { start, end }))
  return span.start < span.end ? span : null
}

/** A range over the words of a span; null where the text is not in the DOM (an article without text). */
export function rangeOfSpan(map: TextMap, span: Span): Range | null {
  const limits = limitsOf(map, span)
  if (!limits) return null
  const range = document.createRange()
  range.setStart(limits.startContainer, limits.startOffset)
  range.setEnd(limits.endContainer, limits.endOffset)
  return range
}

/** The same for painting: it costs the browser nothing to keep, since it stands still as the DOM does. */
export function staticRange(map: TextMap, span: Span): StaticRange | null {
  const limits = limitsOf(map, span)
  return limits && new StaticRange(limits)
}

function limitsOf(map: TextMap, span: Span): StaticRangeInit | null {
  const from = pointAt(map, span.start, 'after')
  const to = pointAt(map, span.end, 'before')
  if (!from || !to) return null
  return {
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  }
}

/** The offset in the text of a point in the DOM: that of the first word at or after it, null after the last one. */
export function offsetFrom(map: TextMap, node: Node, offset: number): number | null {
  const start = map.startOf.get(node)
  if (start !== undefined) return start + offset
  return map.starts[firstAfter(map, node, offset)] ?? null
}

/** As `offsetFrom`, but the end of the last word before the point, so that no words beyond it are taken. */
function offsetUpTo(map: TextMap, node: Node, offset: number): number | null {
  const start = map.startOf.get(node)
  if (start !== undefined) return start + offset
  const last = firstAfter(map, node, offset) - 1
  const text = map.nodes[last]
  return text ? map.starts[last]! + text.data.length : null
}

/**
 * Where an offset lies in the DOM. Between two text nodes there are two answers: `side` says whether the point is
 * to hold to the words before it (the end of a range) or after it (the start of one).
 */
function pointAt(
  map: TextMap,
  offset: number,
  side: 'before' | 'after',
): { node: Text; offset: number } | null {
  const isPast = (index: number) =>
    side === 'after' ? map.starts[index]! > offset : map.starts[index]! >= offset
  const index = Math.max(0, partition(map.nodes.length, isPast) - 1)
  const node = map.nodes[index]
  if (!node) return null
  // Clamped, since an offset may lie in the "\n\n" between two blocks, which no node holds.
  return { node, offset: Math.min(Math.max(0, offset - map.starts[index]!), node.data.length) }
}

function firstAfter(map: TextMap, node: Node, offset: number): number {
  return partition(map.nodes.length, (index) => isAfter(map.nodes[index]!, node, offset))
}

function isAfter(text: Text, container: Node, offset: number): boolean {
  const child = container.childNodes[offset]
  if (child) return child.contains(text) || follows(text, child)
  return follows(text, container) && !container.contains(text)
}

function follows(node: Node, other: Node): boolean {
  return (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}
