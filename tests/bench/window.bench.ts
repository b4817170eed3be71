import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { ElectronApplication, Page } from '@playwright/test'
import type { LibraryState } from '../../src/contract.ts'
import { expect, type Machine, test } from '../e2e/app.ts'
import { placeLibrary } from './generator.ts'
import { figure, inTurn, printRatio } from './measure.ts'
import { madeStory } from './stocked-library.ts'

const [few, many] = [1000, 50_000]
/** By then all processes have freed what starting took. */
const settleMs = 3000

type Bridged = { ok: boolean; value: LibraryState }

/** Starts the app on a library and waits until all of it is listed. */
async function started(machine: Machine): Promise<{ app: ElectronApplication; page: Page }> {
  const { app, page } = await machine.start()
  await listed(page)
  return { app, page }
}

async function listed(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const state = (await window.bridge.call('library.state', {})) as Bridged
          return state.value.reconciling === null && document.querySelectorAll('[role=row]').length > 0
        }),
      { timeout: 300_000, intervals: [200] },
    )
    .toBe(true)
}

type Measured = { memory: Map<string, number>; rows: number[] }
const measured = new Map<number, Measured>()

for (const articles of [few, many]) {
  test(`memory, first rows and scrolling at ${articles} articles`, async ({ machine }) => {
    test.setTimeout(1_200_000) // the largest library's list is made once, which takes minutes
    placeLibrary(articles, machine.library)
    await started(machine)
    await machine.close() // what it takes to keep the list is what counts
    const { app, page } = await started(machine)
    await wait(settleMs)
    const memory = await memoryByProcess(app)
    const { ours: rows } = await inTurn(50, { ours: () => firstRows(page), floor: async () => 0 })
    measured.set(articles, { memory, rows })
    for (const [name, megabytes] of memory) {
      const less = measured.get(few)?.memory.get(name) ?? 0
      const aim = name === 'Lectern library' ? 'aim ≤ 180 MB' : `aim: ≤ 10 MB more than at ${few}`
      console.log(`  ${name}: ${megabytes.toFixed(0)} MB, ${less.toFixed(0)} MB at ${few} (${aim})`)
    }
    const floor = measured.get(few)?.rows ?? rows
    printRatio(`the first 100 rows, against ${few} articles`, { unit: 'ms', ours: rows, floor, aim: 1.3 })
    const frames = await scrollThrough(page)
    const slow = frames.filter((ms) => ms > 50).length
    console.log(
      `  ${frames.length} frames of scrolling: ${figure(frames, 'ms')}; over 50 ms: ${slow} (aim: 0)`,
    )
    await expect(page.getByRole('row').last()).toContainText(/\w/)
  })
}

test('the main process keeps running during an import and while the list is made anew', async ({
  machine,
}) => {
  placeLibrary(10_000, machine.library)
  const { app, page } = await started(machine)
  const idle = await gapsDuring(app, () => wait(5000))
  const data = (await readFile(madeStory)).toString('base64')
  const importing = await gapsDuring(app, async () => {
    for (let count = 0; count < 100; count++) await importOne(page, data, count)
  })
  await machine.close()
  await rm(join(machine.library, '.lectern'), { recursive: true })
  const again = await machine.start()
  const rebuilding = await gapsDuring(again.app, () => listed(again.page))
  const aim = 'aim ≤ 2 × idle'
  for (const [name, gaps] of Object.entries({ idle, importing, rebuilding })) {
    const sorted = gaps.toSorted((a, b) => a - b)
    const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? 0
    const longest = sorted.at(-1) ?? 0
    console.log(`  ${name}: p99 ${p99.toFixed(1)} ms, longest ${longest.toFixed(0)} ms (${aim})`)
  }
})

/** From the top to the end in a thousand steps; answers how long each frame took. */
function scrollThrough(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const list = document.querySelector('.article-list')
    if (list === null) throw new Error('there is no list')
    const gaps: number[] = []
    const step = list.scrollHeight / 1000
    let last = performance.now()
    while (list.scrollTop + list.clientHeight < list.scrollHeight - 1) {
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      gaps.push(now - last)
      last = now
      list.scrollTop += step
      if (gaps.length > 5000) throw new Error('the list has no end')
    }
    return gaps
  })
}

async function firstRows(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const startedAt = performance.now()
    const sort = { by: 'added', isReversed: false }
    const wanted = { filter: 'all', query: '', sort, after: null, skip: 0, limit: 100 }
    await window.bridge.call('article.list', wanted)
    return performance.now() - startedAt
  })
}

async function importOne(page: Page, data: string, count: number): Promise<void> {
  await page.evaluate(
    async ([bytes, name]) => {
      const read = (await window.bridge.call('import.read', { name, data: bytes, modified: null })) as {
        value: { draftId: string }
      }
      await window.bridge.call('import.save', { draftId: read.value.draftId, facts: { title: name } })
    },
    [data, `story ${count}.txt`] as const,
  )
}

/** How long the main process's loop did not run, each time, in milliseconds. */
async function gapsDuring(app: ElectronApplication, task: () => Promise<unknown>): Promise<number[]> {
  const sampler = await app.evaluateHandle(() => {
    const gaps: number[] = []
    let last = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      gaps.push(now - last)
      last = now
    }, 2)
    return { gaps, timer }
  })
  await task()
  return sampler.evaluate(({ gaps, timer }) => {
    clearInterval(timer)
    return gaps
  })
}

/** Megabytes by process, shared pages by share. */
async function memoryByProcess(app: ElectronApplication): Promise<Map<string, number>> {
  const processes = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ pid, type, name }) => ({ pid, name: name ?? type })),
  )
  const found = new Map<string, number>()
  for (const { pid, name } of processes) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')
    const kilobytes = Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1])
    found.set(name, (found.get(name) ?? 0) + kilobytes / 1024)
  }
  return found
}
