import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Element } from '../../../markup/tree.ts'
import { toHtml } from '../../../markup/to-html.ts'
import { type DomNode, fromDom } from './from-dom.ts'

/** The article in a page as Mozilla's Readability finds it, or null where it finds none. */
export function readWithReadability(page: Element): Element | null {
  const { document } = parseHTML(`<!doctype html>${toHtml(page)}`)
  const reader = new Readability<DomNode>(document, {
    serializer: (node) => node,
    // What the page says of itself was read before.
    disableJSONLD: true,
    keepClasses: true,
  })
  const content = reader.parse()?.content
  return content == null ? null : fromDom(content)
}
