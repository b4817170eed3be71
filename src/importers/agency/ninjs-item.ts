import { z } from 'zod'

const line = z.string().optional().catch(undefined)
const Named = z
  .array(z.object({ name: line }))
  .optional()
  .catch(undefined)
const Written = z
  .array(z.object({ role: line, contenttype: line, value: z.string() }))
  .optional()
  .catch(undefined)
const Rendition = z.object({
  href: z.string(),
  mimetype: line,
  contenttype: line,
  width: z.number().optional().catch(undefined),
})

/** Both a list (versions 2 and 3) and an object by names (version 1). */
function listOf<T extends z.ZodType>(
  item: T,
): z.ZodCatch<z.ZodOptional<z.ZodPipe<z.ZodTransform, z.ZodArray<T>>>> {
  const toList = z.transform((value) => (Array.isArray(value) ? value : Object.values(Object(value))))
  return toList.pipe(z.array(item)).optional().catch(undefined)
}

const shape = {
  type: line,
  title: line,
  headline: line,
  headlines: Written,
  byline: line,
  by: line,
  slugline: line,
  located: line,
  creditline: line,
  language: line,
  ednote: line,
  copyrightholder: line,
  copyrightnotice: line,
  firstcreated: line,
  contentcreated: line,
  versioncreated: line,
  bodies: Written,
  descriptions: Written,
  renditions: listOf(Rendition),
  infosource: Named,
  infosources: Named,
  subject: Named,
  subjects: Named,
  person: Named,
  people: Named,
  organisation: Named,
  organisations: Named,
  place: Named,
  places: Named,
  event: Named,
  events: Named,
  object: Named,
  objects: Named,
}

/** What goes with an item: most often its pictures. */
const Associated = z.looseObject(shape)

/**
 * An item of ninjs, its keys in lower case, because version 3 writes `versionCreated` for what was `versioncreated`. Version 1 has
 * its texts as `body_…` and `description_…`. What is not as it should be is as if it were not there.
 */
export const NinjsItem = z.looseObject({ uri: line, ...shape, associations: listOf(Associated) })
export type NinjsItem = z.infer<typeof NinjsItem>
export type Associated = z.infer<typeof Associated>

/** JSON deeper than this is no news; what lies below is left out. */
const deepest = 32

export function withLowerKeys(json: unknown, depth = 0): unknown {
  if (typeof json !== 'object' || json === null || depth > deepest)
    return typeof json === 'object' ? null : json
  if (Array.isArray(json)) return json.map((item) => withLowerKeys(item, depth + 1))
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key.toLowerCase(), withLowerKeys(value, depth + 1)]),
  )
}
