import type { Direction } from '../model/content.ts'

const rightToLeft =
  /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Samaritan}\p{sc=Mandaic}\p{sc=Adlam}]/gu

/** A long text has its direction from the beginning on: 20,000 units are several pages. */
const sampleLength = 20_000

/** The direction of most of the letters; left to right when there are none. */
export function directionOf(text: string): Direction {
  const letters = (text.slice(0, sampleLength).match(/\p{L}/gu) ?? []).join('')
  const count = (letters.match(rightToLeft) ?? []).length
  return count * 2 > Array.from(letters).length ? 'rtl' : 'ltr'
}
