import type { Block } from '../../src/model/content.ts'

/** For each block the number of the page that begins with it; null where none does. */
export function pageStarts(blocks: readonly Block[]): (number | null)[] {
  let current: number | undefined
  return blocks.map(({ page }) => {
    if (page === undefined || page === current) return null
    current = page
    return page
  })
}
