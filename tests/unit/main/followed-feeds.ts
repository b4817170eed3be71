import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { FeedHelp } from '../../../main/library/feeds/feeds.ts'
import { Feeds } from '../../../main/library/feeds/feeds.ts'
import type { Fetched, FetchOptions } from '../../../main/web/fetch-address.ts'
import type { ArticleSummary, FeedEntryRow } from '../../../src/contract.ts'
import { fail, ok, type Result } from '../../../src/errors.ts'
import type { AtAddress } from '../../../src/importers/feed/at-address.ts'
import type { FeedEntry, ListedFeed } from '../../../src/model/feed.ts'
import { EntryId, idFromBytes } from '../../../src/model/ids.ts'
import { temporaryFolder } from './folder.ts'
import { listOf, newStory, openLibrary, valueOf } from './opened-library.ts'

/** What a server of the made-up net has at an address. */
export type Page = { at: AtAddress; etag?: string }

/** An entry of a feed: its title is its key, too. */
export function entry(title: string, publishedAt: string | null = null): FeedEntry {
  return {
    id: EntryId.parse(idFromBytes(createHash('sha256').update(title).digest())),
    key: `urn:${title}`,
    url: `https://example.org/${encodeURIComponent(title)}`,
    title,
    byline: null,
    publishedAt,
    published: publishedAt?.slice(0, 10) ?? null,
    language: null,
    tags: [],
    summary: `About ${title}.`,
    html: null,
    rest: {},
  }
}

export function feedOf(title: string, entries: FeedEntry[]): AtAddress {
  return { kind: 'feed', feed: { title, siteUrl: null, language: null, entries } }
}

type Given = { root?: string } & Parameters<typeof openLibrary>[1]

/** Feeds of a library whose net is `pages`; what was asked for is written down in `asked`. */
export async function openFeeds({ root, ...given }: Given = {}) {
  const folder = root ?? join(await temporaryFolder(), 'library')
  const opened = await openLibrary(folder, given)
  const { library, events } = opened
  const pages = new Map<string, Page>()
  const asked: { url: string; etag: string | null; from?: string | null }[] = []
  const kept: string[] = []
  const lists = new Map<string, ListedFeed[]>()
  const help: FeedHelp = {
    fetch: async (url, options?: FetchOptions): Promise<Result<Fetched | 'unchanged'>> => {
      const etag = options?.etag ?? null
      asked.push({ url, etag, ...(options?.from !== undefined && { from: options.from }) })
      const page = pages.get(url)
      if (page === undefined) return fail({ code: 'address-status', url, status: 404 })
      if (page.etag !== undefined && page.etag === etag) return ok('unchanged')
      const bytes = Buffer.from(url)
      return ok({ url, bytes, contentType: null, etag: page.etag ?? null, lastModified: null })
    },
    read: async ({ name }) => ok(pages.get(name)!.at),
    readList: async ({ name }) => ok(lists.get(name) ?? []),
    writeList: async (feeds) => feeds.map(({ url, title }) => `${title} ${url}`).join('\n'),
    keep: async ({ entry: { title } }): Promise<Result<ArticleSummary>> => {
      kept.push(title ?? '')
      return library.add(newStory({ title: title ?? '' }))
    },
  }
  const feeds = new Feeds(library, help)
  const titles = () => listOf(library).map(({ title }) => title)
  return { ...opened, root: folder, feeds, pages, asked, kept, lists, events, titles }
}

/** What is new, or all there is, as it is listed. */
export async function rowsOf(feeds: Feeds, view: 'new' | 'all' = 'new'): Promise<FeedEntryRow[]> {
  const page = await feeds.entries({ feedId: null, isNewOnly: view === 'new', skip: 0, limit: 500 })
  return valueOf(page).rows
}

export async function titlesOf(feeds: Feeds, view: 'new' | 'all' = 'new'): Promise<string[]> {
  return (await rowsOf(feeds, view)).map(({ title }) => title)
}
