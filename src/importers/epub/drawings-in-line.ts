import type { Element } from '../../markup/tree.ts'
import { isBlock, isHidden } from '../html/display.ts'

/** A paragraph while it is looked through. */
type Line = { drawings: Element[]; hasWords: boolean }

/** The drawings that stand among the words of a paragraph, and are signs or formulas in it: all others are pictures to look at. */
export function drawingsInLine(root: Element): Set<Element> {
  const found = new Set<Element>()
  readBlock(root, found)
  return found
}

function readBlock(block: Element, found: Set<Element>): void {
  const line: Line = { drawings: [], hasWords: false }
  readLine(block, line, found)
  if (line.hasWords) for (const drawing of line.drawings) found.add(drawing)
}

function readLine(element: Element, line: Line, found: Set<Element>): void {
  for (const child of element.children) {
    if (child.kind === 'text') line.hasWords ||= /[\p{L}\p{N}]/u.test(child.text)
    else if (child.name === 'svg') line.drawings.push(child)
    else if (isBlock(child)) readBlock(child, found)
    else if (!isHidden(child)) readLine(child, line, found)
  }
}
