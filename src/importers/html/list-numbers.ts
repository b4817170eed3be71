import type { Element } from '../../markup/tree.ts'
import { childrenNamed } from '../../markup/walk.ts'

/** What the items of an ordered list are labelled with (HTML, 4.4.5 to 4.4.8: start, reversed, value). */
export function numbersOf(list: Element): Map<Element, number> {
  const items = childrenNamed(list, 'li')
  const isReversed = list.attributes.has('reversed')
  const numbers = new Map<Element, number>()
  let next = integer(list.attributes.get('start')) ?? (isReversed ? items.length : 1)
  for (const item of items) {
    const number = integer(item.attributes.get('value')) ?? next
    numbers.set(item, number)
    next = number + (isReversed ? -1 : 1)
  }
  return numbers
}

function integer(value: string | undefined): number | null {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isSafeInteger(number) ? number : null
}
