import { Color } from '../../src/model/note.ts'
import type { TextMap } from './dom-span.ts'
import { type Layer, paint, priorities } from './layers.ts'
import { laneCount, lanes, type Passage, stretchesOf } from './passages.ts'

/** How each colour is underlined, so that none is told by its hue alone. */
const underlines: Record<Color, { line: string; width: number }> = {
  yellow: { line: 'solid', width: 1 },
  red: { line: 'wavy', width: 1 },
  green: { line: 'dotted', width: 1.5 },
  blue: { line: 'dashed', width: 1.5 },
  purple: { line: 'double', width: 1 },
  orange: { line: 'solid', width: 2.5 },
}

/** The underlines of overlapping passages run one below the other. */
const offsets = ['0.16em', '0.3em', '0.44em']

type Kind = Pick<Passage, 'color' | 'isDoubtful'>

/** Words of a note, or of a highlight that is to become one. */
type Words = Omit<Passage, 'id'>

const kinds: readonly Kind[] = Color.options.flatMap((color) => [
  { color, isDoubtful: false },
  { color, isDoubtful: true },
])

/** Each is a shade darker than the one before, so that up to six lying on each other are told apart from five. */
const depths = [0, 1, 2].map((step) => ({
  depth: laneCount + 1 + step,
  layer: {
    name: `depth-${laneCount + 1 + step}`,
    priority: priorities.depth + step,
    look: 'background-color: var(--shade); text-decoration: overline 1px var(--ink3);',
  },
}))

/**
 * Paints the passages of an article. Of two that overlap the one that starts later lies on top, and both underlines are
 * seen; where more overlap than underlines find room, they are shaded and have a line above.
 */
export function paintPassages(map: TextMap, passages: readonly Passage[]): void {
  const laneOf = lanes(passages)
  for (const kind of kinds) {
    for (let lane = 0; lane < laneCount; lane++) {
      const alike = passages.filter((passage, index) => isOf(kind, passage) && laneOf[index] === lane)
      paint(map, laneLayer(kind, lane), spansOf(alike))
    }
  }
  for (const { depth, layer } of depths) paint(map, layer, stretchesOf(passages, depth))
}

/** Brings these to the front, as the active ones or the hovered one, and what was there before back. */
export function paintFront(map: TextMap, state: 'hovered' | 'active', passages: readonly Words[]): void {
  for (const kind of kinds) {
    const alike = passages.filter((passage) => isOf(kind, passage))
    paint(map, frontLayer(kind, state), spansOf(alike))
  }
}

function laneLayer(kind: Kind, lane: number): Layer {
  const name = `note-${nameOf(kind)}-${lane}`
  const { width } = underlines[kind.color]
  return { name, priority: priorities.lane + lane, look: look(kind, { width, offset: offsets[lane]! }) }
}

/** The same line, only stronger. */
function frontLayer(kind: Kind, state: 'hovered' | 'active'): Layer {
  const width = state === 'active' ? 3 : 2
  const name = `${state}-${nameOf(kind)}`
  return { name, priority: priorities[state], look: look(kind, { width, offset: offsets[0]! }) }
}

function nameOf({ color, isDoubtful }: Kind): string {
  return isDoubtful ? `${color}-doubtful` : color
}

/** A doubtful passage is only underlined. */
function look({ color, isDoubtful }: Kind, { width, offset }: { width: number; offset: string }): string {
  return `background-color: ${isDoubtful ? 'transparent' : `var(--${color})`};
    text-decoration: underline ${underlines[color].line} ${width}px var(--${color}-d);
    text-underline-offset: ${offset};`
}

function isOf(kind: Kind, passage: Kind): boolean {
  return passage.color === kind.color && passage.isDoubtful === kind.isDoubtful
}

function spansOf(passages: readonly Words[]): Passage['span'][] {
  return passages.map(({ span }) => span)
}
