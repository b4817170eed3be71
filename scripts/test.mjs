// npm test: every check and every test, each a command of its own; all are run even where one fails.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { electronRuntime } from './electron-runtime.mjs'
import { run, say } from './say.mjs'

const checks = ['check:types', 'check:walls', 'check:lint', 'check:format']
const suites = [
  {
    name: 'test:unit',
    args: (file) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    count: vitestCounts,
  },
  { name: 'test:e2e', args: () => ['--reporter=list,json'], count: playwrightCounts },
  { name: 'test:packaged', args: () => ['--reporter=list,json'], count: playwrightCounts },
]

await run(async () => {
  const runtime = await electronRuntime()
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: runtime.folder }
  const reports = mkdtempSync(join(tmpdir(), 'lectern-test-'))
  const total = { passed: 0, failed: 0, skipped: 0 }

  for (const name of checks) if (npmRun(name, [], env) !== 0) total.failed += 1
  for (const { name, args, count } of suites) {
    const report = join(reports, `${name.replace(':', '-')}.json`)
    const status = npmRun(name, args(report), { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report })
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

function npmRun(name, args, env) {
  console.log(`\n── ${name}`)
  const startedAt = performance.now()
  const { status } = spawnSync('npm', ['run', '-s', name, '--', ...args], {
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  say(status === 0 ? `${name} passed in ${seconds} s` : `${name} FAILED after ${seconds} s`)
  return status
}

function vitestCounts(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function playwrightCounts({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}
