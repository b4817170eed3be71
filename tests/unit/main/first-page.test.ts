import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { Layout } from '../../../main/library/files/layout.ts'
import { FirstPageWriter, readFirstPage } from '../../../main/library/first-page.ts'
import { Library } from '../../../main/library/library.ts'
import { DeviceId } from '../../../src/model/ids.ts'
import { defaultSettings } from '../../../src/model/settings.ts'
import { temporaryFolder } from './folder.ts'

async function openLibrary(root: string): Promise<Library> {
  const clock = (): string => '2026-01-01T00:00:00.000Z'
  const publish = (): void => undefined
  const opened = await Library.open({ root, device: DeviceId.parse('d0000000000a'), clock, publish })
  if (!opened.ok) throw new Error(opened.error.code)
  await opened.value.prepareWriting()
  await mkdir(opened.value.layout.local)
  return opened.value
}

test('what the list looked like is there at the next start', async () => {
  const root = join(await temporaryFolder(), 'library')
  const writer = new FirstPageWriter(await openLibrary(root))
  await writer.close()
  expect(await readFirstPage(root)).toEqual({ format: 1, rows: [], total: 0, settings: defaultSettings })
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
