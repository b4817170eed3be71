import { z } from 'zod'
import { DeviceId } from './ids.ts'

/**
 * A hybrid logical clock's reading: the time, then a counter for what is written within one millisecond or while the clock
 * stands behind what was already written: `2026-10-05T09:12:00.000Z-0000`. As text it sorts in the order of writing.
 */
export const Stamp = z
  .string()
  // Before the year 9000, so that there is always a next one.
  .regex(
    /^[0-8]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}\.\d{3}Z-[0-9a-f]{4}$/,
  )
export type Stamp = z.infer<typeof Stamp>

/** A version vector: of each device the newest edit that was known. A device's stamps only grow. */
export const Seen = z.record(DeviceId, Stamp)
export type Seen = z.infer<typeof Seen>

/**
 * The schema of one edit: when its device made it, what that device had seen of the thing by then, and the fields it set.
 * The device is the one whose file the edit stands in.
 */
export function edit<F extends z.ZodRawShape>(fields: F) {
  return z.object({ at: Stamp, seen: Seen, ...z.object(fields).partial().shape })
}
