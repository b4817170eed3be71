import type { StoryImporter } from '../importer.ts'
import { furnitureLine } from './furniture-line.ts'
import type { WireHeader } from './read-wire-copy.ts'

/** Copy in the IPTC's form of 1979: service, number, priority, category and words, then a slug. */
export const iptc7901: StoryImporter = {
  id: 'iptc-7901',
  label: 'IPTC 7901',
  accepts: ({ head }) => /^[\0-\x20]*\x01\s*[a-z]{1,5}\s?\d{1,5}[\s-]/i.test(head) && head.includes('\x02'),
  read: async (source) => {
    const { readWireCopy } = await import('./read-wire-copy.ts')
    return readWireCopy(source, iptc7901, readHeader)
  },
}

function readHeader([service, ...slugs]: readonly string[], body: string): WireHeader {
  const furniture = [
    ...furnitureLine('note', 'before', service),
    ...slugs.flatMap((slug) => furnitureLine('slug', 'before', slug)),
  ]
  return { furniture, day: null, body }
}
