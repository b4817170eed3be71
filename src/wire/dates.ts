/** A day as a story names it; `year` is null where it leaves the year to the reader. Months count from 1. */
export type Day = { year: number | null; month: number; day: number }

/** A Day and where in the text it was read, end exclusive. */
export type FoundDay = { value: Day; start: number; end: number }

const monthNames = [
  'january jan janvier janv enero ene januar jänner gennaio gen janeiro januari января янв يناير ژانویه januar',
  'february feb février fevrier févr fév fev febrero februar febbraio fevereiro februari февраля фев февр فبراير فوریه',
  'march mar mars marzo märz maerz mär março marco maart mrt марта мар مارس',
  'april apr avril avr abril abr aprile апреля апр أبريل ابريل إبريل آوریل',
  'may mai mayo maggio mag maio mei мая май مايو مه می',
  'june jun juin junio juni giugno giu junho июня июн يونيو ژوئن',
  'july jul juillet juil julio juli luglio lug julho июля июл يوليو ژوئیه جولای',
  'august aug août aout agosto ago augustus августа авг أغسطس اوت آگوست',
  'september sept sep septembre septiembre setiembre settembre set setembro сентября сен сент سبتمبر سپتامبر',
  'october oct octobre octubre oktober okt ottobre ott outubro out октября окт أكتوبر اكتوبر اکتبر',
  'november nov novembre noviembre novembro ноября ноя نوفمبر نوامبر',
  'december dec décembre decembre déc diciembre dic dezember dez dicembre dezembro december декабря дек ديسمبر دسامبر',
]

const monthNumbers = new Map(
  monthNames.flatMap((line, index) => line.split(' ').map((name) => [name, index + 1] as const)),
)

const digits = '[0-9٠-٩۰-۹]'
const year = `(?<year>(?:19|20)\\d\\d|[٢۲][٠۰]${digits}{2})(?!${digits})`
const month = '(?<month>\\p{L}{2,12})\\.?'
const day = `(?<day>${digits}{1,2})(?!${digits})`

/** The shapes of a day, in any language of the month names; each is tried at one place of the text only. */
const shapes = [
  `${month}\\s{0,2}${day}(?:st|nd|rd|th)?(?:,?\\s{1,2}${year})?`,
  `${day}(?:\\.|st|nd|rd|th|er|º|ª)?\\s{0,2}(?:de\\s|d['’])?${month}(?:(?:,|\\s+del?)?\\s{1,2}${year})?`,
  `${year}-(?<monthNumber>\\d\\d)-${day}`,
  `${day}-${month}-${year}`,
  `${day}\\.\\s?(?<monthNumber>\\d{1,2})\\.\\s?${year}`,
].map((shape) => new RegExp(shape, 'iuy'))

/** The day that starts exactly at `at`, or null. */
export function dayAt(text: string, at: number): FoundDay | null {
  for (const shape of shapes) {
    shape.lastIndex = at
    const match = shape.exec(text)
    const value = match === null ? null : dayOf(match.groups ?? {})
    if (match !== null && value !== null && !/^\p{L}/u.test(text.slice(at + match[0].length))) {
      return { value, start: at, end: at + match[0].replace(/\.$/, '').length }
    }
  }
  return null
}

function dayOf(groups: Record<string, string | undefined>): Day | null {
  const named = monthNumbers.get((groups['month'] ?? '').toLowerCase())
  const numbered = groups['monthNumber'] === undefined ? undefined : numberOf(groups['monthNumber'])
  const month = named ?? numbered
  const day = numberOf(groups['day'] ?? '')
  const year = groups['year'] === undefined ? null : numberOf(groups['year'])
  if (month === undefined || month < 1 || month > 12 || day < 1) return null
  // Without a year the 29th of February must be allowed.
  return day <= daysIn(year ?? 2000, month) ? { year, month, day } : null
}

/** Arabic and Persian digits stand for the ASCII ones, sixteen code points each from theirs. */
function numberOf(text: string): number {
  return Number(text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf)))
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const weekday =
  /(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag/iuy

/** Where a weekday and what parts it from the day after it end; `at` when there is none. */
export function skipWeekday(text: string, at: number): number {
  weekday.lastIndex = at
  const match = weekday.exec(text)
  if (match === null) return at
  const rest = /^(?:,\s*|\s+)(?:the\s|den\s|le\s)?/u.exec(
    text.slice(weekday.lastIndex, weekday.lastIndex + 10),
  )
  return rest === null ? at : weekday.lastIndex + rest[0].length
}

/**
 * The calendar date of a day. Without a year it is the latest such day that was not yet to come anywhere on earth
 * at `reference` (ISO time): a story may be dated a day ahead of UTC. Null for a 29th of February that was not
 * there in the eight years before.
 */
export function isoDateOf(value: Day, reference: string): string | null {
  if (value.year !== null) return format(value.year, value.month, value.day)
  const latest = lastDayOnEarth(reference)
  const lastYear = Number(latest.slice(0, 4))
  for (let year = lastYear; year > lastYear - 9; year -= 1) {
    const date = format(year, value.month, value.day)
    if (date !== null && date <= latest) return date
  }
  return null
}

/** The date it is in the easternmost time zone, 14 hours ahead of UTC. */
function lastDayOnEarth(time: string): string {
  return new Date(Date.parse(time) + 14 * 3_600_000).toISOString().slice(0, 10)
}

function format(year: number, month: number, day: number): string | null {
  if (day > daysIn(year, month)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The day of a line that says nothing else: `Oct. 5, 2026`, `Published: Monday, 5 October 2026, 14:05 GMT`. */
export function readDateLine(line: string): Day | null {
  if (line.length > 80) return null
  const label =
    /^(?:first )?(?:published|updated|posted|date|dated)?\s?(?:on|at)?\s?[:,]?\s*/i.exec(line)?.[0].length ??
    0
  const found = dayAt(line, skipWeekday(line, label))
  if (found === null) return null
  const rest = line.slice(found.end).trim()
  return /^\.?(?:[,|·•-]?\s?(?:at )?\d{1,2}[:.]\d\d.{0,30})?$/.test(rest) ? found.value : null
}
