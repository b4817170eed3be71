import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { Layout } from '../../../main/library/files/layout.ts'
import { FirstPageWriter, readFirstPage } from '../../../main/library/first-page.ts'
import { currentFormat } from '../../../src/model/format.ts'
import { defaultSettings } from '../../../src/model/settings.ts'
import { temporaryFolder } from './folder.ts'
import { openLibrary } from './opened-library.ts'

test('what the list looked like is there at the next start', async () => {
  const root = join(await temporaryFolder(), 'library')
  const { library } = await openLibrary(root)
  const writer = new FirstPageWriter(library)
  await writer.close()
  expect(await readFirstPage(root)).toEqual({
    format: currentFormat,
    rows: [],
    total: 0,
    settings: defaultSettings,
  })
})

test('a first page that is missing or damaged is none, and is left to be made anew', async () => {
  const root = join(await temporaryFolder(), 'library')
  expect(await readFirstPage(root)).toBe(null)
  const path = new Layout(root).firstPage
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, '{"format":1,"rows":[{')
  expect(await readFirstPage(root)).toBe(null)
  expect(await readFile(path, 'utf8')).toBe('{"format":1,"rows":[{')
})
