import { z } from 'zod'
import { fail, ok, type Result } from '../../errors.ts'
import type { Skipped } from '../../model/collection.ts'
import { toXml } from '../../markup/to-xml.ts'
import type { Element } from '../../markup/tree.ts'
import { parseXml } from '../../markup/xml.ts'
import type { Entry } from '../entry.ts'
import type { CollectionImporter, Json, Listed, Listing } from '../importer.ts'
import { webAddress } from '../services/address.ts'
import type { SourceFile } from '../source-file.ts'
import type { AgencyStory } from './agency-story.ts'
import { entryOfAgency } from './entry-of-agency.ts'

/** One item of a message, as XML. */
const ItemRecord = z.object({ name: z.string(), xml: z.string() })
type ItemRecord = z.infer<typeof ItemRecord>

/** How the items of a format are told apart and read. */
type ItemFormat = {
  source: SourceFile
  format: string
  keyOf(item: Element): string | null
  isStory(item: Element): boolean
  read(item: Element): AgencyStory
}

/** What the items of a message come to. Of those with one key the last counts: agencies send corrections after what they correct. */
export function listItems(elements: readonly Element[], format: ItemFormat): Result<Listing> {
  const { source, keyOf, isStory, read } = format
  const items = new Map<string, Listed>()
  const skipped: Skipped[] = []
  for (const [index, element] of elements.entries()) {
    const where = keyOf(element) ?? `${element.name} ${index + 1}`
    if (!isStory(element)) {
      skipped.push({ where, reason: 'unsupported' })
      continue
    }
    if (items.has(where)) skipped.push({ where, reason: 'repeated' })
    const { headline, url } = read(element)
    const title = headline ?? where
    const record = { name: title, xml: toXml(element) } satisfies ItemRecord
    items.set(where, { key: where, title, url: webAddress(url), notes: 0, hasText: true, record })
  }
  if (items.size > 0) return ok({ items: [...items.values()], skipped, unplaced: [] })
  return fail({ code: 'collection-empty', name: source.name, format: format.format })
}

export function readRecord(
  record: Json,
  {
    importer,
    now,
    read,
  }: { importer: CollectionImporter; now: string; read: (item: Element) => AgencyStory },
): Result<Entry> {
  const parsed = ItemRecord.safeParse(record)
  const item = parsed.success ? parseXml(parsed.data.xml) : null
  const name = parsed.data?.name ?? importer.label
  if (item === null)
    return fail({ code: 'format-broken', name, format: importer.label, reason: 'it is no item' })
  return entryOfAgency(read(item), { name, importer: importer.id, encoding: 'utf-8', modified: null, now })
}
