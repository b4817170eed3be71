import { ok, type Result } from '../../errors.ts'
import { decodeText } from '../../text/decode.ts'
import type { Json } from '../importer.ts'
import type { Zip } from '../source-file.ts'
import { fieldsOf, objectOf } from './fields.ts'
import { entryOf, listIn, members, readJson } from './found.ts'
import type { Found } from './service.ts'

export function isOmnivoreList(name: string): boolean {
  return /(?:^|\/)metadata_\d+_to_\d+\.json$/i.test(name)
}

/** Each article with its text as `html` and the file of its highlights as `highlights`, where there are any. */
export async function readOmnivoreZip(zip: Zip): Promise<Result<Found[]>> {
  const found: Found[] = []
  for (const list of zip.names.filter(isOmnivoreList)) {
    const file = await entryOf(zip, list)
    const json = file.ok ? readJson(file.value, 'Omnivore') : file
    if (!json.ok) found.push({ where: list, reason: 'damaged' })
    else
      for (const one of members(listIn(json.value), `${list}, article`))
        found.push(...(await withFiles(one, list, zip)))
  }
  return ok(found)
}

/** The article, and what of its files can't be read. */
async function withFiles(one: Found, list: string, zip: Zip): Promise<Found[]> {
  if ('reason' in one) return [one]
  const folder = list.slice(0, list.lastIndexOf('/') + 1)
  const slug = fieldsOf(one.record).text('slug') ?? ''
  const names = { html: `${folder}content/${slug}.html`, highlights: `${folder}highlights/${slug}.md` }
  const files: Record<string, Json> = {}
  const lost: Found[] = []
  const pdf = `${folder}content/${slug}.pdf`
  if (zip.names.includes(pdf)) lost.push({ where: pdf, reason: 'unsupported' })
  for (const [field, name] of Object.entries(names)) {
    if (!zip.names.includes(name)) continue
    const text = await textOf(zip, name)
    if (text === null) lost.push({ where: name, reason: 'damaged' })
    else files[field] = text
  }
  return [{ ...one, record: { ...objectOf(one.record), ...files } }, ...lost]
}

/** Empty for a file that has nothing in it; null for one that can't be read. */
async function textOf(zip: Zip, name: string): Promise<string | null> {
  const file = await entryOf(zip, name)
  const decoded = file.ok ? decodeText(file.value.bytes, name) : file
  if (decoded.ok) return decoded.value.text
  return decoded.error.code === 'file-empty' ? '' : null
}
