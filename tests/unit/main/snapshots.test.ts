import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { kept, Snapshots } from '../../../main/library/files/snapshots.ts'
import { ArticleId } from '../../../src/model/ids.ts'
import { temporaryFolder } from './folder.ts'

const id = ArticleId.parse('a0000000000a')
const minute = 60_000

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'Date'],
    now: new Date('2026-10-05T09:12:00.123Z'),
  })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A library with one article's notes file, and what its snapshots are told and say. */
async function library() {
  const root = await temporaryFolder()
  const notes = join(root, 'articles', id, 'notes.d0000000000d.json')
  await mkdir(join(root, 'articles', id), { recursive: true })
  const failures: unknown[] = []
  const open = () =>
    new Snapshots({
      root,
      clock: () => new Date().toISOString(),
      failed: (path, error) => failures.push({ path, error }),
    })
  const snapshots = open()
  return { root, notes, failures, open, snapshots, save, texts, settled }

  async function save(value: unknown, path = notes): Promise<void> {
    await writeFile(path, JSON.stringify(value))
    snapshots.changed(path)
    await settled()
  }
  /** Newest first. */
  async function texts(path = notes): Promise<string[]> {
    const copies = await snapshots.list(path)
    return Promise.all(copies.map((copy) => readFile(copy.path, 'utf8')))
  }
  /** What was told is done, and what waits goes on waiting. */
  async function settled(): Promise<void> {
    await snapshots['last']
  }
}

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
}

test('the first save is copied at once, those of the next five minutes together at their end', async () => {
  const { save, texts, settled } = await library()
  await save(1)
  expect(await texts()).toEqual(['1'])
  await pass(minute)
  await save(2)
  await pass(minute)
  await save(3)
  expect(await texts()).toEqual(['1'])
  await pass(3 * minute)
  await settled()
  expect(await texts()).toEqual(['3', '1'])
})

test('a file that was left alone for five minutes is copied at its next save', async () => {
  const { save, texts } = await library()
  await save(1)
  await pass(5 * minute)
  await save(2)
  expect(await texts()).toEqual(['2', '1'])
})

test('a copy is called after its file and the time, and equals it byte for byte', async () => {
  const { snapshots, root, notes, settled } = await library()
  const bytes = Buffer.from('{ "body" :\t"café 😀" }\r\n')
  await writeFile(notes, bytes)
  snapshots.changed(notes)
  await settled()
  const path = join(root, 'snapshots', id, 'notes.d0000000000d.20261005T091200123Z.json')
  expect(await readFile(path)).toEqual(bytes)
  expect(await snapshots.list(notes)).toEqual([
    {
      name: 'notes.d0000000000d.20261005T091200123Z.json',
      of: 'notes.d0000000000d.json',
      takenAt: '2026-10-05T09:12:00.123Z',
      path,
    },
  ])
})

test('settings are copied beside the articles', async () => {
  const { root, save, texts } = await library()
  const settings = join(root, 'settings.d0000000000d.json')
  await save({ theme: 'dark' }, settings)
  expect(await texts(settings)).toEqual(['{"theme":"dark"}'])
  expect(await readdir(join(root, 'snapshots'))).toEqual(['library'])
})

test('what did not change is not copied again', async () => {
  const { save, texts } = await library()
  await save(1)
  await pass(10 * minute)
  await save(1)
  expect(await texts()).toEqual(['1'])
})

test('closing copies what waits', async () => {
  const { snapshots, save, texts } = await library()
  await save(1)
  await pass(1000)
  await save(2)
  await snapshots.flush()
  expect(await texts()).toEqual(['2', '1'])
  expect(vi.getTimerCount()).toBe(0)
})

test('a hundred commands in a row leave the first state, one for every five minutes, and the last', async () => {
  const { notes, open, texts } = await library()
  for (let command = 0; command < 100; command += 1) {
    const snapshots = open()
    await writeFile(notes, String(command))
    snapshots.changed(notes)
    await snapshots.flush()
    await pass(10_000)
  }
  const left = (await texts()).map(Number)
  expect(left[0]).toBe(99)
  expect(left.at(-1)).toBe(0)
  expect(left.length).toBeLessThanOrEqual(1 + (100 * 10_000) / (5 * minute) + 1)
  expect(left.length).toBeGreaterThanOrEqual(4)
})

test('a clock that stood ahead does not keep the next copies waiting until then', async () => {
  const { save, texts } = await library()
  vi.setSystemTime('2036-10-05T09:12:00Z')
  await save(1)
  vi.setSystemTime('2026-10-05T10:00:00Z')
  await save(2)
  expect(await texts()).toEqual(['1', '2'])
})

test('a copy that fails is said, not thrown, and the next save tries again', async () => {
  const { root, notes, save, texts, failures } = await library()
  await writeFile(join(root, 'snapshots'), 'a file where the folder should be')
  await save(1)
  expect(failures).toEqual([{ path: notes, error: expect.objectContaining({ code: 'ENOTDIR' }) }])
  await rm(join(root, 'snapshots'))
  await save(2)
  expect(await texts()).toEqual(['2'])
})

test('a file that went bad is not copied over its good states', async () => {
  const { notes, snapshots, save, texts, settled, failures } = await library()
  await save(1)
  await pass(10 * minute)
  await writeFile(notes, '{"notes": [')
  snapshots.changed(notes)
  await settled()
  expect(await texts()).toEqual(['1'])
  expect(failures).toEqual([{ path: notes, error: expect.any(SyntaxError) }])
})

test('an article that was removed before its time came is no failure', async () => {
  const { root, save, settled, failures } = await library()
  await save(1)
  await save(2)
  await rm(join(root, 'articles', id), { recursive: true })
  await pass(5 * minute)
  await settled()
  expect(failures).toEqual([])
})

test('recovery reads the copies newest first and stops at the first it can use', async () => {
  const { root, notes, snapshots, save } = await library()
  for (const value of [1, 2, 3]) {
    await save(value)
    await pass(6 * minute)
  }
  await writeFile(
    join(root, 'snapshots', id, 'notes.d0000000000d.20261005T091800123Z.sync-conflict.json'),
    '4',
  )
  const read: string[] = []
  for await (const copy of snapshots.copiesOf(notes)) {
    read.push(copy.bytes.toString())
    if (copy.bytes.toString() === '2') break
  }
  expect(read).toEqual(['3', '2'])
})

test('the copies of one device are not those of another, and an article has both', async () => {
  const { root, notes, snapshots, save } = await library()
  const other = join(root, 'articles', id, 'notes.d0000000000d1.json')
  await save('a')
  await pass(1000)
  await save('b', other)
  expect((await snapshots.list(notes)).map((copy) => copy.of)).toEqual(['notes.d0000000000d.json'])
  expect((await snapshots.listArticle(id)).map((copy) => copy.of)).toEqual([
    'notes.d0000000000d1.json',
    'notes.d0000000000d.json',
  ])
})

test('of thousands of files changed at once a thousand wait, and the others are copied without waiting', async () => {
  const { root, snapshots, settled } = await library()
  const paths = Array.from({ length: 1010 }, (_, index) =>
    join(root, 'articles', `x${index}`, 'notes.d.json'),
  )
  for (const [index, path] of paths.entries()) {
    const copies = join(root, 'snapshots', `x${index}`)
    await Promise.all([mkdir(dirname(path), { recursive: true }), mkdir(copies, { recursive: true })])
    await Promise.all([
      writeFile(path, '2'),
      writeFile(join(copies, 'notes.d.20261005T091200000Z.json'), '1'),
    ])
    snapshots.changed(path)
  }
  await settled()
  const counts = await Promise.all(paths.map(async (path) => (await snapshots.list(path)).length))
  expect(counts.filter((count) => count === 1)).toHaveLength(1000)
  expect(counts.filter((count) => count === 2)).toHaveLength(10)
  expect(vi.getTimerCount()).toBe(1000)
})

const day = 24 * 60 * minute

test('thinning leaves a week whole, then the last of each day for a month, and the newest of each file for ever', async () => {
  const { root, snapshots } = await library()
  const folder = join(root, 'snapshots', id)
  await mkdir(folder, { recursive: true })
  const names = [
    'notes.d1.20250101T080000000Z.json', // the newest of d1
    'notes.d1.20241231T080000000Z.json',
    'notes.d2.20261005T080000000Z.json',
    'notes.d2.20261005T070000000Z.json', // within the week
    'notes.d2.20260920T200000000Z.json', // the last of its day
    'notes.d2.20260920T100000000Z.json',
    'notes.d2.20260901T100000000Z.json', // more than 30 days ago
  ]
  for (const name of [...names, 'somebody’s.txt']) await writeFile(join(folder, name), '1')
  await snapshots.thin(new Date().toISOString(), new AbortController().signal)
  expect(new Set(await readdir(folder))).toEqual(
    new Set([names[0], names[2], names[3], names[4], 'somebody’s.txt']),
  )
})

test('thinning removes what a crash left half-written, when it is old', async () => {
  const { root, snapshots } = await library()
  const folder = join(root, 'snapshots', id)
  await mkdir(folder, { recursive: true })
  const old = join(folder, '.notes.d1.json.0123456789abcdef.tmp')
  await writeFile(old, '')
  await utimes(old, new Date(Date.now() - 2 * day), new Date(Date.now() - 2 * day))
  await writeFile(join(folder, '.notes.d1.json.fedcba9876543210.tmp'), '')
  await snapshots.thin(new Date().toISOString(), new AbortController().signal)
  expect(await readdir(folder)).toEqual(['.notes.d1.json.fedcba9876543210.tmp'])
})

test('thinning stops when it is told to', async () => {
  const { root, snapshots } = await library()
  await mkdir(join(root, 'snapshots', id), { recursive: true })
  for (const time of ['20240101', '20240102'])
    await writeFile(join(root, 'snapshots', id, `notes.d.${time}T000000000Z.json`), '1')
  await snapshots.thin(new Date().toISOString(), AbortSignal.abort())
  expect(await readdir(join(root, 'snapshots', id))).toHaveLength(2)
})

test('a library without snapshots has nothing to thin, list or forget', async () => {
  const { notes, snapshots } = await library()
  await snapshots.thin(new Date().toISOString(), new AbortController().signal)
  await snapshots.forget(id)
  expect(await snapshots.list(notes)).toEqual([])
})

test('an article that is gone for good takes its copies along', async () => {
  const { root, snapshots, save } = await library()
  await save(1)
  await snapshots.forget(id)
  expect(await readdir(join(root, 'snapshots'))).toEqual([])
})

const now = Date.parse('2026-10-05T09:12:00.000Z')
const time = fc.integer({ min: now - 60 * day, max: now + 3 * day }).map((ms) => new Date(ms).toISOString())
const times = fc.array(time, { maxLength: 200 })
const nowIso = new Date(now).toISOString()

test('the newest copy stays, whatever its age and whatever else there is', () => {
  fc.assert(
    fc.property(fc.array(time, { minLength: 1 }), fc.integer({ min: 0, max: 4000 }), (all, days) => {
      const later = new Date(now + days * day).toISOString()
      expect(kept(all, later)).toContain(all.toSorted().at(-1))
    }),
  )
})

test('nothing of the last seven days goes', () => {
  fc.assert(
    fc.property(times, (all) => {
      const recent = all.filter((each) => Date.parse(each) >= now - 7 * day)
      for (const each of recent) expect(kept(all, nowIso)).toContain(each)
    }),
  )
})

test('of what is older than a week at most one of each day stays, and but for the newest nothing older than 30 days', () => {
  fc.assert(
    fc.property(times, (all) => {
      const old = [...kept(all, nowIso)].filter((each) => Date.parse(each) < now - 7 * day)
      const days = old.map((each) => each.slice(0, 10))
      expect(new Set(days).size).toBe(days.length)
      const tooOld = old.filter((each) => Date.parse(each) < now - 30 * day)
      expect(tooOld.length).toBeLessThanOrEqual(1)
      for (const each of tooOld)
        expect(each).toBe(
          all
            .filter((other) => other <= nowIso)
            .toSorted()
            .at(-1),
        )
    }),
  )
})

test('every day of the last 30 that had a copy keeps its last', () => {
  fc.assert(
    fc.property(times, (all) => {
      const staying = kept(all, nowIso)
      for (const each of all.filter((other) => Date.parse(other) >= now - 30 * day)) {
        const sameDay = all.filter((other) => other.slice(0, 10) === each.slice(0, 10))
        expect([...staying].some((other) => sameDay.includes(other) && other >= each)).toBe(true)
      }
    }),
  )
})

test('thinning often leaves what thinning once would have left', () => {
  fc.assert(
    fc.property(times, fc.array(fc.integer({ min: 0, max: 40 * day }), { maxLength: 5 }), (all, waits) => {
      let left = all
      let at = now
      for (const wait of waits) {
        left = [...kept(left, new Date(at).toISOString())]
        at += wait
      }
      const atEnd = new Date(at).toISOString()
      expect(kept(left, atEnd)).toEqual(kept(all, atEnd))
    }),
  )
})
