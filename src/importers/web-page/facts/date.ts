import { dayAt, skipWeekday } from '../../../wire/dates.ts'

/**
 * Which number of `03/04/2020` is the month: the first in the United States, the second nearly everywhere else.
 */
export type Order = 'day-first' | 'month-first'

const digit = '[0-9٠-٩۰-۹]'
const numbers = (count: string): string => `(?<!${digit})(${digit}{${count}})`

/** 2020-01-23, 2020/1/23, 2020.01.23., 2020年1月23日, 2020년 1월 23일 */
const yearFirst = new RegExp(
  `${numbers('4')}(?:\\s?[-/.年년]\\s?)(${digit}{1,2})(?:\\s?[-/.月월]\\s?)(${digit}{1,2})(?!${digit})`,
  'u',
)
/** 20200123, as `citation_date` and URLs have it. */
const compact = /^((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?:T|$)/
/** 23.01.2020, 23/1/2020, 23-01-2020, 23.1.20 */
const yearLast = new RegExp(
  `${numbers('1,2')}\\s?([-/.])\\s?(${digit}{1,2})\\s?\\2\\s?(${digit}{4}|${digit}{2})(?!${digit}|[.:]${digit})`,
  'u',
)
/** Seconds or milliseconds since 1970. */
const epoch = /^\d{10}(?:\d{3})?$/

/** Times that are no longer than this are looked through for a date in words. */
const longestText = 200

/**
 * The calendar date that a text gives, with its year, as it is written there: what time it is elsewhere does not count. Null where
 * there is none.
 */
export function dateIn(text: string, order: Order): string | null {
  const value = text.trim().slice(0, longestText)
  if (epoch.test(value)) return fromEpoch(Number(value))
  const [, year, month, day] = compact.exec(value) ?? yearFirst.exec(value) ?? []
  if (year !== undefined) return isoDate(numberOf(year), numberOf(month), numberOf(day))
  return inWords(value) ?? lastYear(value, order)
}

function fromEpoch(value: number): string {
  return new Date(value > 1e11 ? value : value * 1000).toISOString().slice(0, 10)
}

function lastYear(value: string, order: Order): string | null {
  const match = yearLast.exec(value)
  if (match === null) return null
  const [one, two] = [numberOf(match[1]), numberOf(match[3])]
  const written = numberOf(match[4])
  const year = written < 100 ? shortYear(written) : written
  // A full stop parts day and month only where the day comes first.
  const isMonthFirst = (order === 'month-first' && match[2] !== '.' && one <= 12) || two > 12
  return isMonthFirst ? isoDate(year, one, two) : isoDate(year, two, one)
}

/** The web began in the nineties. */
function shortYear(year: number): number {
  return year >= 90 ? 1900 + year : 2000 + year
}

/** `23. Januar 2020`, `Jan 23, 2020`, in the languages of the wires. */
function inWords(text: string): string | null {
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    const found = dayAt(text, skipWeekday(text, index))
    if (found !== null && found.value.year !== null) {
      const { year, month, day } = found.value
      return isoDate(year, month, day)
    }
  }
  return null
}

/** Persian years that are meant: those of the web, in the calendar of the sun. */
const persianYears = { least: 1370, greatest: 1450 }

function isoDate(year: number, month: number, day: number): string | null {
  if (year >= persianYears.least && year <= persianYears.greatest) return fromPersian(year, month, day)
  const date = new Date(Date.UTC(year, month - 1, day))
  const isThere = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000
  return isThere ? date.toISOString().slice(0, 10) : null
}

/** Days from the Persian new year of 1370, which was 21 March 1991; the calendar leaps each 33 years in the same eight of them. */
function fromPersian(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  let days = day - 1 + (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30)
  for (let past = 1370; past < year; past += 1) days += isPersianLeap(past) ? 366 : 365
  return new Date(Date.UTC(1991, 2, 21) + days * 86_400_000).toISOString().slice(0, 10)
}

function isPersianLeap(year: number): boolean {
  return [1, 5, 9, 13, 17, 22, 26, 30].includes(year % 33)
}

/** Arabic and Persian digits stand for the ASCII ones, sixteen code points each from theirs. */
function numberOf(text: string | undefined): number {
  return Number((text ?? '').replace(/[٠-٩۰-۹]/g, (one) => String(one.charCodeAt(0) & 0xf)))
}
