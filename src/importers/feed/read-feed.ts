import { type AnyFeed, parseFeed } from 'feedsmith'
import { fail, ok, type Result } from '../../errors.ts'
import type { Feed, FeedEntry } from '../../model/feed.ts'
import type { Skipped } from '../../model/collection.ts'
import type { SourceFile } from '../source-file.ts'
import { ofAtom } from './atom.ts'
import { decodeFeed } from './decode-feed.ts'
import { feedEntry, type GivenEntry } from './entry.ts'
import { ofJsonFeed } from './json-feed.ts'
import { feedLabel } from './label.ts'
import { isFeedText, rootName } from './root.ts'
import { type GivenFeed, ofRdf, ofRss } from './rss.ts'

/** As much as is loaded from an address: the feeds of ten years of a daily are smaller. */
export const maxFeedBytes = 20_000_000
/** More than anybody looks through; feeds have some dozens. */
const maxEntries = 2000

export type ReadFeed = { feed: Feed; skipped: Skipped[] }

/** Reads RSS, Atom, RDF and JSON Feed. */
export function readFeed(source: SourceFile): Result<ReadFeed> {
  const { name, bytes, web } = source
  if (bytes.length > maxFeedBytes)
    return fail({ code: 'file-too-large', name, bytes: bytes.length, maxBytes: maxFeedBytes })
  const text = decodeFeed(source)
  if (!text.ok) return text
  const broken = (reason: string) => fail({ code: 'format-broken', name, format: feedLabel, reason })
  if (!isFeedText(text.value)) return broken('it begins like something else')
  const parsed = parse(text.value)
  if (parsed === null)
    return broken(rootName(text.value) === null ? 'its JSON can’t be read' : 'its XML can’t be read')
  return ok(entriesOf(givenFeed(parsed, web?.url ?? null)))
}

/** The parser throws where it can't go on, and its words are for programmers. */
function parse(text: string): AnyFeed | null {
  try {
    return parseFeed(text)
  } catch {
    return null
  }
}

function givenFeed(parsed: AnyFeed, url: string | null): GivenFeed {
  switch (parsed.format) {
    case 'rss':
      return ofRss(parsed.feed, url)
    case 'rdf':
      return ofRdf(parsed.feed, url)
    case 'atom':
      return ofAtom(parsed.feed, url)
    case 'json':
      return ofJsonFeed(parsed.feed, url)
  }
}

function entriesOf({ facts, entries: given }: GivenFeed): ReadFeed {
  const entries = new Map<string, FeedEntry>()
  const skipped: Skipped[] = []
  for (const [index, one] of given.slice(0, maxEntries).entries()) {
    const entry = feedEntry(one, facts)
    if (entry === null) skipped.push({ where: `entry ${index + 1}`, reason: 'nothing' })
    else if (entries.has(entry.key)) skipped.push({ where: nameOf(one, index), reason: 'repeated' })
    else entries.set(entry.key, entry)
  }
  if (given.length > maxEntries) skipped.push({ where: `entry ${maxEntries + 1}`, reason: 'over-limit' })
  return { feed: { ...facts, entries: [...entries.values()] }, skipped }
}

function nameOf({ title, link }: GivenEntry, index: number): string {
  return title?.text ?? link ?? `entry ${index + 1}`
}
