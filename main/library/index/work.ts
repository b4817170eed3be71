import type { Source } from '../../../src/model/article.ts'

/** Which larger work an article is a part of, and which part of it. */
export type WorkPart = { work: string; part: number }

/**
 * The place of a story in the work that it is a part of; null where it is a whole. `work` is the same for all parts that came
 * from one source: the key of a part begins with that of its work, up to the `#`, and works with a `#` of their own are told
 * apart by their titles and lengths.
 */
export function workPartOf({ origin, part }: Source): WorkPart | null {
  if (part === null) return null
  const { importer, key } = origin ?? { importer: '', key: '' }
  return { work: JSON.stringify([importer, key.split('#')[0], part.of, part.total]), part: part.number }
}
