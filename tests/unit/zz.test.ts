import { test } from 'vitest'
import { writeFileSync } from 'node:fs'
import { textToFind } from '../../main/library/index/entry.ts'
import { wordsToFind } from '../../main/library/index/words.ts'
import { madeEntries } from '../bench/made-entries.ts'
test('x', () => {
  const t = performance.now(), c = process.cpuUsage()
  const e = madeEntries(50000); const u = process.cpuUsage(c); console.log('made', performance.now() - t, (u.user + u.system) / 1e3)
  writeFileSync('/tmp/ix/docs.json', JSON.stringify(e.map((x) => [x.summary.addedAt, x.summary.id, wordsToFind(textToFind(x.summary)).join(' ')])))
}, 300000)
