import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodeHtml } from '../../../src/importers/web-page/decode-html.ts'

/** A page with the true text of its article, or with the phrases that its text has and has not. */
export type GoldPage = { id: string; html: string; url: string | null; truth: string }

/** What people found in a page; empty where it says nothing. */
export type GoldFacts = { title: string; author: string; date: string; with: string[]; without: string[] }

/** Of article-extraction-benchmark: people marked the text. */
export function benchmarkPages(folder: string): GoldPage[] {
  const truths = readJson<Record<string, { articleBody: string; url: string }>>(
    join(folder, 'ground-truth.json'),
  )
  return Object.entries(truths).map(([id, { articleBody, url }]) => {
    const html = gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))).toString('utf8')
    return { id, html, url, truth: articleBody }
  })
}

/** Of Readability's own tests: `truth` is the HTML it is expected to give. */
export function mozillaPages(folder: string): GoldPage[] {
  return readdirSync(folder)
    .filter((id) => existsSync(join(folder, id, 'source.html')))
    .map((id) => {
      const [html, truth] = ['source.html', 'expected.html'].map((file) =>
        readFileSync(join(folder, id, file), 'utf8'),
      )
      return { id, html: html!, url: 'http://fakehost/test/page.html', truth: truth! }
    })
}

/** Pages under Creative Commons, from trafilatura's evaluation. */
export function factPages(folder: string): (GoldPage & { facts: GoldFacts })[] {
  const gold = readJson<Record<string, GoldFacts & { url: string }>>(join(folder, 'gold.json'))
  return Object.entries(gold).map(([id, { url, ...facts }]) => {
    const { text: html } = decodeHtml(readFileSync(join(folder, 'html', id)), null)
    return { id, html, url, truth: '', facts }
  })
}

function readJson<T>(path: string): T {
  const value: T = JSON.parse(readFileSync(path, 'utf8'))
  return value
}
