// npm test: every check and every test, each a command of its own; all are run even where one fails.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { electronRuntime } from './electron-runtime.mjs'
import { Refusal, run, say } from './say.mjs'

const checks = ['check:types', 'check:walls', 'check:lint', 'check:format']
const suites = [
  {
    name: 'test:unit',
    args: (file) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    count: vitestCounts,
  },
  { name: 'test:fault', args: (file) => [`--report=${file}`], count: faultCounts },
  { name: 'test:e2e', args: () => ['--reporter=list,json'], count: playwrightCounts },
  { name: 'test:packaged', args: () => ['--reporter=list,json'], count: playwrightCounts },
]

// The slowest step takes five minutes on 2 cores that have nothing else to do. A test caught in a loop without end knows
// no time limit of its own.
const limitMs = 40 * 60 * 1000
// For the tests to close their windows.
const graceMs = 10 * 1000
const pollMs = 100
const isWindows = process.platform === 'win32'

// Asked for once, because every asking stays.
const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])

await run(async () => {
  const runtime = await electronRuntime()
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: runtime.folder }
  const reports = mkdtempSync(join(tmpdir(), 'lectern-test-'))
  const total = { passed: 0, failed: 0, skipped: 0 }

  for (const { name, args, count } of suites) {
    const report = join(reports, `${name.replace(':', '-')}.json`)
    const suite = npmRun(name, { args: args(report), env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } })
    // Faults mostly wait, and checks mostly compute: both together take little longer than one of them.
    const beside = name === 'test:fault' ? inTurn(checks, env) : { failed: 0, said: '' }
    const [status, checked] = await both(suite, beside)
    process.stdout.write(checked.said)
    total.failed += checked.failed
    const counts = existsSync(report)
      ? count(JSON.parse(readFileSync(report, 'utf8')))
      : { passed: 0, failed: 0, skipped: 0 }
    total.passed += counts.passed
    total.skipped += counts.skipped
    // A suite may fail without a failed test: it did not start, or broke between two.
    total.failed += Math.max(counts.failed, status === 0 ? 0 : 1)
  }

  rmSync(reports, { recursive: true })
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
  return total.failed === 0 ? 0 : 1
})

/** Runs steps one after the other without a word; answers with what they said, and how many failed. */
async function inTurn(names, env) {
  const said = []
  let failed = 0
  for (const name of names) if ((await npmRun(name, { env, said })) !== 0) failed += 1
  return { failed, said: said.join('') }
}

/** Both are over before one of them fails. */
async function both(...promises) {
  const settled = await Promise.allSettled(promises)
  const rejected = settled.find(({ status }) => status === 'rejected')
  if (rejected !== undefined) throw rejected.reason
  return settled.map(({ value }) => value)
}

/** Answers with the exit code; null for a step that its limit ended. What it says goes to `said` where that is given. */
async function npmRun(name, { args = [], env, said = null }) {
  const tell = (text) => (said === null ? console.log(text) : said.push(`${text}\n`))
  tell(`\n── ${name}`)
  const startedAt = performance.now()
  const child = spawn('npm', ['run', '-s', name, '--', ...args], {
    stdio: said === null ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env,
    shell: isWindows,
    // A process group, because npm hands a signal on to its shell only.
    detached: !isWindows,
  })
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => said.push(text))
  // Not `exit`: what was said last may come after it.
  const ended = once(child, 'close')
  const stopped = Promise.race([interrupted, sleep(limitMs, 'limit', { ref: false })])
  const cause = await Promise.race([ended.then(() => 'end'), stopped])
  if (cause !== 'end') await endGroup(child)
  if (cause !== 'end' && cause !== 'limit') throw new Refusal(`${name} was interrupted`)

  const [status] = await ended
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const verdict = `${name} ${status === 0 ? 'passed in' : 'FAILED after'} ${seconds} s`
  if (said === null) say(verdict)
  else tell(`lectern: ${verdict}`)
  return status
}

/** Asks all processes of a step to end, and ends those that do not. */
async function endGroup(child) {
  const group = isWindows ? child.pid : -Number(child.pid)
  try {
    process.kill(group, 'SIGTERM')
    for (let waitedMs = 0; waitedMs < graceMs; waitedMs += pollMs) {
      await sleep(pollMs)
      process.kill(group, 0)
    }
    process.kill(group, 'SIGKILL')
  } catch (error) {
    if (error.code !== 'ESRCH') throw error // all have gone
  }
}

function vitestCounts(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function faultCounts({ passed, failed, skipped }) {
  return { passed, failed, skipped }
}

function playwrightCounts({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}
