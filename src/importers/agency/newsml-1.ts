import type { Result } from '../../errors.ts'
import { fail } from '../../errors.ts'
import type { Entry } from '../entry.ts'
import type { StoryImporter } from '../importer.ts'
import type { Candidate } from '../source-file.ts'
import { countItems } from './count-items.ts'
import { rootName } from './root-name.ts'

/** A file of the IPTC's first NewsML (1.0 to 1.2) with one news item in it. */
export const newsml1: StoryImporter = {
  id: 'newsml-1',
  label: 'NewsML 1',
  accepts: (candidate) => rootName(candidate.head) === 'NewsML' && countItems(candidate) < 2,
  read,
}

async function read(source: Candidate): Promise<Result<Entry>> {
  const [{ readXml }, { firstNamed }, { readNewsComponent }, { entryOfAgency }] = await Promise.all([
    import('./read-xml.ts'),
    import('../../markup/walk.ts'),
    import('./read-news-component.ts'),
    import('./entry-of-agency.ts'),
  ])
  const { id: importer, label: format } = newsml1
  const xml = readXml(source, { root: 'NewsML', format })
  if (!xml.ok) return xml
  const item = firstNamed(xml.value.root, 'NewsItem')
  if (item === null)
    return fail({ code: 'format-broken', name: source.name, format, reason: 'it has no news item' })
  return entryOfAgency(readNewsComponent(item), { ...source, importer, encoding: xml.value.encoding })
}
