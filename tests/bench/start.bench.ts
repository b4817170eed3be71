import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { _electron, type ElectronApplication } from '@playwright/test'
import { type Machine, root, test } from '../e2e/app.ts'
import { inTurn, printRatio } from './measure.ts'
import { stockLibrary } from './stocked-library.ts'

/** As many as a reader has after half a year of one story a day. */
const stories = 200
const rounds = 9
/** By then both have painted, and have freed what starting took. */
const settleMs = 1500

/** One start: until there is something to read, and what all processes hold a while after. */
type Start = { ms: number; megabytes: number }

test('start and memory, against an empty Electron window', async ({ machine }) => {
  await stockLibrary(machine, stories)
  const { ours, floor } = await inTurn(rounds, {
    ours: () => measure(() => startLectern(machine)),
    floor: () => measure(() => startEmptyWindow(machine)),
  })
  printRatio(`start to a readable list of ${stories} stories (Playwright's part included)`, {
    unit: 'ms',
    ours: ours.map(({ ms }) => ms),
    floor: floor.map(({ ms }) => ms),
    aim: 1.3,
  })
  printRatio('memory of all processes (shared pages by share)', {
    unit: 'MB',
    ours: ours.map(({ megabytes }) => megabytes),
    floor: floor.map(({ megabytes }) => megabytes),
    aim: null,
  })
})

async function measure(start: () => Promise<ElectronApplication>): Promise<Start> {
  const startedAt = performance.now()
  const app = await start()
  const ms = performance.now() - startedAt
  await wait(settleMs)
  const megabytes = await memoryOf(app)
  await app.close()
  return { ms, megabytes }
}

async function startLectern(machine: Machine): Promise<ElectronApplication> {
  const { app, page } = await machine.start()
  await page.getByRole('row').first().waitFor()
  return app
}

async function startEmptyWindow(machine: Machine): Promise<ElectronApplication> {
  const runtime = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const app = await _electron.launch({
    ...(runtime === undefined ? {} : { executablePath: join(runtime, 'electron') }),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), join(root, 'tests/bench/empty-window')],
    env: machine.env,
  })
  const page = await app.firstWindow()
  await page.getByRole('heading').waitFor()
  return app
}

/** On Linux each process's proportional share of what it shares with others; elsewhere its working set. */
async function memoryOf(app: ElectronApplication): Promise<number> {
  const processes = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ pid, memory }) => ({ pid, workingSet: memory.workingSetSize })),
  )
  let kilobytes = 0
  for (const { pid, workingSet } of processes) {
    kilobytes += process.platform === 'linux' ? await proportionalShare(pid) : workingSet
  }
  return kilobytes / 1024
}

async function proportionalShare(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1])
}
