import type { Marks } from '../marks.ts'
import type { JsonLd } from './json-ld.ts'
import { fold } from '../plain.ts'

/** More keywords than these are for search engines, not for readers. */
const mostTags = 12
const longestTag = 50

const tagNames = [
  'article:tag',
  'parsely-tags',
  'sailthru.tags',
  'citation_keywords',
  'news_keywords',
  'keywords',
  'dc.subject',
  'dcterms.subject',
]

/** What the page is filed under: the first of the places which are used for that that says something. */
export function tagsOf({ metas, items }: Marks, { keywords }: JsonLd): string[] {
  const named = tagNames.map((name) => metas.get(name) ?? [])
  const marked = items.filter(({ property }) => property === 'keywords').map(({ value }) => value)
  const [first = []] = [named[0] ?? [], keywords, ...named.slice(1), marked]
    .map(listed)
    .filter((list) => list.length > 0)
  return first.slice(0, mostTags)
}

function listed(values: readonly string[]): string[] {
  const seen = new Set<string>()
  const tags = values.flatMap((value) => value.split(/[,;]/)).map((tag) => tag.trim())
  return tags.filter(
    (tag) => tag !== '' && tag.length <= longestTag && !seen.has(fold(tag)) && seen.add(fold(tag)),
  )
}
