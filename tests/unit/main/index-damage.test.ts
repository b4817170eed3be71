import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Database, DatabaseFull } from '../../../main/library/index/database.ts'
import { Index } from '../../../main/library/index/index.ts'
import { temporaryFolder } from './folder.ts'
import { idOf, makeEntry } from './index-entries.ts'

const list = {
  filter: 'all',
  query: '',
  sort: { by: 'added', isReversed: false },
  after: null,
  skip: 0,
} as const

test('an index is there again when it is opened again', async () => {
  const path = await stocked()
  const { index, rebuilt } = open(path)
  expect(rebuilt).toBeNull()
  expect(index.size).toBe(300)
  expect(index.count('all', 'breakwater')).toBe(300)
  expect(index.check()).toBeNull()
})

test('an index that is killed while it writes is whole when it is opened again', async () => {
  const path = await stocked()
  const { index } = open(path)
  index.put([makeEntry(idOf(1000))])
  const copy = join(await temporaryFolder(), 'index.db')
  await copyFile(path, copy)
  await copyFile(`${path}-wal`, `${copy}-wal`)
  const second = open(copy)
  expect(second).toMatchObject({ rebuilt: null, index: { size: 301 } })
  expect(second.index.check()).toBeNull()
})

test.each([
  ['cut short', (path: string) => truncate(path, 5000)],
  ['cut to nothing', (path: string) => truncate(path, 0)],
  ['zeroed', async (path: string) => writeFile(path, Buffer.alloc((await readFile(path)).length))],
  ['garbage', (path: string) => writeFile(path, Buffer.alloc(100_000, 'garbage '))],
  ['a text', (path: string) => writeFile(path, '{}')],
  ['of another version', (path: string) => change(path, 'PRAGMA user_version = 999')],
  ['without its tables', (path: string) => change(path, 'DROP TABLE library')],
])('an index that is %s is made anew and says so', async (_, damage) => {
  const path = await stocked()
  await damage(path)
  const { index, rebuilt } = open(path)
  expect(rebuilt).toMatch(/\w/)
  expect(index.size).toBe(0)
  index.put([makeEntry(idOf(1))])
  index.close()
  expect(open(path)).toMatchObject({ rebuilt: null, index: { size: 1 } })
})

test('an index of another library is not used', async () => {
  const path = await stocked()
  const { index, rebuilt } = open(path, 'another library')
  expect(rebuilt).toMatch('another library')
  expect(index.size).toBe(0)
})

test('wherever a page is destroyed, the index is sound, made anew, or says that it is damaged', async () => {
  const path = await stocked()
  const bytes = await readFile(path)
  const copy = join(await temporaryFolder(), 'index.db')
  let [found, pages] = [0, 0]
  for (let at = 0; at < bytes.length; at += 4096) {
    const damaged = Buffer.from(bytes)
    damaged.fill(0xa5, at, at + 4096)
    await writeFile(copy, damaged)
    pages += 1
    if (isNoticed(copy)) found += 1
  }
  // What it does not notice are pages that hold nothing.
  expect(found).toBeGreaterThan(pages * 0.9)
})

test('a letter of a row that changed on the disk is noticed', async () => {
  const path = await stocked()
  const bytes = await readFile(path)
  await writeFile(path, bytes.toString('latin1').replaceAll('"title":"B', '"title":"C'), 'latin1')
  const { index } = open(path)
  const reasons: string[] = []
  index.onRenewed = (reason) => reasons.push(reason)
  expect(index.page({ ...list, limit: 300 })).toEqual({ rows: [], next: null })
  expect(reasons).toEqual(['a text was altered on the disk'])
  index.put([makeEntry(idOf(7))])
  index.close()
  expect(open(path)).toMatchObject({ rebuilt: null, index: { size: 1 } })
})

test('an index for which there is no room any more says so and keeps what it has', async () => {
  const path = await stocked()
  const { index } = open(path)
  const { database } = index as unknown as { database: Database }
  database.exec('PRAGMA max_page_count = 1')
  const many = Array.from({ length: 300 }, (_, number) => makeEntry(idOf(number + 1000)))
  expect(() => index.put(many)).toThrow(DatabaseFull)
  expect(index.size).toBe(300)
  expect(index.page({ ...list, limit: 500 }).rows).toHaveLength(300)
})

test('while another process has the index open, one in memory is used, and the other is left alone', async () => {
  const path = await stocked()
  const before = await readFile(path)
  const holder = await holdElsewhere(path)
  const { index, rebuilt } = open(path)
  expect(rebuilt).toMatch('locked')
  index.put([makeEntry(idOf(7))])
  expect(index.size).toBe(1)
  index.close()
  expect(before.equals(await readFile(path))).toBe(true)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  expect(open(path)).toMatchObject({ rebuilt: null, index: { size: 300 } })
})

test('where no file can be made, the index is kept in memory', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'index.db'))
  for (const path of [join(folder, 'missing', 'index.db'), join(folder, 'index.db')]) {
    const { index, rebuilt } = open(path)
    expect(rebuilt).toMatch(/\w/)
    index.put([makeEntry(idOf(1))])
    expect(index.size).toBe(1)
  }
})

/** A closed index with 300 articles. */
async function stocked(): Promise<string> {
  const path = join(await temporaryFolder(), 'index.db')
  const { index, rebuilt } = Index.open(path, 'library')
  expect(rebuilt).toBeNull()
  index.put(Array.from({ length: 300 }, (_, number) => makeEntry(idOf(number + 1))))
  index.close()
  return path
}

function open(path: string, libraryId = 'library'): ReturnType<typeof Index.open> {
  const opened = Index.open(path, libraryId)
  onTestFinished(() => opened.index.close())
  return opened
}

function change(path: string, sql: string): Promise<void> {
  const database = Database.open(path)
  database.exec(sql)
  database.close()
  return Promise.resolve()
}

/** Whether it is made anew, or its check complains, when all of it is used. */
function isNoticed(path: string): boolean {
  const { index, rebuilt } = Index.open(path, 'library')
  let isRenewed = rebuilt !== null
  index.onRenewed = () => {
    isRenewed = true
  }
  index.page({ ...list, limit: 300 })
  index.stamps()
  index.count('all', 'break')
  const isSound = index.check() === null
  index.put([makeEntry(idOf(1), { notes: 2 }), makeEntry(idOf(2), { title: 'Another' })])
  index.close()
  return isRenewed || !isSound
}

/** Another process that has the database open, as the index does. */
async function holdElsewhere(path: string): Promise<ReturnType<typeof spawn>> {
  const driver = createRequire(import.meta.url).resolve('@photostructure/sqlite')
  const program = `
    const { DatabaseSync } = require(${JSON.stringify(driver)})
    const database = new DatabaseSync(${JSON.stringify(path)})
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; COMMIT')
    console.log('open')
    setInterval(() => database, 1000)`
  const holder = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void holder.kill('SIGKILL'))
  await once(holder.stdout, 'data')
  return holder
}
