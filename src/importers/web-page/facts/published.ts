import type { JsonLd } from './json-ld.ts'
import type { Line, Marks } from '../marks.ts'
import { dateIn, type Order } from './date.ts'

/** What it is looked up with: `url` is the page's, `now` an ISO time after which nothing can have appeared. */
export type Known = { url: string | null; now: string | null; language: string | null }

const publishedNames = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'og:pubdate',
  'article:published',
  'datepublished',
  'date_published',
  'publish_date',
  'publish-date',
  'publishdate',
  'published_date',
  'publication_date',
  'published-date',
  'pubdate',
  'published',
  'cxenseparse:recs:publishtime',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'prism.publicationdate',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.created',
  'dc.date',
  'dcterms.date',
  'dc:date',
  'article.published',
  'article_date_original',
  'article:post_date',
  'originalpublicationdate',
  'rnews:datepublished',
  'bt:pubdate',
  'video:release_date',
  'date.created',
  'created',
  'release_date',
  'date',
  'article.created',
  'timestamp',
]
const modifiedNames = [
  'article:modified_time',
  'og:updated_time',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'revised',
  'datemodified',
  'article:modified',
  'modified',
]

/**
 * The day an article appeared, from the surest sign to the least: what is written for machines, the markup, the address, a date that stands by
 * the headline; in the end the day of a change. Null where there is no sign.
 */
export function publishedOn(marks: Marks, jsonLd: JsonLd, known: Known): string | null {
  const order = orderOf(known.language ?? marks.language)
  const { least, greatest } = boundsOf(known)
  for (const sign of signsIn(marks, jsonLd, known.url)) {
    const date = sign === null ? null : dateIn(sign, order)
    if (date !== null && date >= least && date <= greatest) return date
  }
  return null
}

function* signsIn(marks: Marks, jsonLd: JsonLd, url: string | null): Generator<string | null> {
  yield jsonLd.published
  yield* metasOf(marks, publishedNames)
  yield* marks.items
    .filter(({ property, of }) => isPublication(property) && !/comment|event/.test(of))
    .map(({ value }) => value)
  yield* marks.times.filter((time) => time.isPublished).map(({ value }) => value)
  yield dayInAddress(url)
  yield* linesWithDates(marks.lines)
  yield* marks.times.map(({ value }) => value)
  yield* datesInText(marks.lines)
  yield jsonLd.modified
  yield* metasOf(marks, modifiedNames)
  yield* marks.items.filter(({ property }) => property === 'datemodified').map(({ value }) => value)
}

function isPublication(property: string): boolean {
  return property === 'datepublished' || property === 'datecreated'
}

function metasOf({ metas }: Marks, names: readonly string[]): string[] {
  return names.flatMap((name) => metas.get(name) ?? [])
}

function orderOf(language: string): Order {
  // Filipinos and some others write so as well, and say "en" like all who did not set it.
  return /^en(?:-us|-ph)?$/i.test(language.replace('_', '-')) ? 'month-first' : 'day-first'
}

/** Print got old before the web was; a story may be dated a day ahead of UTC. */
function boundsOf({ now }: Known): { least: string; greatest: string } {
  const greatest = now === null ? '2999' : new Date(Date.parse(now) + 86_400_000).toISOString().slice(0, 10)
  return { least: '1800', greatest }
}

/** `/2014/05/18/`, `/2014-05-18-`, `/20140518/` */
function dayInAddress(url: string | null): string | null {
  const path = url?.replace(/^https?:\/\/web\.archive\.org\/web\/[^/]*\//, '')
  const match = /[/_-]((?:19|20)\d\d)([/_-]?)(0?[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(
    path ?? '',
  )
  return match === null ? null : `${match[1]}-${match[3]!.padStart(2, '0')}-${match[4]}`
}

const dateHint =
  /(?:^|[\s_-])(?:date|datum|published|publish|pubdate|posted|postdate|time|timestamp|submitted|entry-meta|post-meta|postmeta|meta|byline|dateline|entry-date|postinfo|post-info|fecha|data|zeit|created|veroeffentlicht|erstellt)(?:$|[\s_-])|date$|datum$/
const dateLabel =
  /(?:published|posted|first published|publi[ée]|veröffentlicht|erschienen|erstellt|geschrieben|verfasst|publicado|pubblicato|gepubliceerd|опубликовано|geplaatst|eingestellt|gepostet|datum|date|stand|vom|am|on)\b/iu

/** Short lines that say when, those with a label or a telling class first. */
function linesWithDates(lines: readonly Line[]): string[] {
  const near = lines.filter((line) => !line.isAside && line.text.length < 120 && /\p{Nd}/u.test(line.text))
  const isCopyright = /©|\(c\)|copyright/i
  return near
    .filter(
      ({ hints, text }) =>
        !isCopyright.test(text) && (dateHint.test(hints) || dateLabel.test(text.slice(0, 40))),
    )
    .map(({ text }) => text)
}

/** Short lines that are a date and little more. */
function datesInText(lines: readonly Line[]): string[] {
  return lines
    .filter(({ text, isAside }) => !isAside && text.length < 60 && /\p{Nd}/u.test(text))
    .map(({ text }) => text)
}
