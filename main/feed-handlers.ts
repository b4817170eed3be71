import type { serviceMethods } from '../src/contract.ts'
import { ok } from '../src/errors.ts'
import type { Handlers } from './answer.ts'
import type { Into } from './intake/take-in.ts'
import type { ImportDesk } from './import/import-desk.ts'
import { keepEntry } from './intake/keep-entry.ts'
import { Feeds } from './library/feeds/feeds.ts'
import { fetchAddress } from './web/fetch-address.ts'

/** The feeds of a library, with what they need of the net and of the import desk. */
export function feedsOf(into: Into, desk: ImportDesk): Feeds {
  return new Feeds(into.library, {
    fetch: fetchAddress,
    read: (source) => desk.feed(source),
    readList: (source) => desk.feedList(source),
    writeList: async (feeds) => (await import('../src/importers/feed/write-opml.ts')).writeFeedList(feeds),
    keep: (keeping) => keepEntry(keeping, { into, desk }),
  })
}

type FeedMethod = Extract<keyof typeof serviceMethods, `feed.${string}`>

/** What the service answers about feeds. `clock` tells an ISO date-time. */
export function feedHandlers(
  feeds: Feeds,
  clock: () => string,
): Pick<Handlers<typeof serviceMethods>, FeedMethod> {
  return {
    'feed.list': async () => feeds.list(),
    'feed.add': async ({ url }) => feeds.add(url),
    'feed.remove': async ({ id }) => feeds.remove(id),
    'feed.restore': async ({ id }) => feeds.restore(id),
    'feed.check': async ({ ids }) => feeds.check(ids),
    'feed.stop': async () => {
      await feeds.stop()
      return ok({})
    },
    'feed.entries': async (wanted) => feeds.entries(wanted),
    'feed.mark': async ({ entryIds, isSeen }) => feeds.mark(entryIds, isSeen),
    'feed.markAll': async ({ feedId }) => feeds.markAll(feedId),
    'feed.keep': async ({ entryId, loadsPage }) => feeds.keep(entryId, loadsPage),
    'feed.import': async ({ name, data }) =>
      feeds.importList({ name, bytes: Buffer.from(data, 'base64'), modified: null, now: clock() }),
    'feed.export': async () => feeds.exportList(),
  }
}
