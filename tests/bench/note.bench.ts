import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openToWrite } from '../../main/session.ts'
import type { Input } from '../../src/contract.ts'
import { expect, type Machine, test } from '../e2e/app.ts'
import { writeFloor } from './floor.ts'
import { inTurn, printRatio, timed } from './measure.ts'
import { stockLibrary } from './stocked-library.ts'

const rounds = 100

for (const stories of [10, 1000]) {
  test(`a note saved in a library of ${stories}, against the floor`, async ({ machine }) => {
    await stockLibrary(machine, stories)
    const note = noteOn(await anArticle(machine))
    process.env['XDG_CONFIG_HOME'] = machine.env['XDG_CONFIG_HOME']
    const session = await openToWrite(machine.library, 'the benchmark')
    if (!session.ok) throw new Error(session.error.code)
    await compare(`saved by the service, ${stories} stories`, machine, {
      articleId: note.articleId,
      ours: async () => {
        const startedAt = performance.now()
        const saved = await session.value.call('note.add', note)
        const ms = performance.now() - startedAt
        expect(saved.ok).toBe(true)
        return ms
      },
    })
    await session.value.close()

    const { page } = await machine.start()
    await compare(`saved and answered to the window, ${stories} stories`, machine, {
      articleId: note.articleId,
      ours: () => addInWindow(page, note),
    })
  })
}

async function anArticle(machine: Machine): Promise<string> {
  return (await readdir(join(machine.library, 'articles')))[0] ?? ''
}

function noteOn(articleId: string): Input<'note.add'> {
  return {
    articleId,
    span: { start: 0, end: 40 },
    body: 'Who else was there?',
    color: 'yellow',
    tags: ['sea walls'],
  }
}

/** Saves notes, and after each the bytes that this put on the disk once more in the least possible way. */
async function compare(
  name: string,
  machine: Machine,
  { articleId, ours }: { articleId: string; ours: () => Promise<number> },
): Promise<void> {
  const article = join(machine.library, 'articles', articleId)
  const folder = join(machine.folder, 'floor')
  await mkdir(folder, { recursive: true })
  const floor = async (): Promise<number> => {
    const file = (await readdir(article)).find((entry) => entry.startsWith('notes.')) ?? ''
    const bytes = await readFile(join(article, file))
    return timed(() => writeFloor(join(folder, file), bytes))
  }
  printRatio(name, { unit: 'ms', ...(await inTurn(rounds, { ours, floor })), aim: 1.5 })
}

async function addInWindow(page: Page, note: Input<'note.add'>): Promise<number> {
  const { ms, isSaved } = await page.evaluate(async (input) => {
    const startedAt = performance.now()
    const saved = (await window.bridge.call('note.add', input)) as { ok: boolean }
    return { ms: performance.now() - startedAt, isSaved: saved.ok }
  }, note)
  expect(isSaved).toBe(true)
  return ms
}
