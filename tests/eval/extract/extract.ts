import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Engine, engines, textOfHtml } from './engines.ts'
import { factScoresOf } from './facts.ts'
import { benchmarkPages, factPages, type GoldPage, mozillaPages } from './pages.ts'
import { bootstrap, type Compared, scoresOf } from './shingles.ts'

/** Pages that lie beside the project where it is developed; they belong to their publishers. */
const { values: options } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data/imports/pages' } },
})

/** As in the benchmark's own script. */
const samples = 1000

if (existsSync(options.data)) {
  const benchmark = benchmarkPages(join(options.data, 'aeb'))
  const even = benchmark.filter((_, number) => number % 2 === 0)
  const odd = benchmark.filter((_, number) => number % 2 === 1)
  await printBodies('article-extraction-benchmark, all', benchmark)
  // What was tried was judged by the even pages; the odd ones were looked at for the figures only.
  await printBodies('article-extraction-benchmark, even pages (tuned on)', even)
  await printBodies('article-extraction-benchmark, odd pages', odd)
  const mozilla = mozillaPages(join(options.data, 'readability'))
  await printBodies(
    'Mozilla’s pages',
    mozilla.map((page) => ({ ...page, truth: textOfHtml(page.truth, page.url) })),
  )
  await printFacts(join(options.data, 'cc-metadata'))
} else {
  console.log(
    `SKIPPED: ${options.data} is not there. The pages belong to their publishers and are no part of the project.`,
  )
}

async function printBodies(name: string, pages: readonly GoldPage[]): Promise<void> {
  const rows = await eachEngine(async (engine) => {
    const compared: Compared[] = []
    for (const { html, url, truth } of pages) compared.push({ found: (await engine(html, url)).text, truth })
    const { f1, precision, recall, exact } = scoresOf(compared)
    const spread = bootstrap(compared, samples, seeded(1))
    return [`${f1.toFixed(3)} ± ${spread.toFixed(3)}`, ...[precision, recall, exact].map(thousandths)]
  })
  printTable(`${name}: ${pages.length}`, ['F1', 'precision', 'recall', 'exact'], rows)
}

async function printFacts(folder: string): Promise<void> {
  const pages = factPages(folder)
  const rows = await eachEngine(async (engine) => {
    const judged = []
    for (const { html, url, facts } of pages) judged.push({ found: await engine(html, url), gold: facts })
    const { title, author, date, falseAuthors, precision, recall, f1 } = factScoresOf(judged)
    return [...[title, author, date, falseAuthors].map(percent), ...[precision, recall, f1].map(thousandths)]
  })
  const columns = ['title', 'author', 'date', 'false authors', 'phrases precision', 'recall', 'F1']
  printTable(`Creative Commons pages: ${pages.length}`, columns, rows)
}

async function eachEngine(measure: (engine: Engine) => Promise<string[]>): Promise<string[][]> {
  const rows: string[][] = []
  for (const [name, engine] of Object.entries(engines)) rows.push([name, ...(await measure(engine))])
  return rows
}

function printTable(name: string, columns: readonly string[], rows: readonly string[][]): void {
  const lines = [[name, ...columns], ['---', ...columns.map(() => '---:')], ...rows]
  console.log(`\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`)
}

function thousandths(value: number): string {
  return value.toFixed(3)
}

function percent(value: number): string {
  return `${(100 * value).toFixed(0)} %`
}

/** mulberry32: the same samples in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
