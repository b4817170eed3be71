import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openToWrite } from '../../main/session.ts'
import type { Output } from '../../src/contract.ts'
import { placeLibrary } from './generator.ts'

let folder: string

test.beforeEach(() => {
  // The largest library is made within two minutes, on a busy machine within ten.
  test.setTimeout(1_200_000)
  folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  process.env['XDG_CONFIG_HOME'] = join(folder, 'config')
})

test.afterEach(() => rmSync(folder, { recursive: true }))

for (const articles of [1000, 10_000, 50_000]) {
  test(`the list of ${articles} articles from their files, and looking whether it still is`, async () => {
    const library = join(folder, 'library')
    placeLibrary(articles, library)
    print('made from the files', articles, { aim: 1.2, ...(await openWhole(library, articles)) })
    print('looked through at the next start', articles, { aim: 0.1, ...(await openWhole(library, articles)) })
  })
}

/** Opens a library as a command does: its list is whole when it is answered. */
async function openWhole(library: string, articles: number): Promise<{ cpu: number; wall: number }> {
  const startedAt = performance.now()
  const before = process.cpuUsage()
  const session = await openToWrite(library, 'the benchmark')
  if (!session.ok) throw new Error(session.error.code)
  const list = {
    filter: 'all',
    query: '',
    sort: { by: 'added', isReversed: false },
    after: null,
    skip: 0,
    limit: 100,
  }
  const listed = await session.value.call('article.list', list)
  const { user, system } = process.cpuUsage(before)
  const wall = performance.now() - startedAt
  expect(listed.ok && (listed.value as Output<'article.list'>).total).toBe(articles)
  await session.value.close()
  return { cpu: (user + system) / 1000, wall }
}

/** Judged by the time of the processor, which a busy machine does not stretch. */
function print(
  what: string,
  articles: number,
  { cpu, wall, aim }: { cpu: number; wall: number; aim: number },
): void {
  const each = cpu / articles
  const verdict = `aim ≤ ${aim}: ${each <= aim ? 'met' : 'missed'}`
  console.log(
    `  ${what}: ${each.toFixed(3)} ms of the processor each (${verdict}), ${(wall / 1000).toFixed(1)} s in all`,
  )
}
