import type { Element } from '../../../markup/tree.ts'
import { gatherMarks, type Marks } from '../marks.ts'
import { addressOf, siteOf, webAddress } from './address.ts'
import { authorOf } from './author.ts'
import { type JsonLd, readJsonLd } from './json-ld.ts'
import { languageOf } from './language.ts'
import { publishedOn } from './published.ts'
import { tagsOf } from './tags.ts'
import { titleOf } from './title.ts'

/** What a page's markup says of its article; null and empty where it says nothing that is to be believed. */
export type PageFacts = {
  title: string | null
  byline: string | null
  published: string | null
  language: string | null
  tags: string[]
  url: string | null
}

/** `html` is the page as it came, `now` an ISO time after which nothing can have appeared. */
export type PageSource = { html: string; url: string | null; now: string | null }

export function pageFactsOf(page: Element, source: PageSource): PageFacts {
  const marks = gatherMarks(page)
  const jsonLd = readJsonLd(marks.jsonLd)
  const url = addressOf(marks, jsonLd, source)
  const site = siteNames(marks, jsonLd, url)
  const language = languageOf(marks, jsonLd)
  return {
    title: titleOf(marks, jsonLd, site),
    byline: authorOf(marks, jsonLd, site),
    published: publishedOn(marks, jsonLd, { url: source.url ?? url, now: source.now, language }),
    language,
    tags: tagsOf(marks, jsonLd),
    url,
  }
}

/** What the site is called by itself, its publisher and its address. */
function siteNames({ metas }: Marks, { publishers }: JsonLd, url: string | null): string[] {
  const named = [
    'og:site_name',
    'application-name',
    'apple-mobile-web-app-title',
    'publisher',
    'dc.publisher',
    'copyright',
    'article:publisher',
    'twitter:site',
    'twitter:creator',
  ]
  const address = webAddress(url)
  const host = address === null ? '' : siteOf(address)
  return [
    ...named.flatMap((name) => metas.get(name) ?? []),
    ...publishers,
    host,
    host.replace(/\.[^.]+$/, ''),
  ].filter((name) => name !== '' && !/^https?:/.test(name))
}
