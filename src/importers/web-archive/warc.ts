import { fail, type Result } from '../../errors.ts'
import type { Entry } from '../entry.ts'
import type { CollectionImporter, Json, Listing } from '../importer.ts'
import type { Candidate } from '../source-file.ts'

/** A web archive (ISO 28500): the answers of servers one after the other, as wget and crawlers write them. */
export const warc: CollectionImporter = {
  id: 'warc',
  label: 'a web archive (WARC)',
  accepts: ({ name, head, zip }) =>
    head.startsWith('WARC/') || (zip === null && /\.warc(?:\.gz)?$/i.test(name)),
  list,
  read,
}

async function list({ name, bytes }: Candidate): Promise<Result<Listing>> {
  const [{ archivedPages }, { listPages }] = await Promise.all([
    import('./archived-pages.ts'),
    import('./page-record.ts'),
  ])
  const { pages, skipped, named, hasRecords } = await archivedPages([bytes])
  if (!hasRecords)
    return fail({ code: 'format-broken', name, format: warc.label, reason: 'it has no records' })
  return listPages({ pages, skipped, named }, { name, format: warc.label })
}

async function read(record: Json, now: string): Promise<Result<Entry>> {
  const { readPageRecord } = await import('./page-record.ts')
  return readPageRecord(record, warc, now)
}
