import type { Marks } from '../marks.ts'
import { collapse, fold } from '../plain.ts'
import type { JsonLd } from './json-ld.ts'

/** What parts a headline from the site's name in a title; a hyphen only with spaces around it. */
const separator = /\s+(?:[|–—\-·•»«›‹/\\~]+\s+)+|\s*(?:[|»«]|::)\s*/u

/** Of a name of the site. */
export type SiteNames = readonly string[]

/**
 * The headline of a page, without the site's name: the heading that its title repeats; else what it says for machines, else the title; else
 * the first heading.
 */
export function titleOf(marks: Marks, jsonLd: JsonLd, site: SiteNames): string | null {
  const given = [
    jsonLd.headline,
    ...metaTitles.flatMap((name) => marks.metas.get(name)?.slice(0, 1) ?? []),
    marks.title,
  ].filter((title) => title !== null && title !== '') as string[]
  const headings = marks.lines.filter(
    ({ name, isAside, text }) => !isAside && /^h[1-4]$/.test(name) && !isSite(text, site),
  )
  return (
    repeated(
      headings.map(({ text }) => withoutSite(text, site)),
      given,
    ) ??
    given.map((title) => withoutSite(title, site)).find((title) => title !== '' && !isSite(title, site)) ??
    headings.find(({ name }) => name === 'h1')?.text ??
    given[0] ??
    null
  )
}

const metaTitles = [
  'og:title',
  'twitter:title',
  'dc.title',
  'dcterms.title',
  'citation_title',
  'sailthru.title',
  'parsely-title',
  'title',
  'headline',
]

/** The heading that one of the titles holds whole, the longest of them; first of all such with which a title begins. */
function repeated(headings: readonly string[], titles: readonly string[]): string | null {
  const folded = titles.map(fold)
  const found = headings.filter((heading) =>
    folded.some((title) => fold(heading).length > 2 && title.includes(fold(heading))),
  )
  const opening = found.filter((heading) => folded.some((title) => title.startsWith(fold(heading))))
  return (opening.length > 0 ? opening : found).toSorted((a, b) => fold(b).length - fold(a).length)[0] ?? null
}

export function withoutSite(title: string, site: SiteNames): string {
  const parts = title.split(separator)
  if (parts.length < 2) return title
  const last = parts.at(-1) ?? ''
  const first = parts[0] ?? ''
  if (isSite(last, site))
    return withoutSite(
      collapse(title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—\-·•»«›‹/\\~:]+$/u, '')),
      site,
    )
  if (isSite(first, site))
    return collapse(title.slice(title.indexOf(first) + first.length).replace(/^[\s|–—\-·•»«›‹/\\~:]+/u, ''))
  return title
}

function isSite(text: string, site: SiteNames): boolean {
  const name = fold(text)
  return name.length > 1 && site.some((one) => fold(one) === name)
}
