import { Document, Scalar } from 'yaml'
import type { Article } from '../model/article.ts'
import type { Note } from '../model/note.ts'
import { obsidianTag } from './tag.ts'

type Value = string | number | null | string[] | Scalar

/**
 * The properties of an exported article as YAML, without the `---` lines: first the seven of Obsidian's clipper, so
 * that what people built on those works. Text is quoted, dates are bare (UTC), and what is not known is empty.
 */
export function frontMatter(article: Article, notes: Note[]): string {
  const properties = {
    title: article.title,
    source: article.source.url ?? article.source.name,
    author: authors(article.byline).map(wikilink),
    published: article.published && bare(article.published),
    created: date(article.addedAt),
    description: article.excerpt,
    tags: unique(['clippings', ...article.tags.map(obsidianTag).filter(Boolean)]),
    aliases: [article.title],
    updated: dateTime(lastChange(article, notes)),
    publisher: publisher(article.credit),
    agency: article.agency,
    place: article.place,
    language: article.language,
    words: article.versions.at(-1)?.words ?? null,
    highlights: notes.filter(({ selector }) => selector !== null).length,
    id: article.id,
    uri: `lectern://article/${article.id}`,
    version: article.versions.at(-1)?.number ?? null,
  } satisfies Record<string, Value>
  return write(properties)
}

function write(properties: Record<string, Value>): string {
  const document = new Document()
  document.contents = document.createNode(
    Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [key, isEmpty(value) ? null : value]),
    ),
  )
  return document
    .toString({
      defaultStringType: 'QUOTE_DOUBLE',
      defaultKeyType: 'PLAIN',
      doubleQuotedAsJSON: true,
      lineWidth: 0,
      nullStr: '',
    })
    .replace(/ +(?=\n)/g, '')
    .trimEnd()
}

function isEmpty(value: Value): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** A value without quotation marks: a date. */
function bare(value: string): Scalar {
  const scalar = new Scalar(value)
  scalar.type = Scalar.PLAIN
  return scalar
}

function date(time: string): Scalar {
  return bare(time.slice(0, 'YYYY-MM-DD'.length))
}

function dateTime(time: string): Scalar {
  return bare(time.slice(0, 'YYYY-MM-DDTHH:mm:ss'.length))
}

function lastChange(article: Article, notes: Note[]): string {
  const times = [article.updatedAt, ...notes.map(({ updatedAt }) => updatedAt)]
  return times.reduce((last, time) => (Date.parse(time) > Date.parse(last) ? time : last))
}

/** The people of a byline, which joins them with commas and `and`; a comma before `Jr.` joins nobody. */
export function authors(byline: string | null): string[] {
  return (byline ?? '')
    .split(/\s*[,;](?!\s*(?:Jr|Sr|II|III|IV|MD|PhD)\b)\s*(?:and\s+)?|\s+(?:and|&)\s+/i)
    .map((name) => name.trim())
    .filter(Boolean)
}

/** Characters that end or divide a wikilink cannot stand in one. */
function wikilink(name: string): string {
  return `[[${name.replace(/[[\]|#^]/g, '')}]]`
}

/** A credit that says who did what (`Reporting by …`) names people, not the publisher. */
function publisher(credit: string | null): string | null {
  return credit !== null && /\bby\b|;/i.test(credit) ? null : credit
}

function unique(tags: string[]): string[] {
  const seen = new Set<string>()
  return tags.filter((tag) => !seen.has(tag.toLowerCase()) && seen.add(tag.toLowerCase()))
}
