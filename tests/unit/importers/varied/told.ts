import { importerOf } from '../../../../src/importers/read-source.ts'
import { isCollection } from '../../../../src/importers/read-story.ts'
import type { Entry } from '../../../../src/importers/entry.ts'
import type { Listing } from '../../../../src/importers/importer.ts'
import { Draft } from '../../../../src/model/article.ts'
import { candidate, now } from '../samples/sample.ts'

/** What a reader would miss of a file, had it not come in. */
export type Told = {
  importer: string
  articles: unknown[]
  skipped: string[]
  unplaced: Listing['unplaced']
}

export async function toldOf(name: string, bytes: Uint8Array): Promise<Told> {
  const file = await candidate(name, bytes)
  const importer = importerOf(file)
  if (!importer.ok) throw new Error(`${name}: ${importer.error.code}`)
  if (!isCollection(importer.value)) {
    const entry = await importer.value.read(file)
    if (!entry.ok) throw new Error(JSON.stringify(entry.error))
    return { importer: importer.value.id, articles: [articleOf(entry.value)], skipped: [], unplaced: [] }
  }
  const { id, list, read } = importer.value
  const listing = await list(file)
  if (!listing.ok) throw new Error(JSON.stringify(listing.error))
  const { items, skipped, unplaced } = listing.value
  const articles: unknown[] = []
  for (const { title, record } of items) {
    const entry = await read(record, now)
    if (!entry.ok) throw new Error(`${title}: ${JSON.stringify(entry.error)}`)
    articles.push(articleOf(entry.value))
  }
  return { importer: id, articles, skipped: skipped.map(({ reason }) => reason), unplaced }
}

function articleOf({ draft, notes, reading, addedAt }: Entry): unknown {
  const { facts, url, content } = Draft.parse(draft)
  return {
    facts: { ...facts, tags: facts.tags.toSorted(compare) },
    url,
    text: content.text,
    notes: notes.map(({ quote, body, color, tags: given, createdAt }) => [
      quote,
      body,
      color,
      given,
      createdAt,
    ]),
    reading,
    addedAt,
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
