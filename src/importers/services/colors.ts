import type { Color } from '../../model/note.ts'

/** What services call the colours that have no name of their own here; the nearest to the eye. */
const nearest: ReadonlyMap<string, Color> = new Map<string, Color>([
  ['yellow', 'yellow'],
  ['gold', 'yellow'],
  ['red', 'red'],
  ['pink', 'red'],
  ['rose', 'red'],
  ['green', 'green'],
  ['lime', 'green'],
  ['mint', 'green'],
  ['blue', 'blue'],
  ['cyan', 'blue'],
  ['aqua', 'blue'],
  ['teal', 'blue'],
  ['sky', 'blue'],
  ['purple', 'purple'],
  ['violet', 'purple'],
  ['indigo', 'purple'],
  ['magenta', 'purple'],
  ['lavender', 'purple'],
  ['orange', 'orange'],
  ['brown', 'orange'],
  ['peach', 'orange'],
])

/** Where on the wheel of hues, in degrees, each of the six ends: between the shades that Zotero, Kobo and Kindle use. */
const wheel: readonly (readonly [end: number, color: Color])[] = [
  [18, 'red'],
  [44, 'orange'],
  [70, 'yellow'],
  [170, 'green'],
  [255, 'blue'],
  [320, 'purple'],
  [360, 'red'],
]

/** Ours for a service's name of a colour (`pink`, `Light Blue`) or its value (`#ff6666`, `rgb(255, 102, 102)`); else yellow. */
export function colorOf(name: string | null | undefined): Color {
  const text = (name ?? '').toLowerCase()
  const rgb = rgbOf(text)
  if (rgb !== null) return colorOfRgb(rgb)
  const words = text.match(/[a-z]+/g) ?? []
  return words.map((word) => nearest.get(word)).find((color) => color !== undefined) ?? 'yellow'
}

/** Whether a word is the name or the value of a colour, and nothing else. */
export function isColor(word: string): boolean {
  const text = word.trim().toLowerCase()
  return nearest.has(text) || rgbOf(text) !== null
}

type Rgb = readonly [number, number, number]

function rgbOf(text: string): Rgb | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])[0-9a-f]?$/.exec(text.trim())
  if (short !== null) return tripleOf(short, (digit) => Number.parseInt(digit + digit, 16))
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?$/.exec(text.trim())
  if (long !== null) return tripleOf(long, (digits) => Number.parseInt(digits, 16))
  const spelt = /rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/.exec(text)
  return spelt === null ? null : tripleOf(spelt, Number)
}

function tripleOf([, r = '', g = '', b = '']: RegExpExecArray, valueOf: (part: string) => number): Rgb {
  return [valueOf(r), valueOf(g), valueOf(b)]
}

function colorOfRgb([r, g, b]: Rgb): Color {
  const most = Math.max(r, g, b)
  const range = most - Math.min(r, g, b)
  // Grey, black and white have no hue.
  if (range === 0) return 'yellow'
  const sixth = most === r ? (g - b) / range : most === g ? 2 + (b - r) / range : 4 + (r - g) / range
  const hue = (sixth * 60 + 360) % 360
  return wheel.find(([end]) => hue < end)?.[1] ?? 'red'
}
