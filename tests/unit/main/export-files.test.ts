import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { writeExport } from '../../../main/export-files.ts'
import { ArticleId } from '../../../src/model/ids.ts'
import { temporaryFolder } from './folder.ts'

const id = ArticleId.parse('a0000000000a')
const exported = (markdown: string) => [{ id, name: 'Tides.md', markdown }]

beforeEach(async () => {
  vi.stubEnv('XDG_CONFIG_HOME', await temporaryFolder())
})

test('notes exported again replace what was exported before', async () => {
  const folder = join(await temporaryFolder(), 'vault', 'new')
  await writeExport(folder, exported('first'))
  expect(await writeExport(folder, exported('second'))).toEqual({
    ok: true,
    value: [join(folder, 'Tides.md')],
  })
  expect(await readdir(folder)).toEqual(['Tides.md'])
  expect(await readFile(join(folder, 'Tides.md'), 'utf8')).toBe('second')
})

test('a file that somebody wrote into is kept beside the new one', async () => {
  const folder = await temporaryFolder()
  await writeExport(folder, exported('first'))
  await writeFile(join(folder, 'Tides.md'), 'first, and my own words')
  await writeExport(folder, exported('second'))
  const names = (await readdir(folder)).sort()
  expect(names).toEqual([expect.stringMatching(/^Tides \(yours [0-9a-f]{8}\)\.md$/), 'Tides.md'])
  expect(await readFile(join(folder, names[0] ?? ''), 'utf8')).toBe('first, and my own words')
})

test('somebody’s other file of the same name is not lost either', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'Tides.md'), 'no export of ours')
  await writeExport(folder, exported('first'))
  expect(await readdir(folder)).toHaveLength(2)
})

test('a folder that can not be made is an answer', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'file'), '')
  expect(await writeExport(join(folder, 'file'), exported('first'))).toMatchObject({ ok: false })
})
