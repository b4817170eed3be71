import type { Stamp } from '../model/edit.ts'

/** Four hexadecimal digits count what is written within one millisecond. */
const counts = 0x10000

/** A hybrid logical clock's next reading: `now`, or what follows `latest` where the clock does not stand behind it. */
export function stampAfter(now: string, latest: Stamp | null): Stamp {
  const time = new Date(now).toISOString()
  if (latest === null || time > timeOf(latest)) return stamp(time, 0)
  const count = Number.parseInt(latest.slice(-4), 16) + 1
  if (count < counts) return stamp(timeOf(latest), count)
  return stamp(new Date(Date.parse(timeOf(latest)) + 1).toISOString(), 0)
}

/** The time a stamp tells, which is as right as the clock was. */
export function timeOf(stamp: Stamp): string {
  return stamp.slice(0, -5)
}

function stamp(time: string, count: number): Stamp {
  return `${time}-${count.toString(16).padStart(4, '0')}`
}
