import type { Entry } from '../../../src/importers/entry.ts'
import type { Listing } from '../../../src/importers/importer.ts'
import { importerOf } from '../../../src/importers/read-source.ts'
import { isCollection } from '../../../src/importers/read-story.ts'
import type { Candidate } from '../../../src/importers/source-file.ts'
import { Draft } from '../../../src/model/article.ts'
import { candidate, now } from './samples/sample.ts'

/** A collection as the importer reads it that takes it of its own accord. */
export type ReadCollection = { importer: string; listing: Listing; entries: Entry[] }

export async function collection(name: string, content: string | Uint8Array): Promise<ReadCollection> {
  return readCollection(
    await candidate(name, typeof content === 'string' ? new TextEncoder().encode(content) : content),
  )
}

export async function readCollection(file: Candidate): Promise<ReadCollection> {
  const importer = importerOf(file)
  if (!importer.ok) throw new Error(`${file.name}: ${importer.error.code}`)
  if (!isCollection(importer.value)) throw new Error(`${file.name} is taken for ${importer.value.label}`)
  const { id, list, read } = importer.value
  const listing = await list(file)
  if (!listing.ok) throw new Error(`${file.name}: ${JSON.stringify(listing.error)}`)
  const entries: Entry[] = []
  for (const { record, title } of listing.value.items) {
    // As it comes back from the article's source.
    const entry = await read(JSON.parse(JSON.stringify(record)), now)
    if (!entry.ok) throw new Error(`${title}: ${entry.error.code}`)
    Draft.parse(entry.value.draft)
    entries.push(entry.value)
  }
  return { importer: id, listing: listing.value, entries }
}

/** The marked words of an entry, each where the text has them, and what was written about them. */
export function notesOf({ draft, notes }: Entry): [quote: string | null, body: string][] {
  return notes.map(({ quote, body }) => {
    if (quote?.start !== undefined && !draft.content.text.startsWith(quote.exact, quote.start))
      throw new Error(`${quote.exact} is not where it should be`)
    return [quote?.exact ?? null, body]
  })
}
