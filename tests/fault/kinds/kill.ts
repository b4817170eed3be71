import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../random.ts'
import { randomOf, type Round, type Row, Tally } from '../kind.ts'
import { Ledger } from '../ledger.ts'
import { checkNothingHappened, checkSweep, withLibrary } from '../opened.ts'
import { countTorn, isJson, leftOversIn } from '../tree.ts'
import { linesOf, type Program, says, start, startWriter } from '../writer-process.ts'

/** Kills the writer at random moments. The control writes one file in the plain way and must be found torn. */
export async function kill(round: Round): Promise<Row[]> {
  return [await killWriters(round), await killPlainWriters(round)]
}

/** So that a library's whole life is tried, from its first write on, and checking it stays quick. */
const killsPerLibrary = 25

async function killWriters(round: Round): Promise<Row> {
  const tally = new Tally()
  const random = randomOf(round, 1)
  const seen = { midWrite: 0, opening: 0, leftOvers: 0 }
  let ledger = new Ledger('')
  for (tally.runs = 0; tally.runs < (round.isLong ? 1000 : 50); tally.runs++) {
    const number = Math.floor(tally.runs / killsPerLibrary)
    if (tally.runs % killsPerLibrary === 0) ledger = new Ledger(join(round.work, `library-${number}`))
    const writer = await killOne(round, random, ledger)
    const lines = linesOf(writer)
    if (!lines.some(({ did }) => did === 'opened')) seen.opening += 1
    if (writer.errors !== '' || lines.some(({ did }) => did === 'not-opened'))
      tally.break(`the writer: ${writer.errors}${JSON.stringify(lines[0])}`)
    const before = ledger.acknowledged
    ledger.take(lines)
    tally.acknowledged += ledger.acknowledged - before
    if (ledger.pending > 0) seen.midWrite += 1
    seen.leftOvers = Math.max(seen.leftOvers, leftOversIn(ledger.root).length)
    await checkAll(ledger, tally)
    if (tally.runs % killsPerLibrary === killsPerLibrary - 1) await checkSweep(ledger.root, tally)
  }
  const share = Math.round((100 * seen.midWrite) / tally.runs)
  if (share < leastMidWrite) tally.break(`only ${share} % of the kills came in the middle of a write`)
  const remark = `${share} % mid-write, ${seen.opening} while opening, up to ${seen.leftOvers} left-overs at once`
  return tally.row('kill -9', remark)
}

/** Percent. Fewer would mean that the kills mostly hit a writer at rest. */
const leastMidWrite = 30

async function killOne(round: Round, random: Random, ledger: Ledger): Promise<Program> {
  const writer = startWriter(round.programs, {
    root: ledger.root,
    name: 'killed',
    seed: random.between(0, 1e9),
    atOnce: 3,
    imports: 0.15,
    operations: null,
    pauseMs: 0,
    articles: ledger.plan(),
  })
  // One in eight dies while it opens the library; that takes up to 300 ms here.
  if (random.next() < 0.125) await sleep(random.between(50, 300))
  else {
    await writer.until(random.between(1, 12), says('saved'))
    await sleep(random.between(0, 40))
  }
  await writer.kill()
  return writer
}

async function checkAll(ledger: Ledger, tally: Tally): Promise<void> {
  for (const line of ledger.refused.splice(0)) tally.break(`refused: ${JSON.stringify(line)}`)
  countTorn(ledger.root, tally)
  await withLibrary(ledger.root, tally, async (session) => {
    await ledger.check(session, tally)
    await checkNothingHappened(session, tally)
  })
}

async function killPlainWriters(round: Round): Promise<Row> {
  const tally = new Tally()
  const random = randomOf(round, 2)
  for (tally.runs = 0; tally.runs < (round.isLong ? 100 : 15); tally.runs++) {
    const folder = join(round.work, `plain-${tally.runs}`)
    mkdirSync(folder)
    const writer = start(round.programs, 'plain-writer', folder)
    await writer.until(random.between(1, 5), () => true)
    await sleep(random.between(0, 40))
    await writer.kill()
    tally.acknowledged += writer.lines.length
    if (!isJson(readFileSync(join(folder, 'notes.json'), 'utf8'))) tally.damaged += 1
  }
  return tally.controlRow('  control: plain writeFile', 'must be damaged')
}
