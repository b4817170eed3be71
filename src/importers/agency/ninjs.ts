import type { Result } from '../../errors.ts'
import type { Entry } from '../entry.ts'
import type { StoryImporter } from '../importer.ts'
import type { Candidate } from '../source-file.ts'

/** News in JSON of the IPTC, versions 1 to 3. */
export const ninjs: StoryImporter = {
  id: 'ninjs',
  label: 'ninjs',
  accepts: ({ head }) =>
    /^\s*\{/.test(head) &&
    /"(?:uri|guid)"\s*:/.test(head) &&
    /"(?:versioncreated|pubstatus|representationtype|body_(?:text|x?html)|headlines|copyrightnotice)"\s*:/i.test(
      head,
    ),
  read,
}

async function read(source: Candidate): Promise<Result<Entry>> {
  const { readNinjs } = await import('./read-ninjs.ts')
  return readNinjs(source, ninjs)
}
