import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, root, test } from '../e2e/app.ts'
import { writeFloor } from './floor.ts'
import { figure, inTurn, printRatio, timed } from './measure.ts'
import { madeStory } from './stocked-library.ts'

/** The story the app was conceived for; it is not ours to ship, and lies beside the project where it is developed. */
const foundingStory = join(root, '../shared/data/stories/founding-story.txt')
const rounds = 40

/** Milliseconds as the window sees them: the pipe, the service and the worker are all in it. */
type Import = { read: number; save: number }

for (const path of [madeStory, foundingStory].filter((story) => existsSync(story))) {
  const name = path === madeStory ? 'a made story of the same shape' : 'the founding story'
  test(`import of ${name}, against writing its files`, async ({ machine }) => {
    const { page } = await machine.start()
    const bytes = await readFile(path)
    const data = bytes.toString('base64')
    const imports: Import[] = []
    const save = await inTurn(rounds, {
      ours: async () => {
        const times = await importInWindow(page, data)
        imports.push(times)
        return times.save
      },
      floor: async () => {
        const files = await filesOfNewest(machine.library)
        const folder = join(machine.folder, `floor-${randomUUID()}`)
        return timed(async () => {
          await mkdir(folder)
          for (const file of files) await writeFloor(join(folder, file.name), file.bytes)
        })
      },
    })
    const read = imports.slice(1).map((times) => times.read)
    console.log(
      `  read and recognised: ${figure(read, 'ms')}; the first, with its worker: ${imports[0]?.read.toFixed(0)} ms`,
    )
    printRatio('saved, against the same files written durably', { unit: 'ms', ...save, aim: null })
  })
}

async function importInWindow(page: Page, data: string): Promise<Import> {
  const times = await page.evaluate(async (base64) => {
    const startedAt = performance.now()
    const handed = (await window.bridge.call('import.hand', { transferId: null, data: base64 })) as {
      value?: { transferId?: string }
    }
    const transferId = handed.value?.transferId
    const read = (await window.bridge.call('import.read', {
      name: 'story.txt',
      transferId,
      modified: null,
    })) as {
      value?: { draftId?: string }
    }
    const readAt = performance.now()
    const draftId = read.value?.draftId
    const saved = (await window.bridge.call('import.save', { draftId, facts: {} })) as { ok: boolean }
    return { read: readAt - startedAt, save: performance.now() - readAt, isSaved: saved.ok }
  }, data)
  expect(times.isSaved).toBe(true)
  return times
}

/** What the last import wrote. */
async function filesOfNewest(library: string): Promise<Array<{ name: string; bytes: Buffer }>> {
  const articles = join(library, 'articles')
  const folders = await Promise.all(
    (await readdir(articles)).map(async (id) => ({
      path: join(articles, id),
      at: (await stat(join(articles, id))).mtimeMs,
    })),
  )
  const newest = folders.reduce((last, folder) => (folder.at > last.at ? folder : last))
  const names = await readdir(newest.path)
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(newest.path, name)) })))
}
