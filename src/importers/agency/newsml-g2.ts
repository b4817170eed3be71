import type { Result } from '../../errors.ts'
import type { Entry } from '../entry.ts'
import type { StoryImporter } from '../importer.ts'
import type { Candidate } from '../source-file.ts'
import { rootName } from './root-name.ts'

/** One news item of the IPTC's NewsML-G2, all versions. */
export const newsmlG2: StoryImporter = {
  id: 'newsml-g2',
  label: 'NewsML-G2',
  accepts: ({ head }) => rootName(head) === 'newsItem',
  read,
}

async function read(source: Candidate): Promise<Result<Entry>> {
  const [{ readXml }, { readNewsItem }, { entryOfAgency }] = await Promise.all([
    import('./read-xml.ts'),
    import('./read-news-item.ts'),
    import('./entry-of-agency.ts'),
  ])
  const { id: importer, label: format } = newsmlG2
  const xml = readXml(source, { root: 'newsItem', format })
  if (!xml.ok) return xml
  return entryOfAgency(readNewsItem(xml.value.root), { ...source, importer, encoding: xml.value.encoding })
}
