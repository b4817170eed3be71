import { ok, type Result } from '../../errors.ts'
import type { Json } from '../importer.ts'
import type { Zip } from '../source-file.ts'
import { addressKey } from './address.ts'
import { fieldsOf, objectOf, type Fields } from './fields.ts'
import { entryOf, readJson, rowsOf } from './found.ts'
import type { Found } from './service.ts'

/** What the files beside the tables say of one address. */
type Said = { url: string; title: string | null; highlights: Json[]; collections: string[]; notes: Json[] }

export function isPocketTable(name: string): boolean {
  return /(?:^|\/)part_\d+\.csv$/i.test(name)
}

/**
 * The rows of all tables of the zip, each with the highlights of its address and with the names and notes of the collections
 * it was put into. What stands only in those is a record, too.
 */
export async function readPocketZip(zip: Zip): Promise<Result<Found[]>> {
  const found: Found[] = []
  for (const name of namesOf(zip, isPocketTable)) {
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
  for (const one of fieldsOf({ all: Array.isArray(json) ? json : [json] }).list('all')) {
    const items = one.list('items', 'list_items', 'saves')
    if (items.length === 0) addTo(said, one, null)
    for (const item of items) addTo(said, item, one.text('title', 'name'))
  }
}

function addTo(said: Map<string, Said>, item: Fields, collection: string | null): void {
  const url = item.text('url', 'given_url')
  if (url === null) return
  const known = said.get(addressKey(url)) ?? { url, title: null, highlights: [], collections: [], notes: [] }
  const highlights = item.value('highlights')
  const note = item.text('note')
  known.title ??= item.text('title')
  if (Array.isArray(highlights)) known.highlights.push(...highlights)
  if (collection !== null) known.collections.push(collection)
  if (note !== null) known.notes.push({ note })
  said.set(addressKey(url), known)
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
