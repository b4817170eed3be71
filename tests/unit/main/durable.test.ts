import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder, moveDurably, writeDurably } from '../../../main/library/files/durable.ts'
import { temporaryFolder } from './folder.ts'

test('a file is replaced whole and leaves nothing beside it', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'a.json')
  await writeDurably(path, 'old')
  await writeDurably(path, 'new')
  expect(await readFile(path, 'utf8')).toBe('new')
  expect(await readdir(folder)).toEqual(['a.json'])
})

test('a write that fails leaves the old file and no temporary one', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'a.json')
  await mkdir(path) // a folder stands where the file should go: the last step, the rename, fails
  await writeFile(join(path, 'keep'), 'kept')
  await expect(writeDurably(path, 'new')).rejects.toThrow('EISDIR')
  expect(await readdir(folder)).toEqual(['a.json'])
  expect(await readFile(join(path, 'keep'), 'utf8')).toBe('kept')
})

test('many writers of one file leave one of their values whole', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'a.json')
  const values = Array.from({ length: 20 }, (_, index) => String(index).repeat(10_000))
  await Promise.all(values.map((value) => writeDurably(path, value)))
  expect(values).toContain(await readFile(path, 'utf8'))
  expect(await readdir(folder)).toEqual(['a.json'])
})

test('a folder is moved with all that is in it, into a folder made for it', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'from'))
  await makeFolder(join(folder, 'trash', 'of', 'old'), folder)
  await makeFolder(join(folder, 'trash'), folder)
  await writeFile(join(folder, 'from', 'a'), 'text')
  await moveDurably(join(folder, 'from'), join(folder, 'trash', 'to'))
  expect(await readFile(join(folder, 'trash', 'to', 'a'), 'utf8')).toBe('text')
})
