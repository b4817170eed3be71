import { nodesWithin, textOf } from '../../markup/walk.ts'
import { parseHtml } from '../../markup/html.ts'
import type { Found } from './service.ts'

/** The links of `ril_export.html` with their attributes; which of them were read is told by the heading they stand under. */
export function linksOfPage(html: string): Found[] {
  const found: Found[] = []
  let status = 'unread'
  for (const node of nodesWithin(parseHtml(html))) {
    if (node.kind === 'text') continue
    if (/^h\d$/.test(node.name)) status = /archive|^read/i.test(textOf(node).trim()) ? 'archive' : 'unread'
    if (node.name !== 'a') continue
    const record = { ...Object.fromEntries(node.attributes), title: textOf(node).trim(), status }
    found.push({ where: `link ${found.length + 1}`, record })
  }
  return found
}
