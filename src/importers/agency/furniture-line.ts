import type { Furniture } from '../../model/content.ts'

/** A line around the story; none where there are no words. */
export function furnitureLine(
  part: Furniture['part'],
  position: Furniture['position'],
  text: string | null | undefined,
): Furniture[] {
  const line = (text ?? '').replace(/\s+/g, ' ').trim()
  return line === '' ? [] : [{ part, position, text: line }]
}
