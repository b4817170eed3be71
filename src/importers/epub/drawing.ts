import type { Element } from '../../markup/tree.ts'
import { childrenNamed, descendantsNamed, textOf } from '../../markup/walk.ts'
import type { Picture } from '../entry.ts'
import { pictureOf } from '../picture-of.ts'

/** A drawing that stands in a page, as a picture file of its own; null where nothing is drawn. */
export function drawingOf(svg: Element): Picture | null {
  if (descendantsNamed(svg, ...shapes).length === 0) return null
  return pictureOf(new TextEncoder().encode(`<svg${written(rootOf(svg))}>${innerXml(svg)}</svg>`))
}

const shapes = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'use']

/** What a drawing is called, or else the words that are written in it; empty where there are none. */
export function wordsOfDrawing(svg: Element): string {
  const called = [...childrenNamed(svg, 'title'), ...childrenNamed(svg, 'desc')].map(lineOf)
  const label = svg.attributes.get('aria-label')?.trim() ?? ''
  const names = [...new Set([...called, label])].filter((line) => line !== '')
  if (names.length > 0) return names.join('. ')
  return descendantsNamed(svg, 'text', 'foreignobject').map(lineOf).join(' ').trim()
}

function lineOf(element: Element): string {
  return textOf(element).replace(/\s+/g, ' ').trim()
}

/** A file needs to be told its language, a size that is not that of the page around it, and the paper it was drawn for. */
function rootOf({ attributes }: Element): Array<[string, string]> {
  const [, , width, height] = (attributes.get('viewBox') ?? '').trim().split(/[\s,]+/)
  const size = (name: string, ofBox: string | undefined): Array<[string, string]> => {
    const own = attributes.get(name) ?? '%'
    const value = own.includes('%') || own === 'auto' ? ofBox : own
    return value === undefined ? [] : [[name, value]]
  }
  const others = kept(attributes).filter(([name]) => !['width', 'height', 'style'].includes(name))
  return [
    ['xmlns', 'http://www.w3.org/2000/svg'],
    ['xmlns:xlink', 'http://www.w3.org/1999/xlink'],
    ...size('width', width),
    ...size('height', height),
    ['style', `background:#fff;${attributes.get('style') ?? ''}`],
    ...others,
  ]
}

/** What runs, moves or is for a drawing program is no part of a picture; nothing of it would be loaded or run in any case. */
const left = /^(?:script|foreignobject|metadata|animate.*|set|iframe|audio|video)$|:/

/** Names without prefixes that nobody declares, no handlers, and references only to what is in the drawing. */
function kept(attributes: Element['attributes']): Array<[string, string]> {
  return [...attributes].filter(([name, value]) => {
    if (/^(?:xlink:)?href$/.test(name)) return /^(?:#|data:image\/)/.test(value.trim())
    return /^(?:xml:)?[a-z_][\w.-]*$/i.test(name) && !/^(?:on|xmlns)/i.test(name)
  })
}

function innerXml({ children }: Element): string {
  return children
    .map((child) => {
      if (child.kind === 'text') return escaped(child.text)
      if (left.test(child.name)) return ''
      const name = names.get(child.name) ?? child.name
      return `<${name}${written(kept(child.attributes))}>${innerXml(child)}</${name}>`
    })
    .join('')
}

function written(attributes: ReadonlyArray<readonly [string, string]>): string {
  return attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Without the characters that XML has no place for. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
}

/** The elements that are written with capitals (SVG 2, Appendix F; Filter Effects 1), by their names in HTML. */
const names = new Map(
  (
    'clipPath linearGradient radialGradient textPath feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix ' +
    'feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur ' +
    'feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence'
  )
    .split(' ')
    .map((name) => [name.toLowerCase(), name] as const),
)
