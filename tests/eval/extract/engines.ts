import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import { piecesOfElement } from '../../../src/importers/html/content-of-html.ts'
import { contentOfPieces } from '../../../src/importers/piece.ts'
import { readPage } from '../../../src/importers/web-page/read-page.ts'
import { parseHtml } from '../../../src/markup/html.ts'

/** What an engine makes of a page; all texts are made of its HTML by the same conversion. */
export type Extracted = { text: string; title: string; author: string; date: string }

export type Engine = (html: string, url: string | null) => Promise<Extracted>

const nothing: Extracted = { text: '', title: '', author: '', date: '' }

export const engines: Record<string, Engine> = {
  Lectern: async (html, url) => {
    const read = await readPage(html, { name: 'page.html', url, encoding: 'utf-8', importer: 'web-page' })
    if (!read.ok) return nothing
    const { facts, content } = read.value.draft
    const { title, byline, published } = facts
    return { text: content.text, title, author: byline ?? '', date: published ?? '' }
  },
  'Readability on linkedom': async (html, url) => {
    const read = new Readability(parseHTML(whole(html)).document).parse()
    return {
      text: textOfHtml(read?.content ?? '', url),
      title: read?.title ?? '',
      author: read?.byline ?? '',
      date: read?.publishedTime?.slice(0, 10) ?? '',
    }
  },
  Defuddle: async (html, url) => {
    const read = await quietly(() => Defuddle(parseHTML(whole(html)).document, url ?? undefined))
    const { content, title, author, published } = read
    return { text: textOfHtml(content, url), title, author, date: published.slice(0, 10) }
  },
}

/** The text that our own import makes of an article's HTML. */
export function textOfHtml(html: string, url: string | null): string {
  return contentOfPieces(piecesOfElement(parseHtml(html), { url }), []).text
}

/** linkedom makes nothing of a page without its outer tags. */
function whole(html: string): string {
  return /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
}

/** Defuddle says on the console what it stumbles over. */
async function quietly<T>(task: () => Promise<T>): Promise<T> {
  const { error, warn, log } = console
  Object.assign(console, { error: ignore, warn: ignore, log: ignore })
  try {
    return await task()
  } finally {
    Object.assign(console, { error, warn, log })
  }
}

function ignore(): void {
  // nobody reads it
}
