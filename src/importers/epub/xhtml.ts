import { parseHtml } from '../../markup/html.ts'
import type { Element } from '../../markup/tree.ts'

/**
 * The `html` element of an XHTML file, read as HTML: half of the books have some file that no XML parser takes. What only XML
 * has is put into HTML's words before.
 */
export function parseXhtml(text: string): Element {
  return parseHtml(
    text
      .replace(/<!\[CDATA\[([^]*?)\]\]>/g, (_, raw: string) =>
        raw.replace(/&/g, '&amp;').replace(/</g, '&lt;'),
      )
      .replace(/<\?[^]*?\?>/g, '')
      .replace(/<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>/i, '<!DOCTYPE html>')
      .replace(selfClosing, (tag, name: string, attributes: string) =>
        voids.has(name.toLowerCase()) ? tag : `<${name}${attributes}></${name}>`,
      ),
  )
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
