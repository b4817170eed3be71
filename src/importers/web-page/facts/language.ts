import type { Marks } from '../marks.ts'
import type { JsonLd } from './json-ld.ts'

const tag = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/

/** What the page says its language is, as BCP 47; null where it says nothing of that shape. */
export function languageOf({ language, metas }: Marks, jsonLd: JsonLd): string | null {
  const given = [
    language,
    ...['og:locale', 'content-language', 'dc.language', 'dcterms.language', 'language'].flatMap(
      (name) => metas.get(name) ?? [],
    ),
    jsonLd.language ?? '',
  ]
  const found = given
    .map((one) => one.split(/[,;]/)[0]!.trim().replaceAll('_', '-'))
    .find((one) => tag.test(one))
  return found ?? null
}
