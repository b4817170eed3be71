import { expect, test } from 'vitest'
import { stampAfter, timeOf } from '../../../src/merge/clock.ts'
import { Stamp } from '../../../src/model/edit.ts'

const noon = '2026-10-05T12:00:00.000Z'

test('the first stamp tells the time', () => {
  expect(stampAfter(noon, null)).toBe(`${noon}-0000`)
  expect(timeOf(`${noon}-0000`)).toBe(noon)
  expect(stampAfter('2026-10-05T12:00:00Z', null)).toBe(`${noon}-0000`)
})

test('what is written within one millisecond is counted', () => {
  expect(stampAfter(noon, `${noon}-0000`)).toBe(`${noon}-0001`)
  expect(stampAfter(noon, `${noon}-00ff`)).toBe(`${noon}-0100`)
})

test('a clock that went ten years back is not followed', () => {
  expect(stampAfter('2016-10-05T12:00:00.000Z', `${noon}-0003`)).toBe(`${noon}-0004`)
})

test('where the count is full the time goes on by a millisecond', () => {
  const next = stampAfter(noon, `${noon}-ffff`)
  expect(next).toBe('2026-10-05T12:00:00.001Z-0000')
  expect(Stamp.parse(next)).toBe(next)
  expect(next > `${noon}-ffff`).toBe(true)
})

test('what is no time is no stamp', () => {
  for (const time of [
    '2026-13-05T12:00:00.000Z',
    '2026-10-00T12:00:00.000Z',
    '2026-10-05T24:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
  ]) {
    expect(Stamp.safeParse(`${time}-0000`).success).toBe(false)
  }
})
