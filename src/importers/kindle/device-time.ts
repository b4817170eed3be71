import { monthNamed } from './month-names.ts'

/**
 * The time in a clipping's second line, written in any of the device's languages: an ISO date-time. The device's clock has no zone;
 * it counts as UTC, so that it is the same wherever it is read. Null where there is no date. The text is to be in NFKC.
 */
export function deviceTime(text: string): string | null {
  const day = numberedDay(text) ?? namedDay(text)
  if (day === null) return null
  const { hour, minute, second } = clockIn(text)
  const at = Date.UTC(day.year, day.month - 1, day.day, hour, minute, second)
  // A 31st of February would be another day.
  const isDay = new Date(at).getUTCMonth() === day.month - 1 && hour < 24 && minute < 60 && second < 60
  return isDay ? new Date(at).toISOString() : null
}

type Day = { year: number; month: number; day: number }

const eastAsian = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})/
const yearFirst = /(\d{4})[-/.]\s?(\d{1,2})[-/.]\s?(\d{1,2})(?!\d)/
const yearLast = /(?<!\d)(\d{1,2})[-/.]\s?(\d{1,2})[-/.]\s?(\d{4})(?!\d)/

function numberedDay(text: string): Day | null {
  const first = eastAsian.exec(text) ?? yearFirst.exec(text)
  if (first !== null) return { year: Number(first[1]), month: Number(first[2]), day: Number(first[3]) }
  const last = yearLast.exec(text)
  if (last === null) return null
  const [one, two, year] = last.slice(1).map(Number) as [number, number, number]
  // Only the United States write the month first.
  return two > 12 ? { year, month: one, day: two } : { year, month: two, day: one }
}

/** `Monday, April 21, 2025`, `26 March 2016`, `Montag, 25. September 2023`, `12 de marzo de 2024`, `3 December 12`. */
function namedDay(text: string): Day | null {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+\.?/gu) ?? []
  const month = words.map(monthNamed).find((number) => number !== undefined)
  const numbers = text.replace(clock, ' ').match(/\d+/g) ?? []
  const year = numbers.find((number) => number.length === 4) ?? numbers[1]
  const day = numbers.find((number) => number !== year) ?? (numbers.length > 1 ? year : undefined)
  if (month === undefined || year === undefined || day === undefined) return null
  // The first devices are of 2007: two digits mean this century.
  return { year: year.length === 2 ? 2000 + Number(year) : Number(year), month, day: Number(day) }
}

const clock = /(\d{1,2}):(\d{2})(?::(\d{2}))?|\bkl(?:o|\.)?\s*(\d{1,2})\.(\d{2})(?:\.(\d{2}))?/u
const beforeNoon = /(?:上午|午前|凌晨|早上|오전)\s*$|^\s*(?:a\.?\s?m\b|ص(?!\p{L})|पूर्वाह्न)/iu
const afterNoon = /(?:下午|午後|午后|晚上|中午|오후)\s*$|^\s*(?:p\.?\s?m\b|م(?!\p{L})|अपराह्न)/iu

function clockIn(text: string): { hour: number; minute: number; second: number } {
  const found = clock.exec(text)
  if (found === null) return { hour: 0, minute: 0, second: 0 }
  const [all, a, b, c, d, e, f] = found
  const hour = Number(a ?? d)
  const around = [text.slice(0, found.index), text.slice(found.index + all.length)]
  const is = (half: RegExp): boolean => around.some((side) => half.test(side))
  const shift = is(afterNoon) && hour < 12 ? 12 : is(beforeNoon) && hour === 12 ? -12 : 0
  return { hour: hour + shift, minute: Number(b ?? e), second: Number(c ?? f ?? 0) }
}
