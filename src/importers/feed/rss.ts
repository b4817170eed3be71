import type { RdfFeed, RssFeed } from 'feedsmith'
import type { FeedFacts } from '../../model/feed.ts'
import { wholeAddress } from './address.ts'
import type { GivenEntry } from './entry.ts'
import { titleOf, wordsOf } from './words.ts'

/** What a feed of any format comes to before its entries are read. */
export type GivenFeed = { facts: FeedFacts; entries: GivenEntry[] }

type Channel = RssFeed.Feed<string> | RdfFeed.Feed<string>

/** RSS 0.9 to 2.0. `url` is where it was loaded from. */
export function ofRss(feed: RssFeed.Feed<string>, url: string | null): GivenFeed {
  const facts = factsOf(feed, feed.language, url)
  const base = baseOf(feed, facts, url)
  return { facts, entries: (feed.items ?? []).map((item) => rssItem(item, base)) }
}

/** RSS 1.0, which is RDF. */
export function ofRdf(feed: RdfFeed.Feed<string>, url: string | null): GivenFeed {
  const facts = factsOf(feed, undefined, url)
  const base = baseOf(feed, facts, url)
  return { facts, entries: (feed.items ?? []).map((item) => rdfItem(item, base)) }
}

function factsOf(feed: Channel, language: string | undefined, url: string | null): FeedFacts {
  const named = language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang
  const title = feed.title?.replace(/\s+/g, ' ').trim() || null
  return { title, siteUrl: wholeAddress(feed.link, url), language: named?.trim() || null }
}

/** The feed's own word for it, else its site: what it was loaded from is often a service that only passes it on. */
function baseOf(feed: Channel, { siteUrl }: FeedFacts, url: string | null): string | null {
  return wholeAddress(feed.xml?.base, url) ?? siteUrl ?? url
}

function rssItem(item: RssFeed.Item<string>, base: string | null): GivenEntry {
  const { title, link, description, authors, categories, guid, pubDate, atom, content, dc, xml, ...rest } =
    item
  const isAddress = guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? '')
  return {
    id: guid?.value,
    link:
      link ??
      atom?.links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href ??
      (isAddress ? guid?.value : undefined),
    base: wholeAddress(xml?.base, base) ?? base,
    title: titleOf(title ?? dc?.titles?.[0]),
    authors: [...(authors ?? []).map(({ name }) => name), ...(dc?.creators ?? [])],
    times: [pubDate, ...(dc?.dates ?? []), atom?.published, atom?.updated],
    language: xml?.lang ?? dc?.languages?.[0],
    tags: [...(categories ?? []).map(({ name }) => name), ...subjectsIn(dc?.subjects)],
    summary: wordsOf(description ?? dc?.descriptions?.[0]),
    content: wordsOf(content?.encoded, 'html'),
    rest,
  }
}

function rdfItem(item: RdfFeed.Item<string>, base: string | null): GivenEntry {
  const { title, link, description, rdf, content, dc, xml, ...rest } = item
  return {
    id: rdf?.about,
    link: link ?? rdf?.about,
    base: wholeAddress(xml?.base, base) ?? base,
    title: titleOf(title ?? dc?.titles?.[0]),
    authors: dc?.creators ?? [],
    times: dc?.dates ?? [],
    language: xml?.lang ?? dc?.languages?.[0],
    tags: subjectsIn(dc?.subjects),
    summary: wordsOf(description ?? dc?.descriptions?.[0]),
    content: wordsOf(content?.encoded, 'html'),
    rest,
  }
}

/** Several subjects often stand in one element. */
function subjectsIn(subjects: readonly string[] = []): string[] {
  return subjects.flatMap((subject) => subject.split(/[,;]/))
}
