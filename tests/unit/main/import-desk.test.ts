import type * as workerThreads from 'node:worker_threads'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { ImportDesk } from '../../../main/import/import-desk.ts'
import type { SourceFile } from '../../../src/importers/source-file.ts'
import { valueOf } from './opened-library.ts'

// Its importers do what a source's name says; and it has less memory, so that it is sooner full.
vi.mock('node:worker_threads', async (original) => {
  const threads = await original<typeof workerThreads>()
  class Worker extends threads.Worker {
    constructor() {
      super(new URL('hostile-worker.mjs', import.meta.url), {
        resourceLimits: { maxOldGenerationSizeMb: 32 },
      })
      started += 1
      this.on('exit', () => (ended += 1))
    }
  }
  return { ...threads, Worker }
})

let started = 0
let ended = 0

beforeEach(() => {
  started = 0
  ended = 0
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  vi.spyOn(console, 'error').mockImplementation(() => undefined) // what was thrown
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function named(name: string): SourceFile {
  return { name, bytes: Buffer.from(''), modified: null, now: '' }
}

function openDesk(): ImportDesk {
  const desk = new ImportDesk()
  onTestFinished(() => desk.close())
  return desk
}

/** Each way a reader can go wrong, what is said of it, and how long that takes. */
const ways = [
  ['hang', { code: 'import-stopped', seconds: 15 }, 15_000],
  ['exit', { code: 'file-unreadable', reason: 'reading it was broken off' }, 0],
  ['throw', { code: 'file-unreadable', reason: 'of no use' }, 0],
  ['fill', { code: 'file-unreadable', reason: 'it takes more memory to read than there is for it' }, 0],
] as const

test.each(ways)(
  'a file that makes its reader %s is named, and the one behind it is read',
  async (name, error, ms) => {
    const desk = openDesk()
    const [hostile, behind] = [desk.read(named(name)), desk.read(named('good'))]
    await vi.advanceTimersByTimeAsync(ms)
    expect(await hostile).toEqual({ ok: false, error: { ...error, name } })
    expect(await behind).toMatchObject({ ok: true })
  },
)

test.each(ways)(
  'an item that makes its reader %s is named, and those behind it are read',
  async (name, error, ms) => {
    const desk = openDesk()
    const { id } = valueOf(await desk.read(named(`shelf ${name} last`)))
    const read = [1, 2, 0].map((index) => desk.item(id, index, ''))
    await vi.advanceTimersByTimeAsync(ms)
    const [hostile, ...behind] = await Promise.all(read)
    expect(hostile).toEqual({ ok: false, error: { ...error, name } })
    expect(behind).toEqual([
      { ok: true, value: 'last' },
      { ok: true, value: 'good' },
    ])
  },
)

test('a reader that fails when it has answered is followed by another', async () => {
  const desk = openDesk()
  valueOf(await desk.read(named('fail later')))
  await expect.poll(() => ended).toBe(1)
  expect(await desk.read(named('good'))).toMatchObject({ ok: true })
  expect(started).toBe(2)
})

test('what takes memory outside of the heap is stopped too', async () => {
  let taken = 0
  vi.spyOn(process.memoryUsage, 'rss').mockImplementation(() => (taken += 2 ** 30))
  const desk = openDesk()
  const [hostile, behind] = [desk.read(named('hang')), desk.read(named('good'))]
  await vi.advanceTimersByTimeAsync(500)
  expect(await hostile).toMatchObject({ error: { name: 'hang', reason: expect.stringContaining('memory') } })
  expect(await behind).toMatchObject({ ok: true })
})

test('a desk that is closed answers what it was asked', async () => {
  const desk = openDesk()
  const asked = desk.read(named('hang'))
  await expect.poll(() => started).toBe(1)
  await desk.close()
  expect(await asked).toMatchObject({ ok: false, error: { name: 'hang' } })
})

test('to put away what an ended reader had open, none is started', async () => {
  const desk = openDesk()
  const { id } = valueOf(await desk.read(named('shelf')))
  await vi.advanceTimersByTimeAsync(10_000)
  desk.discard([id])
  expect(await desk.item(id, 0, '')).toMatchObject({ error: { code: 'draft-gone' } })
  expect(started).toBe(1)
})
