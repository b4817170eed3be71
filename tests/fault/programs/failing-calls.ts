import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { openToRead, openToWrite } from '../../../main/session.ts'
import { must } from '../ask.ts'
import { FailingCalls, type FailureMode, failureModes } from '../failing-calls.ts'
import { type Round, Tally, trying } from '../kind.ts'
import { logTo } from '../log.ts'
import { checkSweep } from '../opened.ts'
import { type Save, Saves } from '../saves.ts'
import { countTorn, leftOversIn } from '../tree.ts'

// Runs with native/failing-calls.c loaded: lets the 1st, 2nd, 3rd … writing call of a save fail, until it is one that the save
// does not make, for each kind of save and of failure. Prints the row.
const round = JSON.parse(process.argv[2] ?? '') as Round
const uncaught = logTo(join(round.work, 'log'))
const calls = new FailingCalls(process.env['FAULT_CONTROL'] ?? '')
const tally = new Tally()
const seen = { leftOvers: 0, calls: new Map<string, number>() }

for (const [index, mode] of failureModes.entries()) {
  const root = join(process.env['FAULT_ROOT'] ?? '', String(index))
  await failEach(root, mode).catch((error: unknown) => {
    console.error(error)
    tally.break(`${mode}: it did not recover: ${String(error)}`)
  })
}
calls.close()
for (const error of uncaught) tally.break(`uncaught: ${String(error)}`)
const counts = [...seen.calls].map(([name, count]) => `${name} ${count}`).join(', ')
const row = tally.row('n-th call failing', `calls: ${counts}; up to ${seen.leftOvers} left-overs`)
writeSync(1, JSON.stringify([row]) + '\n')
process.exit(0)

async function failEach(root: string, mode: FailureMode): Promise<void> {
  const session = await must(openToWrite(root, 'the failing disk'))
  const saves = await Saves.begin(root, session)
  const unfinished = new Set((await saves.next(0)).map(({ name }) => name))
  // More calls than any save makes: one that always fails would never end.
  for (let nth = 1; unfinished.size > 0 && nth < 300; nth++) {
    for (const save of (await saves.next(nth)).filter(({ name }) => unfinished.has(name))) {
      trying(round, `${mode}, ${save.name}, call ${nth}`)
      if (await failOne(saves, save, { mode, nth })) continue
      unfinished.delete(save.name)
      seen.calls.set(save.name, nth - 1)
    }
  }
  for (const name of unfinished) tally.break(`${name} makes more calls than were tried`)
  seen.leftOvers = Math.max(seen.leftOvers, leftOversIn(root).length)
  await session.close()
  await checkSweep(root, tally)
}

/** Answers whether a call did fail: after the last one there is none that could. */
async function failOne(
  saves: Saves,
  save: Save,
  fault: { mode: FailureMode; nth: number },
): Promise<boolean> {
  const where = `${save.name}, call ${fault.nth}: ${fault.mode}`
  calls.arm(fault.mode, fault.nth)
  const answer = await save.run()
  const hasFailed = calls.disarm()
  if (!hasFailed && !answer.ok)
    tally.break(`${where}: refused without a fault, ${JSON.stringify(answer.error)}`)
  if (!hasFailed) return false
  tally.runs += 1
  tally.acknowledged += 1
  const before = tally.broken.length
  countTorn(saves.root, tally)
  await checkAnew(saves)
  if (!answer.ok) {
    if (!['disk-full', 'write-failed'].includes(answer.error.code)) tally.break(JSON.stringify(answer.error))
    const again = await save.run()
    if (!again.ok && !save.hasHappened())
      tally.break(`again, without a fault: ${JSON.stringify(again.error)}`)
    else await checkAnew(saves)
  }
  if (tally.broken.length > before)
    tally.break(`… that was ${where}, answered ${answer.ok ? 'saved' : answer.error.code}`)
  return true
}

async function checkAnew(saves: Saves): Promise<void> {
  const reading = await openToRead(saves.root)
  if (!reading.ok) {
    tally.unopened += 1
    return tally.break(`the library would not open: ${JSON.stringify(reading.error)}`)
  }
  await saves.check(reading.value, tally)
  await reading.value.close()
}
