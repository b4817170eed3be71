import { z } from 'zod'
import type { Json, Step } from './step.ts'

const Version = z.looseObject({ file: z.string() })
const Source = z.looseObject({})
const Article = z.looseObject({ source: Source, versions: z.array(Version) })
const VersionFile = z.looseObject({ source: Source, version: Version })

/** Version 4 says where an article was saved before, what larger work it is a part of, and which importer read each version. */
export const to4: Step = {
  library: same,
  content: same,
  local: same,
  notes: same,
  article(json) {
    const file = Article.safeParse(json)
    if (!file.success) return null
    const { source, versions } = file.data
    return { ...json, source: withOrigin(source), versions: versions.map(withImporter) }
  },
  version(json) {
    const file = VersionFile.safeParse(json)
    if (!file.success) return null
    const { source, version } = file.data
    return { ...json, source: withOrigin(source), version: withImporter(version) }
  },
  settings: (json) => ({ ...json, keepsPictures: false }),
}

function withOrigin(source: z.infer<typeof Source>): Json {
  return { ...source, origin: null, part: null }
}

/** There were two importers, which went by the name of the file. */
function withImporter(version: z.infer<typeof Version>): Json {
  const isMarkdown = /\.(?:md|markdown|mdown|mkd)$/.test(version.file)
  return { ...version, importer: isMarkdown ? 'markdown' : 'plain-text', isOnlyLink: false }
}

function same(json: Json): Json {
  return json
}
