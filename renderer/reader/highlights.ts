import { Color } from '../../src/model/note.ts'
import { rangeOfSpan, type TextMap } from './dom-span.ts'
import { lanes, stretches, type Passage } from './passages.ts'
import './highlights.css'

/** Three underlines find room below a line of text; what overlaps more often shares the third. */
const laneCount = 3

/** Later ones lie over earlier ones; `highlights.css` says how each is painted. */
const priorities = { fill: 0, line: 1, hovered: 2, active: 3 } as const

type Layer = keyof typeof priorities

/**
 * Paints the passages of an article with the CSS Custom Highlight API, which leaves its DOM as it is: the fill of
 * each stretch of text, and the underline of each passage in a lane of its own.
 */
export function paintPassages(map: TextMap, passages: readonly Passage[]): void {
  const laneOf = lanes(passages, laneCount)
  const filled = stretches(passages)
  for (const color of Color.options) {
    const fills = filled.filter((stretch) => stretch.color === color)
    paint(map, { layer: 'fill', name: color }, fills)
    for (let lane = 0; lane < laneCount; lane++) {
      const lined = passages.filter((passage, index) => passage.color === color && laneOf[index] === lane)
      paint(map, { layer: 'line', name: `${color}-${lane}` }, lined)
    }
  }
}

/** Brings one passage to the front as the active or the hovered one; null takes that away. */
export function paintFront(map: TextMap, layer: 'hovered' | 'active', passage: Passage | null): void {
  for (const color of Color.options) {
    paint(map, { layer, name: color }, passage?.color === color ? [passage] : [])
  }
}

function paint(
  map: TextMap,
  { layer, name }: { layer: Layer; name: string },
  parts: readonly Pick<Passage, 'span'>[],
): void {
  const key = `${layer}-${name}`
  const ranges = parts.map(({ span }) => rangeOfSpan(map, span)).filter((range) => range !== null)
  if (ranges.length === 0) return void CSS.highlights.delete(key)
  // Static, because the browser would otherwise keep every range up to date with a DOM that never changes.
  const highlight = new Highlight(...ranges.map((range) => new StaticRange(range)))
  highlight.priority = priorities[layer]
  CSS.highlights.set(key, highlight)
}
