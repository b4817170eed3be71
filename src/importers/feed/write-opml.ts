import { generateOpml } from 'feedsmith'
import type { ListedFeed } from '../../model/feed.ts'

/** A reading list as every program of its kind reads it: groups are categories, and none is lost by it. */
export function writeFeedList(feeds: readonly ListedFeed[]): string {
  const outlines = feeds.map(({ url, title, siteUrl, folders }) => ({
    type: 'rss',
    text: title ?? url,
    xmlUrl: url,
    ...(siteUrl !== null && { htmlUrl: siteUrl }),
    ...(folders.length > 0 && { category: folders.map((folder) => `/${folder}`).join(',') }),
  }))
  return `${generateOpml({ head: { title: 'Feeds' }, body: { outlines } })}\n`
}
