import type { AtomFeed } from 'feedsmith'
import type { FeedFacts } from '../../model/feed.ts'
import { wholeAddress } from './address.ts'
import type { GivenEntry } from './entry.ts'
import type { GivenFeed } from './rss.ts'
import { lineOf, titleOf, wordsOf } from './words.ts'

type Links = AtomFeed.Entry<string>['links']

/** Atom 0.3 and 1.0 (RFC 4287). `url` is where it was loaded from. */
export function ofAtom(feed: AtomFeed.Feed<string>, url: string | null): GivenFeed {
  const own = wholeAddress(feed.xml?.base, url)
  const siteUrl = wholeAddress(pageIn(feed.links), own ?? url)
  const title = titleOf(feed.title?.value, feed.title?.type)
  const facts: FeedFacts = {
    title: title === null ? null : lineOf(title),
    siteUrl,
    language: feed.xml?.lang?.trim() || null,
  }
  const base = own ?? url ?? siteUrl
  return { facts, entries: (feed.entries ?? []).map((entry) => atomEntry(entry, feed, base)) }
}

function atomEntry(
  entry: AtomFeed.Entry<string>,
  feed: AtomFeed.Feed<string>,
  base: string | null,
): GivenEntry {
  const { id, links, title, authors, published, updated, categories, xml, dc, ...others } = entry
  const { summary: _summary, content, ...rest } = others
  // "If an entry does not contain author elements, the author elements of the source, then of the feed apply" (4.2.1).
  const people = authors ?? entry.source?.authors ?? feed.authors ?? []
  return {
    id,
    link: pageIn(links) ?? content?.src,
    base: wholeAddress(xml?.base, base) ?? base,
    title: titleOf(title?.value, title?.type),
    authors: [...people.map(({ name }) => name), ...(dc?.creators ?? [])],
    times: [published, updated],
    language: xml?.lang,
    tags: (categories ?? []).map(({ term, label }) => label ?? term),
    ...textsOf(entry),
    rest,
  }
}

/** What repeats the summary is a teaser, whatever its element is called. */
function textsOf({ summary, content }: AtomFeed.Entry<string>): Pick<GivenEntry, 'summary' | 'content'> {
  const [short, long] = [wordsOf(summary?.value, summary?.type), wordsOf(content?.value, content?.type)]
  const isTeaser = short !== null && long !== null && lineOf(short) === lineOf(long)
  return { summary: short, content: isTeaser ? null : long }
}

/** The page itself: of its links the one to read, which need not say that it is. */
function pageIn(links: Links): string | undefined {
  const pages = (links ?? []).filter(({ rel = 'alternate' }) => rel === 'alternate')
  return (pages.find(({ type }) => type === undefined || /html/i.test(type)) ?? pages[0])?.href
}
