import type { ArticleSummary } from '../../src/contract.ts'
import { ok, type Result } from '../../src/errors.ts'
import { entryRecord, feedImporter } from '../../src/importers/feed/entry-record.ts'
import type { RecordFile } from '../../src/importers/importer.ts'
import type { ReadItem } from '../../src/importers/read-story.ts'
import type { ImportDesk } from '../import/import-desk.ts'
import type { Keeping } from '../library/feeds/feeds.ts'
import { loadSource } from './load-source.ts'
import { type Into, knownArticle, takeIn } from './take-in.ts'

/** Makes an article of a feed's entry; one that it was made before, or that has its address, is answered as it is. */
export async function keepEntry(
  keeping: Keeping,
  { into, desk }: { into: Into; desk: ImportDesk },
): Promise<Result<ArticleSummary>> {
  const { entry, loadsPage } = keeping
  const origin = { importer: feedImporter, key: entry.key }
  into.library.listWritten()
  const known = knownArticle(into.library, { origin, url: entry.url })
  if (known !== undefined && !(known.isOnlyLink && loadsPage)) return ok(known)
  const told = await itemOf(keeping, { into, desk })
  if (!told.ok) return told
  const page = loadsPage ? await pageOf(keeping, { into, desk }) : null
  const item = page !== null && saysMore(page, told.value) ? withFacts(page, told.value) : told.value
  const taken = await takeIn({ ...item, origin }, into)
  return taken.ok ? ok(taken.value.article) : taken
}

type At = { into: Into; desk: ImportDesk }

/** The entry as the feed tells it. */
async function itemOf(
  { entry, feed }: Keeping,
  { into, desk }: At,
): Promise<Result<Omit<ReadItem, 'origin'>>> {
  const record: RecordFile = { importer: feedImporter, record: entryRecord(entry, feed) }
  const name = `${(entry.title ?? entry.key).slice(0, 100)}.json`
  const source = { name, bytes: Buffer.from(JSON.stringify(record)) }
  const read = await desk.reread({ ...source, modified: null, now: into.library.options.clock() })
  return read.ok ? ok({ ...read.value, source }) : read
}

/** The entry's page; null where it can't be had, or no story was found on it. */
async function pageOf(
  { entry, feedUrl }: Keeping,
  { into, desk }: At,
): Promise<Omit<ReadItem, 'origin'> | null> {
  const { url } = entry
  if (url === null) return null
  const source = await loadSource(url, into.library.options.clock(), { from: feedUrl })
  if (!source.ok) return null
  const read = await desk.reread(source.value)
  if (!read.ok) return null
  // Where the page leads elsewhere, the article keeps the address that the feed gives it.
  return { ...read.value, draft: { ...read.value.draft, url }, source: source.value }
}

/** What the page does not say of itself, and its feed does. */
function withFacts(page: Omit<ReadItem, 'origin'>, told: Pick<ReadItem, 'draft'>): Omit<ReadItem, 'origin'> {
  const { facts } = page.draft
  const { byline, published, tags } = told.draft.facts
  const known = { byline: facts.byline ?? byline, published: facts.published ?? published }
  const all = [...new Set([...facts.tags, ...tags])]
  return { ...page, draft: { ...page.draft, facts: { ...facts, ...known, tags: all } } }
}

/** Of a page that shows less than half of what the feed has, something is kept back: a wall for readers who do not pay. */
function saysMore(page: Pick<ReadItem, 'draft'>, told: Pick<ReadItem, 'draft'>): boolean {
  return told.draft.isOnlyLink || page.draft.words * 2 >= told.draft.words
}
