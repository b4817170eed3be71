import { dayAt } from '../../wire/dates.ts'

/** A time as an ISO date-time in UTC, and the day it was where it was written. */
export type FeedTime = { at: string; day: string }

/** Hours from UTC: those of RFC 822, and the ones that European feeds write. */
const zones: Record<string, number> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  BST: 1,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  JST: 9,
}

/**
 * A time as feeds write it: RFC 822 with all that is done to it (names of days and months in other languages, no seconds, years
 * of two digits, names of zones), RFC 3339 and its shorter kin. Without a zone it is taken for UTC; null where there is no day.
 */
export function readFeedTime(text: string | undefined): FeedTime | null {
  const written = (text ?? '').trim()
  const day = isoDay(written) ?? namedDay(written)
  if (day === null) return null
  const [, hours = '0', minutes = '0', seconds = '0'] = /(\d{1,2}):(\d\d)(?::(\d\d))?/.exec(day.rest) ?? []
  const [year = 0, month = 1, date = 1] = day.day.split('-').map(Number)
  const local = Date.UTC(year, month - 1, date, Number(hours), Number(minutes), Math.min(59, Number(seconds)))
  const at = new Date(local - minutesOfZone(day.rest) * 60_000)
  return isDate(day.day) && year > 0 ? { at: at.toISOString(), day: day.day } : null
}

type Read = { day: string; rest: string }

function isoDay(text: string): Read | null {
  const [all, year, month = '01', date = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d/.])/.exec(text) ?? []
  return all === undefined ? null : { day: `${year}-${month}-${date}`, rest: text.slice(all.length) }
}

/** `Seg, 24 Set 2018 19:42:40 -0300`, `Apr 9, 2018`, `09 Apr 18 18:55 GMT` */
function namedDay(text: string): Read | null {
  const from = /^\p{L}+\.?,?\s+(?=\d)/u.exec(text)?.[0].length ?? 0
  const full = text.replace(/^(.{0,30}?\d{1,2}[ -]\p{L}{3,}\.?[ -])(\d\d)(?=\s|$)/u, '$120$2')
  const parted = full.replace(/(\d)-(\p{L}+)-(\d)/u, '$1 $2 $3')
  const found = dayAt(parted, 0) ?? dayAt(parted, from)
  if (found?.value.year == null) return null
  const { year, month, day } = found.value
  return { day: `${year}-${padded(month)}-${padded(day)}`, rest: full.slice(found.end) }
}

function minutesOfZone(rest: string): number {
  const [, sign, hours = '0', minutes = '0'] =
    /:\d\d(?:\.\d+)?\s*([+-])(\d\d):?(\d\d)?\s*(?:\(|$)/.exec(rest) ?? []
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  return (zones[/\s([A-Z]{2,4})$/.exec(rest)?.[1] ?? ''] ?? 0) * 60
}

function padded(number: number): string {
  return String(number).padStart(2, '0')
}

/** Months have 12 numbers and days depend on them: the 31st of June is none. */
function isDate(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day)
}
