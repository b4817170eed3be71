import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import type { FeedEntry, FeedFacts } from '../../model/feed.ts'
import { EntryId, idFromBytes } from '../../model/ids.ts'
import { excerptOf } from '../../text/excerpt.ts'
import { wholeAddress } from './address.ts'
import { readFeedTime } from './feed-time.ts'
import { htmlOf, lineOf, textOf, type Words } from './words.ts'

/** An entry as its format gives it, with nothing made of it yet. */
export type GivenEntry = {
  /** What the feed itself calls it. */
  id: string | undefined
  /** Its address; relative ones lead on from `base`. */
  link: string | undefined
  base: string | null
  title: Words | null
  authors: readonly (string | undefined)[]
  /** The first that can be read is the one. */
  times: readonly (string | undefined)[]
  language: string | undefined
  tags: readonly (string | undefined)[]
  summary: Words | null
  content: Words | null
  rest: Record<string, unknown>
}

/** Teasers are a paragraph or two; a summary of more than this many characters is the text itself. */
const longestTeaser = 1000

/** As much of a text as stands for its summary where the feed has none: two lines of a list and more. */
const madeSummaryLength = 480

/** Null for an entry that says nothing: no title, no address, no text. */
export function feedEntry(given: GivenEntry, feed: FeedFacts): FeedEntry | null {
  const url = wholeAddress(given.link, given.base)
  const title = given.title === null ? null : lineOf(given.title)
  const summary = textIn(given.summary, url)
  const content = textIn(given.content, url)
  const text = summary ?? content
  if (title === null && url === null && text === null) return null
  const time = given.times.map(readFeedTime).find((found) => found !== null) ?? null
  const key = keyOf(given.id?.trim() || url, feed, [title, time?.at, text].join('\n'))
  return {
    id: EntryId.parse(idFromBytes(sha256(utf8ToBytes(key)))),
    key,
    url,
    title,
    byline: namesIn(given.authors),
    publishedAt: time?.at ?? null,
    published: time?.day ?? null,
    language: given.language?.trim() || null,
    tags: [...new Set(given.tags.map((tag) => tag?.trim() ?? '').filter((tag) => tag !== ''))],
    summary: summary ?? (content === null ? null : excerptOf(content, madeSummaryLength)),
    html: wholeText(given, content ?? summary),
    rest: restOf(given.rest),
  }
}

function textIn(words: Words | null, url: string | null): string | null {
  const text = words === null ? '' : textOf(words, url)
  return text === '' ? null : text
}

/** Many feeds number their entries: only what is an address of some kind names one entry of all. */
function keyOf(id: string | null, { siteUrl, title }: FeedFacts, said: string): string {
  if (id !== null && /^[a-z][a-z0-9+.-]*:\S/i.test(id)) return id
  return `${siteUrl ?? title ?? ''} ${id ?? said}`
}

/** `Mara Ellison, Jo Reed` */
function namesIn(authors: GivenEntry['authors']): string | null {
  const names = authors.map((name) => name?.replace(/\s+/g, ' ').trim() ?? '')
  return [...new Set(names)].filter((name) => name !== '').join(', ') || null
}

/** What the feed gives as the content; a summary only where it is too long to be one. */
function wholeText({ content, summary }: GivenEntry, text: string | null): string | null {
  if (text === null) return null
  if (content !== null) return htmlOf(content)
  return summary !== null && text.length > longestTeaser ? htmlOf(summary) : null
}

/** Of what the parser made of the other elements only what JSON can hold; it has nothing else. */
function restOf(rest: Record<string, unknown>): FeedEntry['rest'] {
  return z.record(z.string(), z.json()).safeParse(JSON.parse(JSON.stringify(rest))).data ?? {}
}
