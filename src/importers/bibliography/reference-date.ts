import { isoDateOf, readDateLine } from '../../wire/dates.ts'
import { noDate, type ReferenceDate } from './reference.ts'

/** A date as bibliographies write it: `2026-10-05`, `2026/10/05/`, `2019///`, `5 October 2026`, `ca. 2019`, a span of days. */
export function readReferenceDate(text: string | null): ReferenceDate {
  const trimmed = text?.trim() ?? ''
  if (trimmed === '') return noDate
  const [, year = '', month = '', day = ''] =
    /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?/.exec(trimmed) ?? []
  if (year !== '' && month !== '') return dateOfParts([year, month, day])
  const named = readDateLine(trimmed)
  const published = named?.year == null ? null : isoDateOf(named, `${named.year}-01-01T00:00:00.000Z`)
  return { published, text: trimmed.replace(/\/+$/, '') }
}

/** Of year, month and day as numbers or their digits; what comes after a missing part does not count. */
export function dateOfParts(parts: readonly (string | number)[]): ReferenceDate {
  const [year = NaN, month = NaN, day = NaN] = parts.map((part) => (part === '' ? NaN : Number(part)))
  if (!Number.isInteger(year)) return noDate
  const isMonth = Number.isInteger(month) && month >= 1 && month <= 12
  const at = new Date(Date.UTC(year, month - 1, day))
  const isDay = isMonth && year >= 1000 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  const text = isMonth ? `${year}-${String(month).padStart(2, '0')}` : String(year)
  return isDay ? { published: at.toISOString().slice(0, 10), text } : { published: null, text }
}
