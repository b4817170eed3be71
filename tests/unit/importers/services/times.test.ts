import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, timeOf } from '../../../../src/importers/services/times.ts'

test.each([
  [1_600_322_788, '2020-09-17T06:06:28.000Z'],
  ['1600322788', '2020-09-17T06:06:28.000Z'],
  ['1600322788.5', '2020-09-17T06:06:28.500Z'],
  [1_600_322_788_123, '2020-09-17T06:06:28.123Z'],
  ['1600322788123456', '2020-09-17T06:06:28.123Z'],
  // Chrome's, from 1601.
  ['13244796388123456', '2020-09-17T06:06:28.123Z'],
  ['2016-09-08T11:55:58+0200', '2016-09-08T09:55:58.000Z'],
  ['2026-10-06 04:33:50.123456+00:00', '2026-10-06T04:33:50.123Z'],
  ['2026-10-06T04:33:50Z', '2026-10-06T04:33:50.000Z'],
  ['2026-10-06T04:33-03', '2026-10-06T07:33:00.000Z'],
  ['2026-10-06 04:33:50', '2026-10-06T04:33:50.000Z'],
  ['2026-10-06', '2026-10-06T00:00:00.000Z'],
  ['Tue, 06 Oct 2026 04:33:50 +0100', '2026-10-06T03:33:50.000Z'],
])('%j is %s', (written, time) => {
  expect(timeOf(written)).toBe(time)
})

test.each([0, '0', '', 'soon', -5, 12, '2026-13-45', true, null, undefined, Number.NaN, 1e300])(
  '%j is no time',
  (value) => {
    expect(timeOf(value)).toBeNull()
  },
)

test('a day is the one that was written, not that of UTC', () => {
  expect(dayOf('2026-10-06T00:30:00+02:00')).toBe('2026-10-06')
  expect(dayOf(1_600_322_788)).toBe('2020-09-17')
  expect(dayOf('some day')).toBeNull()
})

test('every time since 1974 comes back from what services write', () => {
  const time = fc.date({ min: new Date('1974-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(time, (date) => {
      expect(timeOf(date.toISOString())).toBe(date.toISOString())
      expect(timeOf(date.getTime())).toBe(date.toISOString())
      expect(timeOf(Math.floor(date.getTime() / 1000))?.slice(0, 19)).toBe(date.toISOString().slice(0, 19))
    }),
  )
})
