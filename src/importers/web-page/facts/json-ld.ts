import { expander } from '../../../markup/entities.ts'
import { collapse } from '../plain.ts'

/** What a page's JSON-LD says of its article; lists are empty and values null where it does not. */
export type JsonLd = {
  headline: string | null
  authors: string[]
  /** As written. */
  published: string | null
  modified: string | null
  language: string | null
  keywords: string[]
  address: string | null
  description: string | null
  /** Names of the publisher and of the site. */
  publishers: string[]
}

type Thing = { [key: string]: unknown }

/** Kinds of things that are the article itself; what else is there (crumbs, ratings, the firm) speaks of other things. */
const isArticle =
  /^(?:\w*article|\w*posting|report|scholarlyarticle|review|\w*recipe|newsarticle|webpage|itempage|aboutpage|podcastepisode|creativework|howto|videoobject|discussionforumposting|qapage|liveblogposting)$/i
const isPageOnly = /page$|^creativework$|^videoobject$/i
const isSite = /^(?:website|organization|\w*organization|\w*business)$/i

/** Where one thing holds others that count. */
const holders = ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'isPartOf']

/** Deep enough for every graph that is meant; a hostile one can not nest us away. */
const deepest = 12

/** Blocks that are no JSON are mended if that is easy, and else left out. */
export function readJsonLd(blocks: readonly string[]): JsonLd {
  const things = blocks.flatMap((block) => thingsOf(parse(block), 0))
  const articles = things.filter((thing) => typesOf(thing).some((type) => isArticle.test(type)))
  const isWhole = (thing: Thing): boolean => !typesOf(thing).every((type) => isPageOnly.test(type))
  const ordered = [...articles.filter(isWhole), ...articles.filter((thing) => !isWhole(thing))]
  const first = <T>(read: (thing: Thing) => T | null): T | null => {
    for (const thing of ordered) {
      const value = read(thing)
      if (value !== null) return value
    }
    return null
  }
  const byId = new Map(things.map((thing) => [textOf(thing['@id']) ?? '', thing]))
  return {
    headline: first((thing) => textOf(thing['headline']) ?? (isWhole(thing) ? textOf(thing['name']) : null)),
    authors: first((thing) => listOrNull(namesIn(thing['author'] ?? thing['creator'], byId))) ?? [],
    published: first(
      (thing) =>
        textOf(thing['datePublished']) ?? textOf(thing['dateCreated']) ?? textOf(thing['uploadDate']),
    ),
    modified: first((thing) => textOf(thing['dateModified'])),
    language: first((thing) => textOf(thing['inLanguage'])),
    keywords: first((thing) => listOrNull(textsOf(thing['keywords']))) ?? [],
    address: first((thing) => textOf(thing['url']) ?? textOf(thing['mainEntityOfPage'])),
    description: first((thing) => textOf(thing['description'])),
    publishers: [
      ...articles.flatMap((thing) => namesIn(thing['publisher'], byId)),
      ...things
        .filter((thing) => typesOf(thing).some((type) => isSite.test(type)))
        .flatMap((thing) => textsOf(thing['name'])),
    ],
  }
}

function parse(block: string): unknown {
  const bare = block
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|(?:\/\/\s*)?<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|(?:\/\/\s*)?\]\]>)\s*;?\s*$/, '')
  return parseJson(bare) ?? parseJson(mended(bare))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What is wrong most often: bare line breaks in strings, a comma too many, a semicolon at the end. */
function mended(text: string): string {
  return text
    .replace(/[\u0000-\u001f]+/g, ' ')
    .replace(/,\s*([}\]])/g, '$1')
    .replace(/\}\s*\{/g, '},{')
    .replace(/;\s*$/, '')
    .trim()
}

/** All things of a graph that stand on their own or hold others. */
function thingsOf(value: unknown, depth: number): Thing[] {
  if (depth > deepest) return []
  if (Array.isArray(value)) return value.flatMap((one) => thingsOf(one, depth + 1))
  if (!isThing(value)) return []
  return [value, ...holders.flatMap((key) => thingsOf(value[key], depth + 1))]
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typesOf(thing: Thing): string[] {
  return textsOf(thing['@type']).map((type) => type.replace(/^.*[/#:]/, ''))
}

function namesIn(value: unknown, byId: ReadonlyMap<string, Thing>): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, byId))
  if (!isThing(value)) return textsOf(value)
  const thing = value['name'] === undefined ? (byId.get(textOf(value['@id']) ?? '-') ?? value) : value
  const own = textsOf(thing['name'])
  if (own.length > 0 || value === thing) return own
  return []
}

function textOf(value: unknown): string | null {
  return textsOf(value)[0] ?? null
}

/** The texts that stand for a value, whatever shape it was given. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (isThing(value)) return textsOf(value['@value'] ?? value['@id'] ?? value['name'])
  if (typeof value === 'number') return [String(value)]
  const text = typeof value === 'string' ? collapse(withoutEntities(value)) : ''
  return text === '' ? [] : [text]
}

function listOrNull(list: string[]): string[] | null {
  return list.length === 0 ? null : list
}

/** Many write HTML's entities into their JSON. */
const withoutEntities = expander(new Map())
