/** What stands before the items of a list. */
export type Marker = 'bullet' | 'number'

const bullet = /^[•◦‣⁃∙●○■□▪▫◆◇➢➤✓✔\u{f0a7}\u{f0b7}\u{f0d8}]\s*|^[-–—*]\s+(?=\S)/u

const number = /^(?:\((\d{1,3}|[a-z])\)|(\d{1,3}|[a-z])[.)])\s+(?=\S)/iu

/** What a line opens with; null where it is none of a list's. */
export function markerOf(text: string): Marker | null {
  if (bullet.test(text)) return 'bullet'
  return number.test(text) ? 'number' : null
}

/** How many characters a marker has, and the number in it; null where it has none, or a letter. */
export function readMarker(text: string): { length: number; number: number | null } {
  const found = bullet.exec(text) ?? number.exec(text)
  const digits = Number(found?.[1] ?? found?.[2] ?? Number.NaN)
  return { length: found?.[0].length ?? 0, number: Number.isNaN(digits) ? null : digits }
}
