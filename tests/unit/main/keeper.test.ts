import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { DamagedFile, JsonFile, NewerFile } from '../../../main/library/files/json-file.ts'
import { fileError, Keeper } from '../../../main/library/keeper.ts'
import { currentFormat, Format } from '../../../src/model/format.ts'
import { temporaryFolder } from './folder.ts'

const Counter = z.object({ format: Format, count: z.int() })
type Counter = z.infer<typeof Counter>

async function counterAt(path: string): Promise<Keeper<Counter>> {
  return Keeper.open<Counter>(new JsonFile(path, 'local', Counter), { format: currentFormat, count: 0 })
}

test('a change that is answered is on the disk', async () => {
  const path = join(await temporaryFolder(), 'counter.json')
  const counter = await counterAt(path)
  expect(await counter.change((now) => ({ ...now, count: 7 }))).toEqual({
    ok: true,
    value: { format: currentFormat, count: 7 },
  })
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ format: currentFormat, count: 7 })
})

test('changes made at once wait for each other and none is lost', async () => {
  const path = join(await temporaryFolder(), 'counter.json')
  const counter = await counterAt(path)
  await Promise.all(
    Array.from({ length: 25 }, () => counter.change((now) => ({ ...now, count: now.count + 1 }))),
  )
  expect((await counterAt(path)).value.count).toBe(25)
})

test('a change that can not be written is an answer, and memory stays as the disk is', async () => {
  const folder = join(await temporaryFolder(), 'gone')
  await mkdir(folder)
  const counter = await counterAt(join(folder, 'counter.json'))
  await counter.change((now) => ({ ...now, count: 1 }))
  await rm(folder, { recursive: true })
  const failed = await counter.change((now) => ({ ...now, count: 2 }))
  expect(failed).toMatchObject({ ok: false, error: { code: 'library-gone' } })
  expect(counter.value.count).toBe(1)
  await mkdir(folder)
  await counter.change((now) => ({ ...now, count: now.count + 10 }))
  expect((await counterAt(join(folder, 'counter.json'))).value.count).toBe(11)
})

test.each([
  ['cut short', '{"format":1,"cou'],
  ['empty', ''],
  ['of zero bytes', '\0'.repeat(40)],
  ['another thing', '{"format":1,"count":"many"}'],
])('a file that is %s is damaged, not empty', async (_, bytes) => {
  const path = join(await temporaryFolder(), 'counter.json')
  await writeFile(path, bytes)
  await expect(counterAt(path)).rejects.toBeInstanceOf(DamagedFile)
  expect(await readFile(path, 'utf8')).toBe(bytes)
})

test('a file of a newer format is not read as an older one', async () => {
  const path = join(await temporaryFolder(), 'counter.json')
  await writeFile(path, '{"format":99,"count":1}')
  await expect(counterAt(path)).rejects.toBeInstanceOf(NewerFile)
})

test('what another program wrote meanwhile is not written over but changed', async () => {
  const path = join(await temporaryFolder(), 'counter.json')
  const counter = await counterAt(path)
  await counter.change((now) => ({ ...now, count: 1 }))
  await writeFile(path, JSON.stringify({ format: currentFormat, count: 40 }))
  await counter.change((now) => ({ ...now, count: now.count + 2 }))
  expect((await counterAt(path)).value.count).toBe(42)
})

test('two keepers of one file, as two machines have them, lose nothing of each other', async () => {
  const path = join(await temporaryFolder(), 'counter.json')
  const [one, other] = [await counterAt(path), await counterAt(path)]
  for (let round = 0; round < 10; round++) {
    await one.change((now) => ({ ...now, count: now.count + 1 }))
    await other.change((now) => ({ ...now, count: now.count + 1 }))
  }
  expect((await counterAt(path)).value.count).toBe(20)
})

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EACCES', 'library-denied'],
  ['EROFS', 'library-denied'],
  ['EIO', 'write-failed'],
])('the system says %s, the person hears %s', (code, expected) => {
  const error = Object.assign(new Error('…'), { code })
  expect(fileError('/library', error)).toMatchObject({ code: expected, path: '/library' })
})

test('an error that is no system error is a bug and goes on as one', () => {
  expect(() => fileError('/library', new TypeError('…'))).toThrow(TypeError)
})
