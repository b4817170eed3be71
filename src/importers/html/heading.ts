import type { Element } from '../../markup/tree.ts'
import { firstNamed, textOf } from '../../markup/walk.ts'

/** Headings have a line or two, which is 300 characters at most; this leaves room for what is laid out in spaces. */
const longestHeading = 1000

/** Whether a heading was never closed: then it holds the paragraphs after it. */
export function isUnclosed(heading: Element): boolean {
  const holdsBlocks = firstNamed(heading, 'p', 'div', 'ul', 'ol', 'table', 'blockquote') !== null
  return holdsBlocks && textOf(heading).length > longestHeading
}
