import { descendantsNamed, firstNamed, textOf } from '../../markup/walk.ts'
import type { Element } from '../../markup/tree.ts'

/** The words of an element on one line; null where there are none, or no element. */
export function lineIn(element: Element | null | undefined): string | null {
  const line = element == null ? '' : textOf(element).replace(/\s+/g, ' ').trim()
  return line === '' ? null : line
}

/** The words of the first element of a name within another. */
export function firstLine(within: Element, ...names: readonly string[]): string | null {
  return lineIn(firstNamed(within, ...names))
}

/** An attribute of the first element of a name that has it. */
export function firstAttribute(within: Element, name: string, attribute: string): string | null {
  for (const element of descendantsNamed(within, name)) {
    const value = element.attributes.get(attribute)?.trim() ?? ''
    if (value !== '') return value
  }
  return null
}
