import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Round, type Row, Tally } from './kind.ts'
import { kinds } from './kinds.ts'
import { logTo } from './log.ts'

// Tries one kind of fault in a process of its own, which may die of it. one-kind NAME ROUND OUTPUT
const [name = '', words = '', output = ''] = process.argv.slice(2)
const round = JSON.parse(words) as Round
const uncaught = logTo(join(round.work, 'log'))
const rows = await tried()
const crashes = new Tally()
crashes.runs = uncaught.length
for (const error of uncaught) crashes.break(`uncaught: ${String(error)}`)
if (uncaught.length > 0)
  rows.push(crashes.row(`${name}: uncaught errors`, 'the app, or this test, would have ended'))
writeFileSync(output, JSON.stringify(rows))
process.exit(0)

async function tried(): Promise<Row[]> {
  try {
    return (await kinds[name]?.(round)) ?? []
  } catch (error) {
    uncaught.push(error)
    console.error(error)
    return []
  }
}
