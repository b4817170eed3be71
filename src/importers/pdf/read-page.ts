import type { PDFDocumentProxy } from 'pdfjs-dist'
import { turned, type Point, type Run } from './run.ts'

/** What is read of a page; `number` counts from 1. Points count from the upper left corner of the page as it is shown. */
export type Page = { number: number; width: number; height: number; runs: Run[]; annotations: Annotation[] }

/** The corners of a stretch of marked text, in any order. */
export type Quad = readonly Point[]

/** Something that was put on a page after it was made, or a link. */
export type Annotation = {
  id: string
  /** As PDF calls it: `Highlight`, `Text`, `Link`. */
  subtype: string
  quads: Quad[]
  /** What was written about it. */
  text: string
  url: string | null
  /** Red, green and blue from 0 to 255; null where none is set. */
  color: readonly number[] | null
  /** As PDF writes it: `D:20151230152231+01'00'`. */
  time: string | null
  /** The annotation that this one answers. */
  answers: string | null
}

/** Reads one page. What pdf.js can't make out of it is left out, and an unreadable page is an empty one. */
export async function readPage(document: PDFDocumentProxy, number: number): Promise<Page> {
  try {
    const page = await document.getPage(number)
    const view = page.getViewport({ scale: 1 })
    const place = placer(view.transform)
    const content: TextContent = await page.getTextContent()
    const annotations: RawAnnotation[] = await page.getAnnotations().catch(() => [])
    page.cleanup()
    return {
      number,
      width: view.width,
      height: view.height,
      runs: runsOf(content, view.transform),
      annotations: annotations.flatMap((raw) => annotationOf(raw, place)),
    }
  } catch {
    return { number, width: 0, height: 0, runs: [], annotations: [] }
  }
}

/** As pdf.js answers. */
type TextContent = { items: readonly object[]; styles: Record<string, Style> }
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
type Matrix = readonly number[]
type RawAnnotation = {
  id: string
  subtype: string
  rect: readonly number[]
  quadPoints?: ArrayLike<number> | null
  contentsObj?: { str: string }
  richText?: { str: string }
  textContent?: readonly string[]
  url?: string
  color?: ArrayLike<number> | null
  creationDate?: string | null
  modificationDate?: string | null
  inReplyTo?: string
}

function isText(item: object): item is TextItem {
  return 'str' in item
}

/** More on one page is no text that anybody reads: a novel's page has some hundred. */
const mostRuns = 50_000

function runsOf({ items, styles }: TextContent, view: Matrix): Run[] {
  const runs: Run[] = []
  let isApart = true
  for (const item of items.slice(0, mostRuns)) {
    if (!isText(item)) continue
    const text = withAccents(item.str.replace(/\s+/g, ' '))
    if (text.trim() !== '') {
      const run = runOf({ ...item, str: text.trim() }, view, styles[item.fontName])
      runs.push({ ...run, order: runs.length, isApart: isApart || text.startsWith(' ') })
      isApart = text.endsWith(' ')
    } else if (text !== '') isApart = true
    if (item.hasEOL) isApart = true
  }
  return runs
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

function runOf(item: TextItem, view: Matrix, style: Style | undefined): Run {
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
  }
}

function multiply(m: Matrix, n: Matrix): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

type Placer = (x: number, y: number) => Point

function placer(view: Matrix): Placer {
  return (x, y) => {
    const [, , , , left = 0, top = 0] = multiply(view, [1, 0, 0, 1, x, y])
    return [left, top]
  }
}

function annotationOf(raw: RawAnnotation, place: Placer): Annotation[] {
  const quads = quadsOf(raw, place)
  if (quads.length === 0) return []
  const words = raw.contentsObj?.str || raw.richText?.str || (raw.textContent ?? []).join('\n')
  return [
    {
      id: raw.id,
      subtype: raw.subtype,
      quads,
      text: words.replace(/\r\n?/g, '\n').trim(),
      url: raw.url ?? null,
      color: raw.color ? Array.from(raw.color) : null,
      time: raw.creationDate ?? raw.modificationDate ?? null,
      answers: raw.inReplyTo ?? null,
    },
  ]
}

/** A highlight has a quadrilateral for each line; what has none is where its rectangle is. */
function quadsOf({ quadPoints, rect }: RawAnnotation, place: Placer): Quad[] {
  const numbers = Array.from(quadPoints ?? [])
  const quads: Quad[] = []
  for (let at = 0; at + 8 <= numbers.length; at += 8) {
    const [a, b, c, d, e, f, g, h] = numbers.slice(at, at + 8)
    quads.push([place(a!, b!), place(c!, d!), place(e!, f!), place(g!, h!)])
  }
  if (quads.length > 0) return quads
  const [left, bottom, right, top] = rect
  return rect.length === 4 ? [[place(left!, bottom!), place(right!, top!)]] : []
}
