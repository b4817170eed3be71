import { Color } from '../../src/model/note.ts'
import { rangeOfSpan, type TextMap } from './dom-span.ts'
import { laneCount, lanes, type Passage } from './passages.ts'

/** How each colour is underlined, so that none is told by its hue alone. */
const underlines: Record<Color, string> = {
  yellow: 'solid 1px',
  red: 'wavy 1px',
  green: 'dotted 1.5px',
  blue: 'dashed 1.5px',
  purple: 'double 1px',
  orange: 'solid 2.5px',
}

/** The underlines of overlapping passages run one below the other. */
const offsets = ['0.16em', '0.3em', '0.44em']

/** The passages of one look: they are painted together. Those of a higher priority lie over the others. */
type Layer = { name: string; priority: number; color: Color; underline: string; offset: string }

/**
 * Paints the passages of an article with the CSS Custom Highlight API, which leaves its DOM as it is. Of two that
 * overlap the one that starts later lies on top, and both underlines are seen.
 */
export function paintPassages(map: TextMap, passages: readonly Passage[]): void {
  const laneOf = lanes(passages)
  for (const color of Color.options) {
    for (let lane = 0; lane < laneCount; lane++) {
      const name = `note-${color}-${lane}`
      const layer = { name, priority: lane, color, underline: underlines[color], offset: offsets[lane]! }
      paint(
        map,
        layer,
        passages.filter((passage, index) => passage.color === color && laneOf[index] === lane),
      )
    }
  }
}

/** Brings one passage to the front as the active or the hovered one; null takes that away. */
export function paintFront(map: TextMap, state: 'hovered' | 'active', passage: Passage | null): void {
  const priority = laneCount + (state === 'active' ? 1 : 0)
  for (const color of Color.options) {
    // The same line, only stronger.
    const underline = `${underlines[color].split(' ')[0]} ${state === 'active' ? '3px' : '2px'}`
    const layer = { name: `${state}-${color}`, priority, color, underline, offset: offsets[0]! }
    paint(map, layer, passage?.color === color ? [passage] : [])
  }
}

function paint(map: TextMap, layer: Layer, passages: readonly Passage[]): void {
  const ranges = passages.map(({ span }) => rangeOfSpan(map, span)).filter((range) => range !== null)
  if (ranges.length === 0) return void CSS.highlights.delete(layer.name)
  // Static, because the browser would otherwise keep every range up to date with a DOM that never changes.
  const highlight = new Highlight(...ranges.map((range) => new StaticRange(range)))
  highlight.priority = layer.priority
  CSS.highlights.set(layer.name, highlight)
  style(layer)
}

let sheet: CSSStyleSheet | null = null
const styled = new Set<string>()

/**
 * Writes the rule of a layer when it is first used. In a style sheet of ours all 30 would always be there, and each
 * costs every element of the text some 5 µs whenever styles are computed: a third of a second in a book.
 */
function style({ name, color, underline, offset }: Layer): void {
  if (styled.has(name)) return
  styled.add(name)
  if (!sheet) {
    sheet = new CSSStyleSheet()
    document.adoptedStyleSheets.push(sheet)
  }
  // `*`, because only from Chromium 131 on an element takes these rules over from the one it lies in.
  sheet.insertRule(`.article-text *::highlight(${name}) {
    background-color: var(--${color});
    text-decoration: underline ${underline} var(--${color}-d);
    text-underline-offset: ${offset};
  }`)
}
