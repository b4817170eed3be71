import type { Furniture } from '../../model/content.ts'
import type { Page } from './read-page.ts'

/** Says which pages have no text, or stand beyond the last one that is read; `all` is how many there are. */
export function missingText(pages: readonly Page[], all: number): Furniture[] {
  const empty = pages.filter((page) => page.runs.length === 0).map((page) => page.number)
  const sentences = [
    ...(empty.length === 0 ? [] : [sentenceOf(empty)]),
    ...(all > pages.length ? [`Pages ${pages.length + 1}–${all} were not read.`] : []),
  ]
  return sentences.map((text) => ({ part: 'note', position: 'after', text }))
}

/** `Page 3 has …`, `Pages 3–5, 9 have …`. */
function sentenceOf(pages: readonly number[]): string {
  if (pages.length === 1) return `Page ${pages[0]} has no text: it is blank or a picture.`
  const ranges: [first: number, last: number][] = []
  for (const page of pages) {
    const range = ranges.at(-1)
    if (range !== undefined && range[1] === page - 1) range[1] = page
    else ranges.push([page, page])
  }
  const listed = ranges.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(', ')
  return `Pages ${listed} have no text: they are blank or pictures.`
}
