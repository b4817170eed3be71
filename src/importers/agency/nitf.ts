import type { Result } from '../../errors.ts'
import type { Entry } from '../entry.ts'
import type { StoryImporter } from '../importer.ts'
import type { Candidate } from '../source-file.ts'
import { rootName } from './root-name.ts'

/** The News Industry Text Format of the IPTC, all versions. */
export const nitf: StoryImporter = {
  id: 'nitf',
  label: 'NITF',
  accepts: ({ head }) => rootName(head) === 'nitf',
  read,
}

async function read(source: Candidate): Promise<Result<Entry>> {
  const [{ readXml }, { readNitf }, { entryOfAgency }] = await Promise.all([
    import('./read-xml.ts'),
    import('./read-nitf.ts'),
    import('./entry-of-agency.ts'),
  ])
  const xml = readXml(source, { root: 'nitf', format: nitf.label })
  if (!xml.ok) return xml
  return entryOfAgency(readNitf(xml.value.root), {
    ...source,
    importer: nitf.id,
    encoding: xml.value.encoding,
  })
}
