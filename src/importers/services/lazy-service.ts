import type { CollectionImporter } from '../importer.ts'
import { serviceImporter, type Service } from './service.ts'

type Known = Pick<Service, 'id' | 'label' | 'accepts'>

export type Reader = Omit<Service, keyof Known>

/** What knows the files of a service is small; what reads them is loaded when the first of them is there. */
export function lazyService(known: Known, load: () => Promise<Reader>): CollectionImporter {
  const importer = async (): Promise<CollectionImporter> => serviceImporter({ ...known, ...(await load()) })
  return {
    ...known,
    list: async (candidate) => (await importer()).list(candidate),
    read: async (record, now) => (await importer()).read(record, now),
  }
}
