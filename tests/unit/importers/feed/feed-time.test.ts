import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFeedTime } from '../../../../src/importers/feed/feed-time.ts'

describe('the times of feeds', () => {
  it.each([
    ['Mon, 09 Apr 2018 18:55:38 GMT', '2018-04-09T18:55:38.000Z', '2018-04-09'],
    ['Mon, 9 Apr 2018 18:55 +0200', '2018-04-09T16:55:00.000Z', '2018-04-09'],
    ['9 Apr 18 23:30:00 EST', '2018-04-10T04:30:00.000Z', '2018-04-09'],
    ['Seg, 24 Set 2018 19:42:40 -0300', '2018-09-24T22:42:40.000Z', '2018-09-24'],
    ['Mi, 05 Okt 2026 08:00:00 +0200', '2026-10-05T06:00:00.000Z', '2026-10-05'],
    ['Thu, 01-Jan-2026 10:00:00 GMT', '2026-01-01T10:00:00.000Z', '2026-01-01'],
    ['Oct 5, 2026 10:00:00', '2026-10-05T10:00:00.000Z', '2026-10-05'],
    ['2017-06-15T10:29:47-07:00', '2017-06-15T17:29:47.000Z', '2017-06-15'],
    ['2018-04-09T19:39:12.675Z', '2018-04-09T19:39:12.000Z', '2018-04-09'],
    ['2026-10-05 08:00:00 +0330', '2026-10-05T04:30:00.000Z', '2026-10-05'],
    ['2026-10-05', '2026-10-05T00:00:00.000Z', '2026-10-05'],
    ['2026-10', '2026-10-01T00:00:00.000Z', '2026-10-01'],
  ])('%s is read', (text, at, day) => {
    expect(readFeedTime(text)).toEqual({ at, day })
  })

  it.each(['', 'yesterday', '2026-02-31', '31 Jun 2026', '5/6/2026', '20260', 'Mon, 09 Nowhere 2018'])(
    '“%s” is no time',
    (text) => {
      expect(readFeedTime(text)).toBeNull()
    },
  )

  it('a time that was written as RFC 822 or ISO is read as what it was', () => {
    const times = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(times, (time) => {
        const at = `${time.toISOString().slice(0, 19)}.000Z`
        expect(readFeedTime(time.toUTCString())?.at).toBe(at)
        expect(readFeedTime(time.toISOString())?.at).toBe(at)
      }),
    )
  })
})
