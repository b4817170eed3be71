import type { Face, Faces } from './faces.ts'
import { legible } from './legible.ts'
import { multiply, type Matrix } from './matrix.ts'
import { withLigatures } from './right-to-left.ts'
import { turned, type Run } from './run.ts'

/** As pdf.js answers. */
export type TextContent = { items: readonly object[]; styles: Record<string, Style> }
type Style = { vertical: boolean; fontFamily: string }
type TextItem = {
  str: string
  dir: string
  transform: Matrix
  width: number
  height: number
  fontName: string
  hasEOL: boolean
}

function isText(item: object): item is TextItem {
  return 'str' in item
}

/** The fonts that set words, in one go or letter by letter: formulas have some more, which say nothing. */
export function fontsOfWords({ items }: TextContent): string[] {
  const words: { font: string; text: string }[] = []
  for (const { fontName: font, str } of items.filter(isText)) {
    const last = words.at(-1)
    if (last?.font === font) last.text += str
    else words.push({ font, text: str })
  }
  return [...new Set(words.flatMap(({ font, text }) => (/\p{L}{3}/u.test(text) ? [font] : [])))]
}

/** More on one page is no text that anybody reads: a novel's page has some hundred. */
const mostRuns = 50_000

/** The runs of a page; `view` turns its points into those of the page as it is shown. */
export function runsOf(
  { items, styles }: TextContent,
  { view, faces }: { view: Matrix; faces: Faces },
): Run[] {
  const runs: Run[] = []
  let isApart = true
  for (const item of items.slice(0, mostRuns)) {
    if (!isText(item)) continue
    const text = textOf(item)
    if (text.trim() !== '') {
      const run = runOf({ ...item, str: text.trim() }, view, styles[item.fontName])
      const face = faces.of(item.fontName)
      const [opensWithSpace, endsWithSpace] = [text.startsWith(' '), text.endsWith(' ')]
      const isAfterSpace = (isApart || opensWithSpace) && !/^\p{M}/u.test(run.text)
      runs.push({
        ...run,
        ...face,
        order: runs.length,
        isApart: isAfterSpace,
        opensWithSpace,
        endsWithSpace,
      })
      isApart = endsWithSpace
    } else if (text !== '') isApart = true
    if (item.hasEOL) isApart = true
  }
  return drawnOnce(runs)
}

function textOf({ str, dir }: TextItem): string {
  // A vowel sign belongs to the letter before it, however far it was set from that.
  const text = withAccents(
    legible(str)
      .replace(/\s+/g, ' ')
      .replace(/ (?=\p{M})/gu, ''),
  )
  return dir === 'rtl' ? withLigatures(text) : text
}

/** Shadows, and what stands for bold where there is no bold font: the same words a little to the side, in sizes. */
const shadow = 0.2

/** Among so many earlier ones with the same words the first one is looked for: a page of dots is no reason to wait. */
const mostAlike = 200

/** Each run that was drawn several times at almost the same place once. */
function drawnOnce(runs: readonly Run[]): Run[] {
  const byText = new Map<string, Run[]>()
  return runs.filter((run) => {
    const others = byText.get(run.text) ?? []
    const isAgain = others.some(
      (other) =>
        Math.abs(other.left - run.left) < shadow * run.size &&
        Math.abs(other.baseline - run.baseline) < shadow * run.size,
    )
    if (!isAgain) byText.set(run.text, [...others, run].slice(-mostAlike))
    return !isAgain
  })
}

/** The accents that TeX sets before their letters, as signs of their own. */
const accents = new Map(
  [...'´\u0301¨\u0308ˆ\u0302ˇ\u030c˚\u030a¸\u0327˜\u0303'.matchAll(/(.)(.)/gu)].map(([, sign, mark]) => [
    sign!,
    mark!,
  ]),
)

function withAccents(text: string): string {
  return text.replace(/(?<=\p{L}|^)([´¨ˆˇ˚¸˜])(\p{L})/gu, (_, sign: string, letter: string) =>
    (letter.replace('ı', 'i') + accents.get(sign)!).normalize('NFC'),
  )
}

function runOf(item: TextItem, view: Matrix, style: Style | undefined): Omit<Run, keyof Face> {
  const isVertical = style?.vertical === true
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = multiply(view, item.transform)
  const scale = Math.hypot(view[0]!, view[1]!)
  const slope = Math.round((Math.atan2(b, a) * 180) / Math.PI)
  // A page that was scanned a little askew is still one of horizontal lines.
  const level = Math.abs(slope) <= 3 ? 0 : slope
  const angle = (((isVertical ? level + 90 : level) % 360) + 360) % 360
  const [left, baseline] = turned([x, y], angle)
  const length = (isVertical ? item.height : item.width) * scale
  return {
    text: item.str,
    left,
    right: left + length,
    baseline,
    size: Math.hypot(c, d) || Math.hypot(a, b) || 1,
    font: item.fontName,
    isMonospaced: style?.fontFamily === 'monospace',
    isRightToLeft: item.dir === 'rtl',
    angle,
    order: 0,
    isApart: false,
    opensWithSpace: false,
    endsWithSpace: false,
  }
}
