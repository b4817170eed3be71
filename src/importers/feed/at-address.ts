import { fail, ok, type Result } from '../../errors.ts'
import type { Feed } from '../../model/feed.ts'
import { parseHtml } from '../../markup/html.ts'
import { descendantsNamed } from '../../markup/walk.ts'
import type { SourceFile } from '../source-file.ts'
import { decodeHtml } from '../web-page/decode-html.ts'
import { wholeAddress } from './address.ts'
import { decodeFeed } from './decode-feed.ts'
import { readFeed } from './read-feed.ts'
import { isFeedText } from './root.ts'

/** What answers at an address: a feed, or a page that names the feeds of its site, the first being the main one. */
export type AtAddress = { kind: 'feed'; feed: Feed } | { kind: 'page'; feeds: string[] }

/** Reads what an address answered; `feed-none` where it is neither a feed nor knows of one. */
export function readAtAddress(source: SourceFile): Result<AtAddress> {
  const text = decodeFeed(source)
  if (text.ok && isFeedText(text.value)) {
    const read = readFeed(source)
    return read.ok ? ok({ kind: 'feed', feed: read.value.feed }) : read
  }
  const feeds = feedsNamedIn(source)
  if (feeds.length > 0) return ok({ kind: 'page', feeds })
  return fail({ code: 'feed-none', url: source.name })
}

/** `<link rel="alternate" type="application/rss+xml" href="…">` (rssboard.org/rss-autodiscovery) */
function feedsNamedIn({ bytes, web }: SourceFile): string[] {
  const { text } = decodeHtml(bytes, web?.contentType ?? null)
  const page = parseHtml(text)
  const base = wholeAddress(descendantsNamed(page, 'base')[0]?.attributes.get('href'), web?.url ?? null)
  return descendantsNamed(page, 'link').flatMap(({ attributes }) => {
    const isAlternate = /(?:^|\s)alternate(?:\s|$)/i.test(attributes.get('rel') ?? '')
    const isFeed = /^application\/(?:(?:rss|atom|rdf)\+xml|feed\+json|json)\b/i.test(
      attributes.get('type')?.trim() ?? '',
    )
    const url = wholeAddress(attributes.get('href'), base ?? web?.url ?? null)
    return isAlternate && isFeed && url !== null ? [url] : []
  })
}
