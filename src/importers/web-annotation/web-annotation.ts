import type { CollectionImporter } from '../importer.ts'
import { beginsAsJson } from '../services/found.ts'
import { lazyService } from '../services/lazy-service.ts'

/** W3C's Web Annotation data model in JSON-LD, and what is written like it: an article for each page that was annotated. */
export const webAnnotation: CollectionImporter = lazyService(
  {
    id: 'web-annotation',
    label: 'Web Annotation',
    accepts: (candidate) =>
      beginsAsJson(
        candidate,
        /\/ns\/(?:anno|oa)\b|readium\.org\/annotations|"@?type"\s*:\s*\[?\s*"(?:oa:)?Annotation(?:Collection|Page|Set)?"/,
      ),
  },
  async () => (await import('./web-annotation-reader.ts')).webAnnotationReader,
)
