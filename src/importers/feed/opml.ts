import { type Opml, parseOpml } from 'feedsmith'
import { fail, ok, type Result } from '../../errors.ts'
import type { ListedFeed } from '../../model/feed.ts'
import type { SourceFile } from '../source-file.ts'
import { wholeAddress } from './address.ts'
import { decodeFeed } from './decode-feed.ts'
import { isFeedList } from './root.ts'

/** What a reading list is called among people. */
export const feedListLabel = 'a list of feeds'

/** Ten thousand feeds have less. */
const maxBytes = 5_000_000

type Outline = Opml.Outline<string>

/**
 * The feeds of a reading list (OPML 1.0 and 2.0, opml.org/spec2.opml), each once with all groups it stands in: the outlines
 * around it, and its categories, which are paths too. Damage is read around where it can be.
 */
export function readFeedList(source: SourceFile): Result<ListedFeed[]> {
  const { name, bytes } = source
  if (bytes.length > maxBytes) return fail({ code: 'file-too-large', name, bytes: bytes.length, maxBytes })
  const text = decodeFeed(source)
  if (!text.ok) return text
  const broken = (reason: string) => fail({ code: 'format-broken', name, format: feedListLabel, reason })
  if (!isFeedList(text.value)) return broken('it begins like something else')
  const documents = documentsIn(text.value).map(parse)
  if (!documents.some((document) => document !== null)) return broken('its XML can’t be read')
  const feeds = new Map<string, ListedFeed>()
  for (const document of documents)
    for (const feed of feedsIn(document?.body?.outlines ?? [], []))
      feeds.set(feed.url, joined(feeds.get(feed.url), feed))
  if (feeds.size === 0) return fail({ code: 'collection-empty', name, format: feedListLabel })
  return ok([...feeds.values()])
}

/** Some programs write one list after another into the same file. */
function documentsIn(text: string): string[] {
  return text.split(/(?=<opml[\s>])/i).filter((part) => /^<opml/i.test(part))
}

function parse(text: string): Opml.Document<string> | null {
  try {
    return parseOpml(text)
  } catch {
    return null
  }
}

function feedsIn(outlines: readonly Outline[], path: readonly string[]): ListedFeed[] {
  return outlines.flatMap((outline) => {
    const { xmlUrl, htmlUrl, category, outlines: inner = [] } = outline
    const name = (outline.text ?? outline.title)?.replace(/\s+/g, ' ').trim() || null
    const url = wholeAddress(
      xmlUrl?.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'http:'),
      null,
    )
    const below = feedsIn(inner, url === null && name !== null ? [...path, name] : path)
    if (url === null) return below
    const folders = [...new Set([path.join('/'), ...categoriesIn(category)])].filter(
      (folder) => folder !== '',
    )
    return [{ url, title: name, siteUrl: wholeAddress(htmlUrl, null), folders }, ...below]
  })
}

/** `/Essays/Slow,reading`: paths by commas, however untidy. */
function categoriesIn(category = ''): string[] {
  return category.split(',').map((path) =>
    path
      .split('/')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join('/'),
  )
}

function joined(known: ListedFeed | undefined, feed: ListedFeed): ListedFeed {
  if (known === undefined) return feed
  const folders = [...new Set([...known.folders, ...feed.folders])]
  return { ...known, title: known.title ?? feed.title, siteUrl: known.siteUrl ?? feed.siteUrl, folders }
}
