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

test(`memory of each process at ${few} and at ${many} articles`, async ({ machine }) => {
  const held = new Map<number, Map<string, number>>()
  for (const articles of [few, many]) {
    await rm(machine.library, { recursive: true, force: true })
    placeLibrary(articles, machine.library)
    await started(machine)
    await machine.close() // the list is made once; what it takes to keep it is what counts
    const { app } = await started(machine)
    await wait(settleMs)
    held.set(articles, await memoryByProcess(app))
    await machine.close()
  }
  for (const [name, megabytes] of held.get(many) ?? []) {
    const less = held.get(few)?.get(name) ?? 0
    const aim = name === 'Lectern library' ? 'aim ≤ 180 MB' : 'aim: ≤ 10 MB more'
    console.log(`  ${name}: ${less.toFixed(0)} MB, ${megabytes.toFixed(0)} MB (${aim})`)
  }
})

test(`the first 100 rows as the window gets them, ${many} articles against ${few}`, async ({ machine }) => {
  const times = new Map<number, number[]>()
  for (const articles of [few, many]) {
    await rm(machine.library, { recursive: true, force: true })
    placeLibrary(articles, machine.library)
    const { page } = await started(machine)
    await wait(settleMs)
    const { ours } = await inTurn(50, { ours: () => firstRows(page), floor: async () => 0 })
    times.set(articles, ours)
    await machine.close()
  }
  const [ours, floor] = [times.get(many) ?? [], times.get(few) ?? []]
  printRatio(`of ${many} articles, against ${few}`, { unit: 'ms', ours, floor, aim: 1.3 })
})

test(`scrolling through ${many} rows`, async ({ machine }) => {
  placeLibrary(many, machine.library)
  const { page } = await started(machine)
  await wait(settleMs)
  const frames = await page.evaluate(async () => {
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
  const slow = frames.filter((ms) => ms > 50).length
  console.log(`  ${frames.length} frames: ${figure(frames, 'ms')}; over 50 ms: ${slow} (aim: 0)`)
  await expect(page.getByRole('row').last()).toContainText(/\w/)
})

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
