import { IsoDate } from '../../model/article.ts'

/**
 * The day of a time as agencies write it: `20261005T080000Z`, `2026-10-05T08:00:00+02:00`, `20261005`. It is the day where the time
 * was written, whatever its zone.
 */
export function dayOfStamp(stamp: string | null | undefined): string | null {
  const match = /^\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(stamp ?? '')
  return match === null ? null : (IsoDate.safeParse(match.slice(1).join('-')).data ?? null)
}
