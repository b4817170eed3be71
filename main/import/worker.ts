import { parentPort } from 'node:worker_threads'
import { fail, ok, type Result } from '../../src/errors.ts'
import type { AtAddress } from '../../src/importers/feed/at-address.ts'
import type { CollectionImporter, Listing } from '../../src/importers/importer.ts'
import { candidateOf, importerOf } from '../../src/importers/read-source.ts'
import {
  isCollection,
  type ReadItem,
  readItem,
  type ReadStory,
  readStory,
  rereadSource,
} from '../../src/importers/read-story.ts'
import type { SourceFile } from '../../src/importers/source-file.ts'
import type { Skipped } from '../../src/model/collection.ts'
import type { ListedFeed } from '../../src/model/feed.ts'
import { unzip } from './unzip.ts'

/** An item of a collection, as far as it is known before it is read. */
export type ItemLine = { key: string; title: string; url: string | null; notes: number; hasText: boolean }

/** What a source turned out to be. */
export type Opened = { importer: string; label: string } & (
  | { kind: 'story'; story: ReadStory }
  | { kind: 'collection'; items: ItemLine[]; skipped: Skipped[]; unplaced: string[] }
)

/** What may be asked. `importer` forces a format. */
export type Requests = {
  /** A collection stays open under this id, for its items to be read. */
  open: { id: string; source: SourceFile; importer?: string }
  item: { id: string; index: number; now: string }
  reread: { source: SourceFile; importer?: string }
  /** What answered where a feed was looked for. */
  feed: { source: SourceFile }
  feedList: { source: SourceFile }
  close: { id: string }
}

export type Answers = {
  open: Result<Opened>
  /** Null where the collection is not open: this worker is not the one that opened it. */
  item: Result<ReadItem> | null
  reread: Result<ReadStory>
  feed: Result<AtAddress>
  feedList: Result<ListedFeed[]>
  close: null
}

export type Request = { [K in keyof Requests]: { kind: K } & Requests[K] }[keyof Requests]

const collections = new Map<string, { importer: CollectionImporter; items: Listing['items'] }>()

// Reads one thing at a time, away from the process that owns the library. It is stopped from outside when it takes too long, so
// nothing in here needs a time limit of its own.
parentPort?.on('message', (request: Request) => {
  void answer(request)
    .catch((error: unknown) => broken(request, error))
    .then((answered) => parentPort?.postMessage(answered))
})

/** A throw is a bug of an importer's. What else is open stays so. */
function broken(request: Request, error: unknown): Result<never> {
  const name =
    'source' in request
      ? request.source.name
      : 'index' in request
        ? collections.get(request.id)?.items[request.index]?.title
        : undefined
  console.error(`import of ${name}:`, error)
  const reason = error instanceof Error ? error.message : String(error)
  return fail({ code: 'file-unreadable', name: name ?? '', reason })
}

async function answer(request: Request): Promise<Answers[keyof Answers]> {
  switch (request.kind) {
    case 'open':
      return open(request)
    case 'item':
      return item(request)
    case 'reread': {
      const candidate = await candidateOf(request.source, unzip)
      return candidate.ok ? rereadSource(candidate.value, request.importer) : candidate
    }
    case 'feed':
      return (await import('../../src/importers/feed/at-address.ts')).readAtAddress(request.source)
    case 'feedList':
      return (await import('../../src/importers/feed/opml.ts')).readFeedList(request.source)
    case 'close':
      collections.delete(request.id)
      return null
  }
}

async function open({ id, source, importer: forced }: Requests['open']): Promise<Result<Opened>> {
  const candidate = await candidateOf(source, unzip)
  if (!candidate.ok) return candidate
  const importer = importerOf(candidate.value, forced)
  if (!importer.ok) return importer
  const format = { importer: importer.value.id, label: importer.value.label }
  if (!isCollection(importer.value)) {
    const story = await readStory(importer.value, candidate.value)
    return story.ok ? ok({ ...format, kind: 'story', story: story.value }) : story
  }
  const listing = await importer.value.list(candidate.value)
  if (!listing.ok) return listing
  const { items, skipped, unplaced } = listing.value
  if (items.length === 0) return fail({ code: 'collection-empty', name: source.name, format: format.label })
  collections.set(id, { importer: importer.value, items })
  return ok({ ...format, kind: 'collection', items: items.map(lineOf), skipped, unplaced })
}

function lineOf({ key, title, url, notes, hasText }: Listing['items'][number]): ItemLine {
  return { key, title, url, notes, hasText }
}

async function item({ id, index, now }: Requests['item']): Promise<Answers['item']> {
  const collection = collections.get(id)
  const listed = collection?.items[index]
  return collection === undefined || listed === undefined ? null : readItem(collection.importer, listed, now)
}
