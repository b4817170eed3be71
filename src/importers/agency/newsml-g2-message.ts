import type { Result } from '../../errors.ts'
import type { Entry } from '../entry.ts'
import type { CollectionImporter, Json, Listing } from '../importer.ts'
import type { Candidate } from '../source-file.ts'
import { rootName } from './root-name.ts'

/** A message of NewsML-G2: the items that an agency sent together. */
export const newsmlG2Message: CollectionImporter = {
  id: 'newsml-g2-message',
  label: 'a NewsML-G2 message',
  accepts: ({ head }) => rootName(head) === 'newsMessage',
  list,
  read,
}

async function list(source: Candidate): Promise<Result<Listing>> {
  const [{ readXml }, { childElements, firstNamed }, { isStory, readNewsItem }, { listItems }] =
    await Promise.all([
      import('./read-xml.ts'),
      import('../../markup/walk.ts'),
      import('./read-news-item.ts'),
      import('./item-record.ts'),
    ])
  const xml = readXml(source, { root: 'newsMessage', format: newsmlG2Message.label })
  if (!xml.ok) return xml
  const set = firstNamed(xml.value.root, 'itemSet')
  return listItems(set === null ? [] : childElements(set), {
    source,
    format: newsmlG2Message.label,
    keyOf: ({ attributes }) => attributes.get('guid') ?? null,
    isStory,
    read: readNewsItem,
  })
}

async function read(record: Json, now: string): Promise<Result<Entry>> {
  const [{ readRecord }, { readNewsItem }] = await Promise.all([
    import('./item-record.ts'),
    import('./read-news-item.ts'),
  ])
  return readRecord(record, { importer: newsmlG2Message, now, read: readNewsItem })
}
