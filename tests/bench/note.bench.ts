import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openToWrite } from '../../main/session.ts'
import type { Input } from '../../src/contract.ts'
import { expect, type Machine, test } from '../e2e/app.ts'
import { writeFloor } from './floor.ts'
import { placeLibrary } from './generator.ts'
import { inTurn, type Pair, printRatio, timed } from './measure.ts'

const rounds = 100

/** What the sizes cost to save in, in milliseconds, so that they can be compared. */
const costs = new Map<number, number[]>()

for (const stories of [1000, 10_000, 50_000]) {
  test(`a note saved in a library of ${stories}, against the floor`, async ({ machine }) => {
    placeLibrary(stories, machine.library)
    const note = noteOn(await anArticle(machine))
    process.env['XDG_CONFIG_HOME'] = machine.env['XDG_CONFIG_HOME']
    const session = await openToWrite(machine.library, 'the benchmark')
    if (!session.ok) throw new Error(session.error.code)
    let written = 0
    const { ours } = await compare(`saved by the service, ${stories} stories`, machine, {
      articleId: note.articleId,
      ours: async () => {
        const before = await bytesWritten()
        const startedAt = performance.now()
        const saved = await session.value.call('note.add', note)
        const ms = performance.now() - startedAt
        expect(saved.ok).toBe(true)
        written += (await bytesWritten()) - before
        return ms
      },
    })
    await session.value.close()
    costs.set(stories, ours)
    console.log(`  written for each note, file and list: ${(written / rounds / 1024).toFixed(0)} KB`)
    const least = costs.get(1000)
    if (least !== undefined && stories > 1000)
      printRatio(`a note in ${stories} stories against one in 1000`, {
        unit: 'ms',
        ours,
        floor: least,
        aim: stories === 50_000 ? 1.2 : null,
      })
  })
}

test('a note saved and answered to the window, against the floor', async ({ machine }) => {
  placeLibrary(1000, machine.library)
  const note = noteOn(await anArticle(machine))
  const { page } = await machine.start()
  await compare('saved and answered to the window, 1000 stories', machine, {
    articleId: note.articleId,
    ours: () => addInWindow(page, note),
  })
})

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
): Promise<Pair<number[]>> {
  const article = join(machine.library, 'articles', articleId)
  const folder = join(machine.folder, 'floor')
  await mkdir(folder, { recursive: true })
  const floor = async (): Promise<number> => {
    const names = (await readdir(article)).filter((entry) => entry.startsWith('notes.'))
    const stats = await Promise.all(names.map((name) => stat(join(article, name))))
    const newest = names.toSorted((a, b) => timeOf(b) - timeOf(a))[0] ?? ''
    const bytes = await readFile(join(article, newest))
    function timeOf(name: string): number {
      return stats[names.indexOf(name)]?.mtimeMs ?? 0
    }
    return timed(() => writeFloor(join(folder, newest), bytes))
  }
  const times = await inTurn(rounds, { ours, floor })
  printRatio(name, { unit: 'ms', ...times, aim: 1.5 })
  return times
}

/** What this process has had written to the disk, in bytes; proc(5). */
async function bytesWritten(): Promise<number> {
  return Number(/^write_bytes: (\d+)$/m.exec(await readFile('/proc/self/io', 'utf8'))?.[1])
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
