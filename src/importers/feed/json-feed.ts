import type { JsonFeed } from 'feedsmith'
import type { FeedFacts } from '../../model/feed.ts'
import { wholeAddress } from './address.ts'
import type { GivenEntry } from './entry.ts'
import type { GivenFeed } from './rss.ts'
import { wordsOf } from './words.ts'

/** JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1). `url` is where it was loaded from. */
export function ofJsonFeed(feed: JsonFeed.Feed<string>, url: string | null): GivenFeed {
  const own = wholeAddress(feed.feed_url, url) ?? url
  const facts: FeedFacts = {
    title: feed.title?.trim() || null,
    siteUrl: wholeAddress(feed.home_page_url, own),
    language: feed.language?.trim() || null,
  }
  const base = facts.siteUrl ?? own
  return { facts, entries: (feed.items ?? []).map((item) => jsonItem(item, feed, base)) }
}

function jsonItem(item: JsonFeed.Item<string>, feed: JsonFeed.Feed<string>, base: string | null): GivenEntry {
  const { id, url, external_url, title, content_html, content_text, summary, ...others } = item
  const { date_published, date_modified, tags, authors, language, ...rest } = others
  return {
    id,
    link: url ?? external_url,
    base,
    title: wordsOf(title, 'text'),
    authors: (authors ?? feed.authors ?? []).map(({ name }) => name),
    times: [date_published, date_modified],
    language,
    tags: tags ?? [],
    summary: wordsOf(summary, 'text'),
    content: wordsOf(content_html, 'html') ?? wordsOf(content_text, 'text'),
    rest,
  }
}
