import { parseHtml } from '../../markup/html.ts'
import type { Element } from '../../markup/tree.ts'

/** The `html` element of an XHTML file, read as HTML: half of the books have some file that no XML parser takes. */
export function parseXhtml(text: string): Element {
  return parseHtml(htmlOfXhtml(text))
}

/** XHTML with what only XML has put into HTML's words. */
export function htmlOfXhtml(text: string): string {
  return withoutPrefixes(text)
    .replace(/<!\[CDATA\[([^]*?)\]\]>/g, (_, raw: string) => raw.replace(/&/g, '&amp;').replace(/</g, '&lt;'))
    .replace(/<\?[^]*?\?>/g, '')
    .replace(/<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>/i, '<!DOCTYPE html>')
    .replace(selfClosing, (tag, name: string, attributes: string) =>
      voids.has(name.toLowerCase()) ? tag : `<${name}${attributes}></${name}>`,
    )
}

const declared =
  /\sxmlns:([a-z][\w-]*)\s*=\s*["']http:\/\/www\.w3\.org\/(?:1998\/Math\/MathML|2000\/svg|1999\/xhtml)["']/gi

/** HTML knows formulas and drawings by their bare names: `<math>`, where XML may have `<m:math>`. */
function withoutPrefixes(text: string): string {
  const prefixes = new Set(Array.from(text.matchAll(declared), ([, name = '']) => name))
  if (prefixes.size === 0) return text
  return text.replace(new RegExp(`<(/?)(?:${[...prefixes].join('|')}):(?=[a-z])`, 'gi'), '<$1')
}

/** `<p/>`, `<a id="n1"/>`: in HTML they stay open. */
const selfClosing = /<([a-z][\w:.-]*)((?:\s+[^\s=<>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/>/gi

const voids = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])
