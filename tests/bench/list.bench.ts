import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@playwright/test'
import type { Entry } from '../../main/library/index/entry.ts'
import { Index } from '../../main/library/index/index.ts'
import type { ListFilter } from '../../src/contract.ts'
import { Sort } from '../../src/model/settings.ts'
import { madeEntries } from './made-entries.ts'
import { figure, inTurn, printRatio } from './measure.ts'

const [few, many] = [1000, 50_000]
const rounds = 100
/** How many entries the library service takes in at once while it fills the index. */
const batch = 64

type Stocked = { path: string; entries: Entry[]; index: Index }
let small: Stocked
let large: Stocked
let folder: string

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  const entries = madeEntries(many)
  small = stock(entries.slice(0, few))
  large = stock(entries)
})

test.afterAll(() => {
  for (const { index } of [small, large]) index.close()
  rmSync(folder, { recursive: true })
})

for (const by of Sort.shape.by.options) {
  test(`the first 100 rows by ${by}`, async () => {
    printRatio(`of ${many} articles, against ${few}`, {
      unit: 'ms',
      ...(await bothSizes(({ index }) => firstPage(index, { by }))),
      aim: 1.3,
    })
  })
}

test('the first 100 rows of an index that has just been opened', async () => {
  const times = await bothSizes((stocked) => {
    stocked.index.close()
    return milliseconds(() => {
      stocked.index = Index.open(stocked.path, 'library').index
      firstPage(stocked.index, {})
    })
  })
  printRatio(`of ${many} articles, against ${few}`, { unit: 'ms', ...times, aim: 1.3 })
})

test('100 rows from the depth of a list', () => {
  const times = repeated(() => firstPage(large.index, { skip: many - 100 }))
  console.log(`  behind ${many - 100} rows: ${figure(times, 'ms')}`)
})

for (const [kind, query] of [
  ['one letter', 's'],
  ['two letters', 'st'],
  ['three letters', 'sta'],
  ['a word', 'harbour'],
  ['two words', 'story 49'],
  ['a name few have', null],
  ['a sentence nobody wrote', 'the story of 12 harbours'],
] as const) {
  test(`a page and the total for ${kind}`, () => {
    const { index, entries } = large
    const words = query ?? nameIn(entries)
    for (const filter of ['all', 'unread', 'starred'] as const) {
      const total = index.count(filter, words)
      const typed = repeated(() => {
        index.count(filter, 'something else') // what was asked last is kept
        return milliseconds(() => {
          firstPage(index, { filter, query: words })
          index.count(filter, words)
        })
      })
      const next = repeated(() => firstPage(index, { filter, query: words, skip: 100 }))
      console.log(
        `  ${filter}, ${total} of ${many}: ${figure(typed, 'ms')}; the next page ${figure(next, 'ms')}`,
      )
    }
  })
}

test('an entry put: a note was saved', async () => {
  const written = async (stocked: Stocked): Promise<number> => {
    const before = await bytesWritten()
    for (const entry of stocked.entries.slice(0, rounds)) stocked.index.put([withNote(entry)])
    return ((await bytesWritten()) - before) / rounds / 1024
  }
  const times = await bothSizes(({ index, entries }) => {
    const entry = withNote(entries[Math.floor(Math.random() * few)]!)
    return milliseconds(() => index.put([entry]))
  })
  printRatio(`in ${many} articles, against ${few}`, { unit: 'ms', ...times, aim: 1.2 })
  console.log(
    `  written for each: ${(await written(large)).toFixed(0)} KB (${(await written(small)).toFixed(0)} KB at ${few})`,
  )
})

test('what the start asks', () => {
  console.log(
    `  the stamps of ${many} articles: ${figure(
      repeated(() => milliseconds(() => large.index.stamps()), 9),
      'ms',
    )}`,
  )
  console.log(`  all is checked: ${milliseconds(() => large.index.check()).toFixed(0)} ms`)
})

function stock(entries: Entry[]): Stocked {
  const path = join(folder, `${entries.length}.db`)
  const { index } = Index.open(path, 'library')
  const ms = milliseconds(() => {
    for (let at = 0; at < entries.length; at += batch) index.put(entries.slice(at, at + batch))
  })
  index.close()
  const kilobytes = statSync(path).size / 1000
  console.log(
    `  ${entries.length} articles put: ${perArticle(ms, entries)} ms and ${perArticle(kilobytes, entries)} KB each`,
  )
  return { path, entries, index: Index.open(path, 'library').index }
}

function perArticle(total: number, entries: Entry[]): string {
  return (total / entries.length).toFixed(2)
}

type Asked = { by?: Sort['by']; filter?: ListFilter; query?: string; skip?: number }

/** How long a page takes. */
function firstPage(index: Index, { by = 'added', filter = 'all', query = '', skip = 0 }: Asked): number {
  const sort = { by, isReversed: false }
  return milliseconds(() => index.page({ filter, query, sort, after: null, skip, limit: 100 }))
}

function bothSizes(measure: (stocked: Stocked) => number): Promise<{ ours: number[]; floor: number[] }> {
  return inTurn(rounds, {
    ours: () => Promise.resolve(measure(large)),
    floor: () => Promise.resolve(measure(small)),
  })
}

function repeated(measure: () => number, times = 21): number[] {
  measure()
  return Array.from({ length: times }, measure)
}

/** Milliseconds of the processor: what an idle machine would take, however busy this one is. */
function milliseconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function withNote(entry: Entry): Entry {
  entry.summary = { ...entry.summary, notes: entry.summary.notes + 1 }
  entry.stamp += '.'
  return entry
}

/** A name that stands in the byline of some article. */
function nameIn(entries: Entry[]): string {
  const { byline } = entries.findLast(({ summary }) => summary.byline !== null)!.summary
  return byline!.split(' ').at(-1)!
}

/** What this process has written so far, to files and elsewhere. */
async function bytesWritten(): Promise<number> {
  const io = await readFile('/proc/self/io', 'utf8')
  return Number(/^wchar: (\d+)$/m.exec(io)?.[1])
}
