import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { kindNames } from './kinds.ts'
import { chosenSeed } from '../seed.ts'
import type { Row } from './kind.ts'
import { findRoom, runKind } from './run-kind.ts'
import { table } from './table.ts'

// Tries all kinds of fault and prints the table of what they came to. fault WORK [--long] [--only KIND] [--report FILE].
// scripts/fault.mjs makes WORK, puts the bundled programs into it, and removes it.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    long: { type: 'boolean', default: false },
    only: { type: 'string' },
    report: { type: 'string' },
  },
})
const [work = ''] = positionals
const seed = chosenSeed()
// Where the library keeps this machine's id: the harness and all it starts are one device, and not the person's own.
process.env['XDG_CONFIG_HOME'] = join(work, 'config')

const startedAt = performance.now()
console.log(`seed ${seed}${values.long ? ', the long form' : ''}`)
const meant = kindNames.filter((name) => values.only === undefined || name === values.only)
const found = await inTwoLanes(meant)
const rows = meant.flatMap((name) => found.get(name) ?? [])
const counts = {
  passed: count('passed'),
  failed: count('failed') + count('void'),
  skipped: count('skipped'),
}
if (values.report !== undefined)
  writeFileSync(values.report, JSON.stringify({ seed, ...counts, rows }, null, 1))

console.log(`\n${table(rows)}\n`)
for (const { kind, verdict, remark } of rows)
  if (verdict === 'skipped') console.log(`skipped: ${kind}: ${remark}`)
const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
const { passed, failed, skipped } = counts
console.log(
  `${passed} passed, ${failed} failed, ${skipped} skipped in ${seconds} s; again with LECTERN_SEED=${seed}`,
)
process.exit(failed > 0 || rows.length === 0 ? 1 : 0)

/** As many lanes as CI has cores. Most kinds wait for the disk or for a process more than they compute. */
async function inTwoLanes(names: readonly string[]): Promise<Map<string, Row[]>> {
  const waiting = [...names]
  const results = new Map<string, Row[]>()
  const room = findRoom(work)
  async function lane(): Promise<void> {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const folder = join(work, name)
      mkdirSync(folder)
      const round = {
        seed,
        isLong: values.long,
        work: folder,
        programs: join(work, 'programs'),
        ...room.round,
      }
      results.set(name, await runKind(name, round, room.prefix))
    }
  }
  await Promise.all([lane(), lane()])
  return results
}

function count(verdict: Row['verdict']): number {
  return rows.filter((row) => row.verdict === verdict).length
}
