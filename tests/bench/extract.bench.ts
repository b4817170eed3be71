import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Readability } from '@mozilla/readability'
import { test } from '@playwright/test'
import { parseHTML } from 'linkedom'
import { readPage } from '../../src/importers/web-page/read-page.ts'
import { root } from '../e2e/app.ts'
import { benchmarkPages } from '../eval/extract/pages.ts'
import { makeArticle } from './made-article.ts'
import { figure, inTurn, printRatio, timed } from './measure.ts'

/** Real pages belong to their publishers, and lie beside the project where it is developed. */
const folder = join(root, '../shared/data/imports/pages/aeb')
const rounds = 5

const pages = existsSync(folder) ? benchmarkPages(folder).map(({ html }) => html) : madePages(60)
const kind = existsSync(folder) ? 'real pages' : 'made pages'

test('articles of pages with their facts, against plain Readability on linkedom', async () => {
  const bytes = pages.reduce((sum, html) => sum + html.length, 0)
  console.log(`  ${pages.length} ${kind}, ${Math.round(bytes / pages.length / 1000)} kB each`)
  const perPage = async (read: (html: string) => unknown): Promise<number> =>
    (await timed(() => inOrder(pages, read))) / pages.length
  const times = await inTurn(rounds, {
    ours: () => perPage(readOurs),
    floor: () => perPage((html) => new Readability(parseHTML(html).document).parse()),
  })
  printRatio('a page', { unit: 'ms', ...times, aim: 1.3 })
  console.log(
    `  pages a second: ${figure(
      times.ours.map((time) => 1000 / time),
      '',
    )}`,
  )
})

test('memory over 1,000 pages', async () => {
  const megabytes: number[] = []
  for (let read = 0; read < 1000; read += 1) {
    await readOurs(pages[read % pages.length]!)
    if (read % 100 === 99) megabytes.push(Math.round(process.memoryUsage().rss / 1e6))
  }
  console.log(`  ${kind}; after each hundred: ${megabytes.join(', ')} MB`)
})

async function inOrder(all: readonly string[], read: (html: string) => unknown): Promise<void> {
  for (const html of all) await read(html)
}

function readOurs(html: string): Promise<unknown> {
  return readPage(html, { name: 'page.html', url: null, encoding: 'utf-8', importer: 'web-page' })
}

/** Stories with as much around them as a page of a paper has. */
function madePages(count: number): string[] {
  const links = '<li class="teaser"><a href="/story">Another story of the day</a></li>'.repeat(300)
  const script = `<script>${'var settings = { tracking: false };'.repeat(2000)}</script>`
  return Array.from({ length: count }, (_, number) => {
    const { text } = makeArticle(1, number).added.draft.content
    const story = text.replace(/.+/g, '<p>$&</p>')
    return `<!doctype html><html><head>${script}</head><body><nav><ul>${links}</ul></nav><article>${story}</article><aside><ul>${links}</ul></aside></body></html>`
  })
}
