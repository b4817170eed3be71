import { expect, test } from 'vitest'
import {
  count,
  dateAndTime,
  languageName,
  longDate,
  minutesText,
  shortDate,
} from '../../../../renderer/ui/formats.ts'

const now = new Date('2026-03-01T12:00:00Z')

test('a date of this year is written without it', () => {
  expect(shortDate('2026-01-12', 'en', now)).toBe('12 Jan')
  expect(shortDate('2025-12-31', 'en', now)).toBe('31 Dec 2025')
})

test('a date is the same day in every time zone', () => {
  expect(longDate('2026-01-01', 'en')).toBe('1 January 2026')
})

test('a Persian article has Persian digits and the Persian calendar', () => {
  expect(longDate('2026-01-12', 'fa')).toContain('دی')
  expect(count(1284, 'fa')).toBe('۱٬۲۸۴')
  expect(minutesText(950, 'fa')).toBe('۴ دقیقه')
})

test('even the shortest story takes a minute', () => {
  expect(minutesText(0, 'en')).toBe('1 min')
  expect(minutesText(714, 'en-GB')).toBe('3 min')
})

test('a language that is none does no harm', () => {
  expect(shortDate('2026-01-12', 'abcd', now)).toBe('12 Jan')
  expect(minutesText(238, 'en-x')).toBe('1 min')
  expect(languageName('abcd')).toBe('abcd')
})

test('a moment says its year only where it is not this one', () => {
  expect(dateAndTime('2026-06-12T12:00:00.000Z', now)).toMatch(/^1[123] Jun(e)?, \d\d:\d\d$/)
  expect(dateAndTime('2025-06-12T12:00:00.000Z', now)).toMatch(/^1[123] Jun(e)? 2025, \d\d:\d\d$/)
})
