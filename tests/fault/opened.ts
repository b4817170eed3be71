import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openToServe, openToWrite, type Session } from '../../main/session.ts'
import { ask } from './ask.ts'
import type { Tally } from './kind.ts'
import { ageLeftOvers, filesIn, leftOversIn } from './tree.ts'

/** Opens the library anew, as after a restart, and does something with it; counts it when it will not open. */
export async function withLibrary(
  root: string,
  tally: Tally,
  use: (session: Session) => Promise<void>,
): Promise<void> {
  const opened = await openToWrite(root, 'the check')
  if (!opened.ok) {
    tally.unopened += 1
    return tally.break(`the library would not open: ${JSON.stringify(opened.error)}`)
  }
  try {
    await use(opened.value)
  } finally {
    await opened.value.close()
  }
}

/**
 * The dead writer's lock may be empty now. One that can not be read is respected for 5 s, as its taker may be writing it: a
 * machine takes longer than that to start again.
 */
export function ageLock(root: string): void {
  const minuteAgo = Date.now() / 1000 - 60
  for (const path of filesIn(join(root, '.lectern')).filter((name) => name.startsWith('lock.')))
    utimesSync(join(root, '.lectern', path), minuteAgo, minuteAgo)
}

/** Whether what broken-off writes left is swept away once it is old: the app does it some time after its start. */
export async function checkSweep(root: string, tally: Tally): Promise<void> {
  ageLeftOvers(root)
  const app = await openToServe(root, () => undefined)
  if (!app.ok) {
    tally.unopened += 1
    return tally.break(`the app would not open the library: ${JSON.stringify(app.error)}`)
  }
  for (let waitedMs = 0; leftOversIn(root).length > 0 && waitedMs < sweepWithinMs; waitedMs += 50)
    await sleep(50)
  await app.value.close()
  for (const path of leftOversIn(root)) tally.break(`${path} is not swept away`)
}

/** Far longer than it takes on a busy machine: only a library that is never swept costs the wait. */
const sweepWithinMs = 60_000

/** Nothing may have been found amiss with a library that only lost its writer; an index made anew is no loss. */
export async function checkNothingHappened(session: Session, tally: Tally): Promise<void> {
  const told = await ask(session, 'incident.list', {})
  if (!told.ok) return tally.break(`incident.list: ${JSON.stringify(told.error)}`)
  for (const incident of told.value.incidents.filter(({ kind }) => kind !== 'index-rebuilt')) {
    tally.damaged += 1
    tally.break(JSON.stringify(incident))
  }
}
