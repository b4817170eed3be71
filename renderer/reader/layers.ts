import type { Span } from '../../src/model/content.ts'
import { staticRange, type TextMap } from './dom-span.ts'

/** What is painted in one look, all of it together. */
export type Layer = {
  /** As the browser knows it; unlike all others. */
  readonly name: string
  /** A layer of a higher one lies over the others. */
  readonly priority: number
  /** CSS declarations, of those that `::highlight()` takes. */
  readonly look: string
}

/** From the bottom to the top: the lanes of notes, what tells their depth, the notes pointed at, finds, the focus. */
export const priorities = {
  lane: 0,
  depth: 3,
  hovered: 10,
  active: 11,
  hit: 12,
  currentHit: 13,
  focus: 14,
  drop: 15,
}

type Painted = { map: TextMap; highlight: Highlight; ranges: Map<string, StaticRange> }
const painted = new Map<string, Painted>()

/**
 * Makes these the words that are painted in a layer, with the CSS Custom Highlight API, which leaves the article's DOM as
 * it is. What was painted in it before and still is keeps its ranges, so that one note more among thousands costs one range.
 */
export function paint(map: TextMap, layer: Layer, spans: readonly Span[]): void {
  if (spans.length === 0) return clear(layer)
  const { highlight, ranges } = paintedIn(map, layer)
  const wanted = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]))
  for (const [key, range] of ranges) {
    if (wanted.has(key)) continue
    ranges.delete(key)
    highlight.delete(range)
  }
  for (const [key, span] of wanted) {
    const range = ranges.has(key) ? null : staticRange(map, span)
    if (!range) continue
    ranges.set(key, range)
    highlight.add(range)
  }
}

function clear({ name }: Layer): void {
  if (painted.delete(name)) CSS.highlights.delete(name)
}

function paintedIn(map: TextMap, layer: Layer): Painted {
  const there = painted.get(layer.name)
  if (there?.map === map) return there
  const highlight = new Highlight()
  highlight.priority = layer.priority
  CSS.highlights.set(layer.name, highlight)
  style(layer)
  const made = { map, highlight, ranges: new Map<string, StaticRange>() }
  painted.set(layer.name, made)
  return made
}

let sheet: CSSStyleSheet | null = null
const styled = new Set<string>()

/**
 * Writes the rule of a layer when it is first used. In a style sheet of ours all of them would always be there, and each
 * costs every element of the text some 5 µs whenever styles are computed: a third of a second in a book.
 */
function style({ name, look }: Layer): void {
  if (styled.has(name)) return
  styled.add(name)
  if (!sheet) {
    sheet = new CSSStyleSheet()
    document.adoptedStyleSheets.push(sheet)
  }
  // `*`, because only from Chromium 131 on an element takes these rules over from the one it lies in.
  sheet.insertRule(`.article-text *::highlight(${name}) { ${look} }`)
}
