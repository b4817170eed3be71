import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server of this machine with a site and its feed. What it was asked for is written down. */
export type FeedServer = {
  url: string
  asked: string[]
  /** What the feed has from now on, the newest first; null: it answers 500. */
  items: Item[] | null
  close: () => void
}

/** `page` is what lies at the entry's address; `isWhole`: the feed itself has the text. */
export type Item = { title: string; text: string; isWhole?: boolean; page?: string }

export async function serveFeed(): Promise<FeedServer> {
  const asked: string[] = []
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // of a server that listens on a port
  const url = `http://127.0.0.1:${port}`
  const served: FeedServer = { url, asked, items: [], close: () => server.close() }
  return served

  function answer({ url: path = '/', headers }: IncomingMessage, response: ServerResponse): void {
    asked.push(path)
    if (path === '/') {
      const link = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
      response.setHeader('content-type', 'text/html')
      return void response.end(`<!doctype html><title>Tide watch</title>${link}<p>A site.</p>`)
    }
    const page = served.items?.find(({ title }) => path === `/${encodeURIComponent(title)}`)?.page
    if (page !== undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      return void response.end(page)
    }
    if (path !== '/feed.xml' || served.items === null) {
      response.statusCode = path === '/feed.xml' ? 500 : 404
      return void response.end('')
    }
    const body = feedOf(url, served.items)
    const etag = `"${served.items.length}-${served.items[0]?.title.length ?? 0}"`
    response.setHeader('etag', etag)
    if (headers['if-none-match'] === etag) response.statusCode = 304
    response.setHeader('content-type', 'application/rss+xml')
    response.end(response.statusCode === 304 ? '' : body)
  }
}

function feedOf(url: string, items: readonly Item[]): string {
  const content = 'http://purl.org/rss/1.0/modules/content/'
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="${content}"><channel>
    <title>Tide watch</title><link>${url}/</link>${items.map((item) => itemOf(url, item)).join('')}</channel></rss>`
}

function itemOf(url: string, { title, text, isWhole = false }: Item): string {
  const words = isWhole
    ? `<description>The beginning of it.</description><content:encoded><![CDATA[<p>${text}</p>]]></content:encoded>`
    : `<description>${text}</description>`
  return `<item><title>${title}</title><link>${url}/${encodeURIComponent(title)}</link>${words}</item>`
}
