import type { CollectionImporter } from '../importer.ts'
import { lazyService } from '../services/lazy-service.ts'

/** Bibliographies in RIS, as Zotero, EndNote, Mendeley and libraries' catalogues write them. */
export const ris: CollectionImporter = lazyService(
  {
    id: 'ris',
    label: 'RIS bibliography',
    accepts: ({ head, zip }) =>
      zip === null && /^\s*TY {1,2}- ?[A-Za-z]+\s*$/m.test(head) && /^[A-Z][A-Z0-9] {1,2}-/m.test(head),
  },
  async () => (await import('./ris-reader.ts')).risReader,
)
