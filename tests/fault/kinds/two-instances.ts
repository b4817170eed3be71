import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Layout } from '../../../main/library/files/layout.ts'
import type { Holder } from '../../../main/library/lock.ts'
import { currentFormat } from '../../../src/model/format.ts'
import { randomOf, type Round, type Row, Tally, trying } from '../kind.ts'
import { Ledger } from '../ledger.ts'
import { withLibrary } from '../opened.ts'
import type { WriterPlan } from '../writer-line.ts'
import { linesOf, type Program, says, startWriter } from '../writer-process.ts'

/** Two processes and one library: only one is let in at a time, and nothing of either is lost. */
export async function twoInstances(round: Round): Promise<Row[]> {
  return Promise.all([contend(round), stopHolder(round), meetStaleLocks(round)])
}

function planOf(root: string, name: string, operations: number | null): WriterPlan {
  const seed = 1
  return { root, name, seed, atOnce: 1, imports: 0.1, operations, pauseMs: 5, articles: [] }
}

/** The holder dies; three want in at the same moment. Then one ends as it should, and one whose process id was reused. */
async function contend(round: Round): Promise<Row> {
  const tally = new Tally()
  const random = randomOf(round, 20)
  const root = join(round.work, 'library')
  for (tally.runs = 0; tally.runs < (round.isLong ? 200 : 5); tally.runs++) {
    trying(round, `run ${tally.runs}`)
    const holder = startWriter(round.programs, planOf(root, 'the holder', null))
    await holder.until(random.between(1, 5), says('saved'))
    const contenders = [1, 2, 3].map((number) =>
      startWriter(round.programs, planOf(root, `contender ${number}`, 4)),
    )
    await sleep(random.between(0, 400))
    // The one ends its work and hands the library over, the other dies with it in its hands.
    if (tally.runs % 2 === 0) holder.child.stdin?.end()
    else await holder.kill()
    await Promise.all([holder, ...contenders].map((program) => program.ended))
    await checkRun(root, [holder, ...contenders], tally)
  }
  return tally.row('two instances', 'a holder and three who want in; every other holder is killed')
}

async function checkRun(root: string, programs: Program[], tally: Tally): Promise<void> {
  const spans = programs.flatMap((program) => spanOf(program, tally))
  spans.sort((a, b) => a.from - b.from)
  for (const [index, span] of spans.entries()) {
    const next = spans[index + 1]
    if (next !== undefined && next.from < span.to)
      tally.break(`two held the library at once: ${JSON.stringify([span, next])}`)
  }
  await withLibrary(root, tally, async (session) => {
    for (const program of programs) {
      const ledger = new Ledger(root)
      ledger.take(linesOf(program))
      tally.acknowledged += ledger.acknowledged
      await ledger.check(session, tally)
    }
  })
}

/** From when to when a program was sure to hold the library, on the clock all share; none for one that was killed early. */
function spanOf(program: Program, tally: Tally): { from: number; to: number }[] {
  const lines = linesOf(program)
  const opened = lines.find(({ did }) => did === 'opened')
  const last = lines.findLast(({ did }) => did !== 'closed')
  if (lines.some(({ did }) => did === 'not-opened') || program.errors !== '')
    tally.break(`not let in: ${JSON.stringify(lines[0])} ${program.errors}`)
  return opened === undefined || last === undefined ? [] : [{ from: opened.atUs, to: last.atUs }]
}

/** Locks that nobody holds any more, as a crash, a power cut or a restart leaves them: none may keep anybody out. */
async function meetStaleLocks(round: Round): Promise<Row> {
  const tally = new Tally()
  const reused = { format: currentFormat, pid: process.pid, born: '1', name: 'one long gone', address: null }
  const now = Date.now() / 1000
  const yearSeconds = 365 * 24 * 60 * 60
  const locks = [
    {
      name: 'of a process whose number another has now',
      text: JSON.stringify(reused satisfies Holder),
      time: now,
    },
    { name: 'empty', text: '', time: now - 60 },
    { name: 'garbage', text: '\0\0\0\0', time: now - 60 },
    { name: 'empty and written while the clock was a year ahead', text: '', time: now + yearSeconds },
  ]
  for (const [index, { name, text, time }] of locks.entries()) {
    const root = join(round.work, `stale-${index}`)
    const { local, lock } = new Layout(root)
    mkdirSync(local, { recursive: true })
    writeFileSync(lock, text)
    utimesSync(lock, time, time)
    const before = tally.unopened
    await withLibrary(root, tally, async () => undefined)
    if (tally.unopened > before) tally.break(`… that was a lock, ${name}`)
    tally.runs += 1
  }
  return tally.row('stale locks', 'process id reused, empty, garbage, from the future')
}

/** The holder is stopped, as a machine that is put to sleep does, for longer than anybody waits. */
async function stopHolder(round: Round): Promise<Row> {
  const tally = new Tally()
  tally.runs = 1
  const root = join(round.work, 'stopped')
  const holder = startWriter(round.programs, planOf(root, 'the stopped one', null))
  await holder.until(5, says('saved'))
  await holder.freeze()
  const said = holder.lines.length
  const other = startWriter(round.programs, planOf(root, 'the other one', 5))
  await other.ended
  const [answer] = linesOf(other)
  const error = answer?.did === 'not-opened' ? answer.error : null
  if (error?.code !== 'library-locked' || error.holder !== 'the stopped one')
    tally.break(`the other one was told: ${JSON.stringify(answer)}${other.errors}`)

  holder.thaw()
  if (!(await holder.until(said + 20, () => true))) tally.break(`it did not go on: ${holder.errors}`)
  const third = startWriter(round.programs, planOf(root, 'the third one', 5))
  await sleep(200)
  holder.child.stdin?.end()
  await Promise.all([holder.ended, third.ended])
  await checkRun(root, [holder, third], tally)
  return tally.row('holder stopped (SIGSTOP)', 'longer than the 10 s that others wait, then it goes on')
}
