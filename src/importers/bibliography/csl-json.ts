import type { CollectionImporter } from '../importer.ts'
import { beginsAsJson } from '../services/found.ts'
import { lazyService } from '../services/lazy-service.ts'

/** The kinds of works that the Citation Style Language has. */
const types =
  /"type"\s*:\s*"(?:article(?:-(?:journal|magazine|newspaper))?|bill|book|broadcast|chapter|classic|collection|dataset|document|entry(?:-(?:dictionary|encyclopedia))?|event|figure|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post(?:-weblog)?|regulation|report|review(?:-book)?|software|song|speech|standard|thesis|treaty|webpage)"/
const dates = /"(?:issued|accessed)"\s*:\s*\{\s*"(?:date-parts|raw)"/
const properties = /"(?:issued|author|container-title|DOI|ISBN|publisher|accessed|citation-key|URL)"\s*:/

/** Bibliographies as citation processors read them; Zotero exports them so. */
export const cslJson: CollectionImporter = lazyService(
  {
    id: 'csl-json',
    label: 'CSL-JSON bibliography',
    accepts: (candidate) => beginsAsJson(candidate, types, properties) || beginsAsJson(candidate, dates),
  },
  async () => (await import('./csl-json-reader.ts')).cslJsonReader,
)
