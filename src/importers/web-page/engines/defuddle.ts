import Defuddle from 'defuddle'
import { parseHTML } from 'linkedom'
import { parseHtml } from '../../../markup/html.ts'
import type { Element } from '../../../markup/tree.ts'
import { toHtml } from '../../../markup/to-html.ts'

/** The article in a page as Defuddle finds it, or null where it finds none. `url` chooses among its readers of particular sites. */
export function readWithDefuddle(page: Element, url: string | null): Element | null {
  const { document } = parseHTML(`<!doctype html>${toHtml(page)}`)
  // What it looks for and linkedom does not have.
  Object.assign(document, { styleSheets: [], URL: url ?? 'about:blank' })
  const { content } = new Defuddle(document, { url: url ?? 'about:blank' }).parse()
  return content.trim() === '' ? null : parseHtml(content)
}
