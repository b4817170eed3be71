import { z } from 'zod'
import { fail, ok, type Result } from '../../errors.ts'
import { IsoTime } from '../../model/article.ts'
import { parseHtml } from '../../markup/html.ts'
import { firstNamed, textOf } from '../../markup/walk.ts'
import type { Entry } from '../entry.ts'
import type { CollectionImporter, Json, Listed, Listing } from '../importer.ts'
import { addressKey, webAddress } from '../services/address.ts'
import { readPage } from '../web-page/read-page.ts'
import type { Archived, ArchivedPage } from './archived-pages.ts'

const PageRecord = z.object({
  url: z.string(),
  date: z.string().nullable(),
  title: z.string(),
  html: z.string(),
})
type PageRecord = z.infer<typeof PageRecord>

/** Where the title of a page stands; nobody looks further for it. */
const headLength = 20_000

/**
 * What the pages of an archive come to. Where the archive says which of its documents are pages, the others (frames,
 * advertisements) are left out. Of two copies of one page the later counts.
 */
export function listPages(
  { pages, skipped, named }: Omit<Archived, 'hasRecords'>,
  { name, format }: { name: string; format: string },
): Result<Listing> {
  const known = new Map([...named].map(([url, title]) => [addressKey(url), title]))
  const wanted = pages.filter(({ url }) => known.has(addressKey(url)))
  const items = new Map<string, Listed>()
  const repeated: Listing['skipped'] = []
  for (const page of wanted.length > 0 ? wanted : pages) {
    const key = addressKey(page.url)
    if (items.has(key)) repeated.push({ where: page.url, reason: 'repeated' })
    items.set(key, listed(page, known.get(key) ?? titleOf(page) ?? page.url))
  }
  if (items.size === 0) return fail({ code: 'collection-empty', name, format })
  return ok({ items: [...items.values()], skipped: [...skipped, ...repeated], unplaced: [] })
}

function listed({ url, date, html }: ArchivedPage, title: string): Listed {
  const record = { url, date, title, html } satisfies PageRecord
  return { key: url, title, url: webAddress(url), notes: 0, hasText: true, record }
}

function titleOf({ html }: ArchivedPage): string | null {
  const title = firstNamed(parseHtml(html.slice(0, headLength)), 'title')
  const line = title === null ? '' : textOf(title).replace(/\s+/g, ' ').trim()
  return line === '' ? null : line
}

/** The article of a page; it was saved when the archive was made. */
export async function readPageRecord(
  record: Json,
  { id: importer, label }: CollectionImporter,
  now: string,
): Promise<Result<Entry>> {
  const page = PageRecord.safeParse(record)
  if (!page.success)
    return fail({ code: 'format-broken', name: label, format: label, reason: 'it is no page' })
  const { url, date, title, html } = page.data
  const entry = await readPage(html, { name: title, url, encoding: 'utf-8', importer, now })
  return entry.ok ? ok({ ...entry.value, addedAt: IsoTime.safeParse(date).data ?? null }) : entry
}
