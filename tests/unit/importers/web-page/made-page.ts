import { readPage } from '../../../../src/importers/web-page/read-page.ts'
import type { Draft } from '../../../../src/model/article.ts'

export const url = 'https://www.harbour-post.example/news/bridge'
export const now = '2026-11-23T12:00:00.000Z'

const prose = [
  'The old swing bridge over the harbour opened again on Monday after two years of work, and the first to cross it were the children of the school.',
  'It had been shut since a barge ran into its eastern pier, and those who live on the island had to take the ferry, which stops at eight in the evening.',
  'The town paid for a third of the repair; the rest came from the county, which owns the road on both sides, and from a fund for old machines.',
]

/** Three paragraphs of a story, the first opened by `lead`. */
export function story(lead = ''): string {
  return prose.map((text, index) => `<p>${index === 0 ? lead : ''}${text}</p>`).join('\n')
}

export type Parts = { head?: string; html?: string; above?: string; body?: string; below?: string }

/** A page with a story in it. */
export function page({ head = '', html = '<html>', above = '', body = story(), below = '' }: Parts): string {
  return `<!doctype html>${html}<head>${head}</head><body><main>${above}<article>${body}</article>${below}</main></body></html>`
}

export async function read(parts: Parts | string, from: string | null = url): Promise<Draft> {
  const html = typeof parts === 'string' ? parts : page(parts)
  const entry = await readPage(html, {
    name: 'bridge.html',
    url: from,
    encoding: 'utf-8',
    importer: 'web-page',
    now,
  })
  if (!entry.ok) throw new Error(entry.error.code)
  return entry.value.draft
}
