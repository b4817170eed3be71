import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { findHolder, takeLock } from '../../../main/library/lock.ts'
import { temporaryFolder } from './folder.ts'

const self = { name: 'the test', address: null }

async function lockPath(): Promise<string> {
  return join(await temporaryFolder(), '.lectern', 'lock.json')
}

async function writeHolder(path: string, holder: object): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const whole = {
    format: 1,
    pid: process.pid,
    born: null,
    name: 'another',
    address: null,
    ...holder,
  }
  await writeFile(path, JSON.stringify(whole))
}

test('a lock is given to one and says who holds it to the next', async () => {
  const path = await lockPath()
  const first = await takeLock(path, self, 0)
  expect(first.ok).toBe(true)
  expect(await takeLock(path, { name: 'second', address: null }, 0)).toEqual({
    ok: false,
    error: { code: 'library-locked', path: dirname(dirname(path)), holder: 'the test' },
  })
  expect((await findHolder(path))?.name).toBe('the test')
})

test('a lock given back is free', async () => {
  const path = await lockPath()
  const first = await takeLock(path, self, 0)
  if (first.ok) await first.value.release()
  expect(await findHolder(path)).toBe(null)
  expect((await takeLock(path, self, 0)).ok).toBe(true)
})

test('a lock whose holder is dead is taken over', async () => {
  const path = await lockPath()
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  await writeHolder(path, { pid: child.pid })
  expect((await takeLock(path, self, 0)).ok).toBe(true)
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid })
  expect(await readdir(dirname(path))).toEqual(['lock.json'])
})

test.runIf(process.platform === 'linux')(
  'a process id used again does not keep a dead lock alive',
  async () => {
    const path = await lockPath()
    await writeHolder(path, { born: '1' })
    expect((await takeLock(path, self, 0)).ok).toBe(true)
  },
)

test('a lock cut short by a crash is not waited for for ever', async () => {
  const path = await lockPath()
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, '{"form')
  await utimes(path, new Date(0), new Date(0))
  expect((await takeLock(path, self, 0)).ok).toBe(true)
})

test('of many at once one gets the lock at a time', async () => {
  const path = await lockPath()
  let holding = 0
  let most = 0
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      const lock = await takeLock(path, self, 120_000)
      if (!lock.ok) throw new Error('no lock')
      most = Math.max(most, ++holding)
      await new Promise((resolve) => setTimeout(resolve, 5))
      holding--
      await lock.value.release()
    }),
  )
  expect(most).toBe(1)
})
