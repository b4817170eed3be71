import type { Json } from '../importer.ts'
import { readFeedTime } from '../feed/feed-time.ts'

const iso =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,3})\d*)?)?)?\s*(?:Z|UTC|GMT|([+-]\d\d):?(\d\d)?)?$/i

/** The longest way to write a time, with its day of the week and the name of its zone, takes some sixty characters. */
const longestTime = 100

/**
 * A time as services write it, as an ISO date-time in UTC: seconds, milliseconds or microseconds since 1970, or
 * microseconds since 1601, as a number or in digits; ISO 8601 with all that is done to it; else as in mails and feeds. Null for nothing, zero and what is no time.
 */
export function timeOf(value: Json | undefined): string | null {
  if (typeof value === 'number') return timeOfNumber(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (text.length > longestTime) return null
  if (/^\d+(\.\d+)?$/.test(text)) return timeOfNumber(Number(text))
  const [all, date = '', minutes = '00:00', seconds = '00', fraction = '', hours = '+00', rest = '00'] =
    iso.exec(text) ?? []
  if (all === undefined) return readFeedTime(text)?.at ?? null
  return timeAt(Date.parse(`${date}T${minutes}:${seconds}.${fraction.padEnd(3, '0')}${hours}:${rest}`))
}

/** The day of a time, as its writer saw it; an ISO date. */
export function dayOf(value: Json | undefined): string | null {
  const written = typeof value === 'string' ? /^\d{4}-\d\d-\d\d(?!\d)/.exec(value.trim())?.[0] : undefined
  return written ?? timeOf(value)?.slice(0, 10) ?? null
}

/** Below this are years, counts and other small numbers: in seconds, it is March 1973. */
const leastSeconds = 100_000_000

function timeOfNumber(number: number): string | null {
  if (number < leastSeconds) return null
  // Seconds are below 10^11 until the year 5138, milliseconds below 10^14, microseconds below 10^16 until 2286.
  if (number < 1e11) return timeAt(Math.floor(number * 1000))
  if (number < 1e14) return timeAt(Math.floor(number))
  return timeAt(Math.floor(number / 1000) - (number < 1e16 ? 0 : chromeEpoch))
}

/** Chrome counts microseconds from the start of 1601: so many milliseconds before 1970. */
const chromeEpoch = 11_644_473_600_000

function timeAt(ms: number): string | null {
  // The last millisecond of the year 9999: what comes later is written in another way.
  return Number.isFinite(ms) && ms >= 0 && ms <= 253_402_300_799_999 ? new Date(ms).toISOString() : null
}
