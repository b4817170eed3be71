import { ok, type Result } from '../../errors.ts'
import type { Json } from '../importer.ts'
import type { Zip } from '../source-file.ts'
import { addressKey } from './address.ts'
import { fieldsOf, objectOf, type Fields } from './fields.ts'
import { entryOf, readJson, rowsOf } from './found.ts'
import type { Found } from './service.ts'

/** What the files beside the tables say of one address. */
type Said = {
  url: string
  title: string | null
  excerpt: string | null
  highlights: Json[]
  collections: string[]
  notes: Json[]
}

/** Whether a zip is Pocket's, by the names in it: a vault of notes may have a table that is called after the service, too. */
export function isPocketZip({ names }: Zip): boolean {
  if (names.some((name) => /(?:^|\/)(?:part_\d+\.csv|annotations\/part_\d+\.json)$/i.test(name))) return true
  return names.some(isTable) && !names.some((name) => /\.md$/i.test(name))
}

/** The service called its tables `part_000000.csv`; readers call theirs after the service. */
function isTable(name: string): boolean {
  return /(?:^|\/)(?:part_\d+|pocket[^/]*)\.csv$/i.test(name)
}

/**
 * The rows of all tables of the zip, each with the highlights of its address and with the names and notes of the collections
 * it was put into. What stands only in those is a record, too.
 */
export async function readPocketZip(zip: Zip): Promise<Result<Found[]>> {
  const found: Found[] = []
  for (const name of namesOf(zip, isTable)) {
    const file = await entryOf(zip, name)
    const rows = file.ok ? rowsOf(file.value, 'Pocket') : file
    if (rows.ok) found.push(...rows.value.map((row) => ({ ...row, where: `${name}, ${row.where}` })))
    else found.push({ where: name, reason: 'damaged' })
  }
  const said = new Map<string, Said>()
  for (const name of namesOf(zip, (one) => /(?:^|\/)(?:annotations|collections)\/[^/]+\.json$/i.test(one))) {
    const file = await entryOf(zip, name)
    const json = file.ok ? readJson(file.value, 'Pocket') : file
    if (json.ok) gather(json.value, said)
    else found.push({ where: name, reason: 'damaged' })
  }
  return ok(joined(found, said))
}

function namesOf(zip: Zip, isWanted: (name: string) => boolean): string[] {
  return zip.names.filter(isWanted).toSorted()
}

/** A list of addresses with their highlights, or one or more collections with their items. */
function gather(json: Json, said: Map<string, Said>): void {
  const list = fieldsOf(json).value('annotations') ?? json
  for (const one of fieldsOf({ all: Array.isArray(list) ? list : [list] }).list('all')) {
    const items = one.list('items', 'list_items', 'saves')
    if (items.length === 0) addTo(said, one, null)
    for (const item of items) addTo(said, item, one.text('title', 'name'))
  }
}

function addTo(said: Map<string, Said>, item: Fields, collection: string | null): void {
  const url = item.text('url', 'item_url', 'given_url')
  if (url === null) return
  const key = addressKey(url)
  const known = said.get(key) ?? {
    url,
    title: null,
    excerpt: null,
    highlights: [],
    collections: [],
    notes: [],
  }
  known.title ??= item.text('title')
  known.excerpt ??= item.text('excerpt')
  known.highlights.push(...highlightsIn(item))
  const note = item.text('note')
  if (collection !== null) known.collections.push(collection)
  if (note !== null && item.text('quote') === null) known.notes.push({ note })
  said.set(key, known)
}

/** Those of an address, or the one that an address stands beside. */
function highlightsIn(item: Fields): Json[] {
  const highlights = item.value('highlights')
  if (Array.isArray(highlights)) return highlights
  const quote = item.text('quote')
  if (quote === null) return []
  return [{ quote, note: item.text('note'), created_at: item.value('created_at') ?? null }]
}

function joined(found: readonly Found[], said: Map<string, Said>): Found[] {
  const rows = found.map((one) => {
    if ('reason' in one) return one
    const key = addressKey(fieldsOf(one.record).text('url') ?? '')
    const more = said.get(key)
    said.delete(key)
    return more === undefined ? one : { ...one, record: { ...more, ...objectOf(one.record) } }
  })
  return [...rows, ...Array.from(said.values(), (record) => ({ where: record.url, record }))]
}
