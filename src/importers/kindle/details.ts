import { deviceTime } from './device-time.ts'
import { kindOf, type ClippingKind } from './kinds.ts'

/** A place in a book, both ends included: in the device's own locations, or in pages where there are none. */
export type Place = { unit: 'location' | 'page'; from: number; to: number }

/** What the second line of a clipping says. */
export type Details = {
  /** Null where none of the known words is in it. */
  kind: ClippingKind | null
  place: Place | null
  /** Whether the place is written with a start and an end, be they the same: so are those of highlights, and of nothing else. */
  isRange: boolean
  /** The number of the page; null without one, also for the Roman numbers in front of the first chapter. */
  page: number | null
  addedAt: string | null
}

/** The longest that a device writes has some 150 characters. */
const longestDetails = 500

/** `-`, in Russian `–`. */
export const detailsStart = /^\s*[-–—•]\s*\S/

const number = String.raw`(\d+)(?:\s?(?:[-–—~〜]|t/m)\s?(\d+))?`

/** What a page is called on the devices, in front of its number and behind it. */
const pageBefore = new RegExp(
  String.raw`(?:page|seite|p[áa]gina|страниц\p{L}*|стр\.?|strona|stronie|stran\p{L}*|sayfa|sidan?|side|sivu\p{L}*|صفحة|पृष्ठ|पेज|第)\s*(?:${number}|[ivxlcdm]+(?![\p{L}\d]))`,
  'iu',
)
const pageBehind = new RegExp(String.raw`${number}\.?\s?(?:ページ|页|頁|페이지|쪽|sayfa\p{L}*)`, 'iu')
const anyNumber = new RegExp(number, 'gu')

/** Reads the line in whatever language the device was set to; null for one that is none. */
export function readDetails(line: string): Details | null {
  if (line.length > longestDetails || !detailsStart.test(line)) return null
  const parts = westernDigits(line.normalize('NFKC')).split('|')
  const last = parts.length > 1 ? deviceTime(parts.at(-1) ?? '') : null
  // A time that is none is no place either.
  const isTime = last !== null || (parts.length > 1 && /^\D*$|\d[:.]\d\d(?!\d)/.test(parts.at(-1) ?? ''))
  const text = (isTime ? parts.slice(0, -1) : parts).join(' | ')
  const kind = kindOf(text)
  const page = pageBehind.exec(text) ?? pageBefore.exec(text)
  const rest = page === null ? text : text.replace(page[0], ' ')
  const location = [...rest.matchAll(anyNumber)].at(-1)
  // A device in a language of its own digits and words still parts what it says by strokes.
  if (kind === null && location === undefined && page === null && parts.length === 1) return null
  const written = location ?? page
  return {
    kind,
    place: placeOf('location', location) ?? placeOf('page', page ?? undefined),
    isRange: written?.[2] !== undefined,
    page: page?.[1] === undefined ? null : Number(page[1]),
    addedAt: last,
  }
}

function placeOf(unit: Place['unit'], found: RegExpMatchArray | undefined): Place | null {
  const [, from, to] = found ?? []
  if (from === undefined) return null
  return { unit, from: Number(from), to: Math.max(Number(from), Number(fullEnd(from, to ?? from))) }
}

/** The first devices left out what both ends begin with: `680-82`. */
function fullEnd(from: string, to: string): string {
  return to.length < from.length ? from.slice(0, from.length - to.length) + to : to
}

/** Arabic, Persian and Hindi devices write digits of their own. */
function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९]/g, (digit) => {
    const code = digit.charCodeAt(0)
    // The zeros are at 0660 and 06F0, and at 0966.
    return String(code < 0x900 ? code & 0xf : code - 0x966)
  })
}
