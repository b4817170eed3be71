import type { Kind } from './kind.ts'
import { clockJumps } from './kinds/clock-jumps.ts'
import { damage } from './kinds/damage.ts'
import { failingCalls } from './kinds/failing-calls.ts'
import { fullDisk } from './kinds/full-disk.ts'
import { goldenTrace } from './kinds/golden-trace.ts'
import { kill } from './kinds/kill.ts'
import { powerCut } from './kinds/power-cut.ts'
import { readOnly } from './kinds/read-only.ts'
import { takingIn } from './kinds/taking-in.ts'
import { twoInstances } from './kinds/two-instances.ts'

/** The slowest first, so that two lanes end at about the same time. */
export const kinds: Record<string, Kind> = {
  kill,
  'two-instances': twoInstances,
  'power-cut': powerCut,
  'failing-calls': failingCalls,
  'full-disk': fullDisk,
  'taking-in': takingIn,
  damage,
  'clock-jumps': clockJumps,
  'read-only': readOnly,
  'golden-trace': goldenTrace,
}

export const kindNames = Object.keys(kinds)
