import { fail, type Result } from '../../errors.ts'
import type { Entry } from '../entry.ts'
import type { CollectionImporter, Json, Listing } from '../importer.ts'
import type { Candidate } from '../source-file.ts'

/** A collection of web archives in a zip, with a list of its pages (WACZ, Webrecorder). */
export const wacz: CollectionImporter = {
  id: 'wacz',
  label: 'a web archive (WACZ)',
  accepts: ({ extension, zip }) =>
    zip !== null &&
    (extension === 'wacz' || (zip.names.includes('datapackage.json') && zip.names.some(isArchive))),
  list,
  read,
}

function isArchive(name: string): boolean {
  return /^archive\/.*\.warc(?:\.gz)?$/i.test(name)
}

async function list({ name, zip }: Candidate): Promise<Result<Listing>> {
  const [{ archivedPages }, { listPages }, { pagesOfLists }] = await Promise.all([
    import('./archived-pages.ts'),
    import('./page-record.ts'),
    import('./page-lists.ts'),
  ])
  const archives = zip?.names.filter(isArchive) ?? []
  if (zip === null || archives.length === 0)
    return fail({ code: 'format-broken', name, format: wacz.label, reason: 'it has no archive in it' })
  const files: Uint8Array[] = []
  for (const archive of archives) {
    const bytes = await zip.read(archive)
    if (!bytes.ok) return bytes
    files.push(bytes.value)
  }
  const found = await archivedPages(files)
  const named = await pagesOfLists(zip)
  return listPages({ ...found, named: named.size > 0 ? named : found.named }, { name, format: wacz.label })
}

async function read(record: Json, now: string): Promise<Result<Entry>> {
  const { readPageRecord } = await import('./page-record.ts')
  return readPageRecord(record, wacz, now)
}
