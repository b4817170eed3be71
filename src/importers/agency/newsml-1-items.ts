import type { Result } from '../../errors.ts'
import type { Entry } from '../entry.ts'
import type { CollectionImporter, Json, Listing } from '../importer.ts'
import type { Candidate } from '../source-file.ts'
import { countItems } from './count-items.ts'
import { rootName } from './root-name.ts'

/** A file of NewsML 1 with several news items in it. */
export const newsml1Items: CollectionImporter = {
  id: 'newsml-1-items',
  label: 'NewsML 1 with several items',
  accepts: (candidate) => rootName(candidate.head) === 'NewsML' && countItems(candidate) > 1,
  list,
  read,
}

async function list(source: Candidate): Promise<Result<Listing>> {
  const [{ readXml }, { descendantsNamed }, { isStory, readNewsComponent }, { listItems }, { firstLine }] =
    await Promise.all([
      import('./read-xml.ts'),
      import('../../markup/walk.ts'),
      import('./read-news-component.ts'),
      import('./item-record.ts'),
      import('./elements.ts'),
    ])
  const xml = readXml(source, { root: 'NewsML', format: newsml1Items.label })
  if (!xml.ok) return xml
  return listItems(descendantsNamed(xml.value.root, 'NewsItem'), {
    source,
    format: newsml1Items.label,
    keyOf: (item) => firstLine(item, 'PublicIdentifier') ?? firstLine(item, 'NewsItemId'),
    isStory,
    read: readNewsComponent,
  })
}

async function read(record: Json, now: string): Promise<Result<Entry>> {
  const [{ readRecord }, { readNewsComponent }] = await Promise.all([
    import('./item-record.ts'),
    import('./read-news-component.ts'),
  ])
  return readRecord(record, { importer: newsml1Items, now, read: readNewsComponent })
}
