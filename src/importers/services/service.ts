import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { fail, ok, type Result } from '../../errors.ts'
import type { Skipped, SkipReason } from '../../model/collection.ts'
import { excerptOf } from '../../text/excerpt.ts'
import { type CollectionImporter, Json, type Listed, type Listing } from '../importer.ts'
import type { SavedItem } from '../saved-item.ts'
import type { Candidate } from '../source-file.ts'
import { addressKey, webAddress } from './address.ts'
import { namesWithout, plainName } from './fields.ts'
import { plainOf } from './plain.ts'

/** What was found in an export: a record, or why something in it is none. */
export type Found = { where: string; record: Json } | Skipped

/** What a record says. `key` is the service's own name for it, null where it has none that is the same for all its users. */
export type SavedFacts = Omit<SavedItem, 'importer' | 'name'> & { key: string | null }

/** A record that says nothing. */
export const blank: SavedFacts = {
  key: null,
  url: null,
  title: null,
  byline: null,
  published: null,
  language: null,
  tags: [],
  description: null,
  html: null,
  notes: [],
  reading: {},
  addedAt: null,
}

/** All that one service's export has of its own. */
export type Service = {
  id: string
  label: string
  accepts(candidate: Candidate): boolean
  find(candidate: Candidate): Promise<Result<Found[]>> | Result<Found[]>
  /** Never fails: what a record does not say is null. */
  factsOf(record: Json): SavedFacts
  /** The fields that are taken over, or that say nothing of their own. */
  placed: readonly string[]
}

/** The most items that are read of one file; the largest library that people tell of had 60,000. */
const mostItems = 100_000

export function serviceImporter(given: Service): CollectionImporter {
  const service = { ...given, factsOf: (record: Json) => withPlainTitle(given.factsOf(record)) }
  const { id, label, accepts } = service
  return {
    id,
    label,
    accepts,
    list: async (candidate) => {
      const found = await service.find(candidate)
      if (!found.ok) return found
      const listing = listingOf(service, found.value)
      if (listing.items.length > 0) return ok(listing)
      return fail({ code: 'collection-empty', name: candidate.name, format: label })
    },
    read: async (record) => {
      const { entryOfSaved } = await import('../saved-item.ts')
      return entryOfSaved({ ...factsOfAll(service, record), importer: id, name: label })
    },
  }
}

/** Some services keep titles as the page's HTML had them. */
function withPlainTitle(facts: SavedFacts): SavedFacts {
  return { ...facts, title: plainOf(facts.title) }
}

function listingOf(service: Service, found: readonly Found[]): Listing {
  const placed = new Set(service.placed.map(plainName))
  const items = new Map<string, Listed>()
  const skipped: Skipped[] = []
  const unplaced = new Set<string>()
  for (const one of found) {
    if ('reason' in one) {
      skipped.push(one)
      continue
    }
    const facts = service.factsOf(one.record)
    const item = listedOf(facts, one.record)
    const reason = reasonAgainst(facts, item, items)
    if (reason !== null) skipped.push({ where: one.where, reason })
    const before = items.get(item.key)
    if (reason === 'repeated' && before !== undefined)
      items.set(item.key, { ...before, record: { [repeated]: [...recordsIn(before.record), one.record] } })
    if (reason !== null) continue
    items.set(item.key, item)
    for (const name of namesWithout(placed, one.record)) unplaced.add(name)
  }
  return { items: [...items.values()], skipped, unplaced: [...unplaced] }
}

/** Names the records of an item that stands in the file several times, as a bookmark in two folders does. */
const repeated = 'lectern:repeated'
const Repeated = z.strictObject({ [repeated]: z.array(Json).min(2) })

function recordsIn(record: Json): Json[] {
  return Repeated.safeParse(record).data?.[repeated] ?? [record]
}

/** What the first of an item's records says, with the tags, notes and states of the others and the text that it lacks. */
function factsOfAll({ factsOf }: Service, record: Json): SavedFacts {
  const [first = null, ...others] = recordsIn(record)
  return others.map(factsOf).reduce(
    (facts, { tags, notes, reading, html }) => ({
      ...facts,
      tags: [...facts.tags, ...tags],
      notes: [...facts.notes, ...notes],
      reading: { ...facts.reading, ...statesIn(reading) },
      html: facts.html ?? html,
    }),
    factsOf(first),
  )
}

/** Those that somebody set: a page that was read in one folder has been read. */
function statesIn({ isRead, isStarred }: SavedItem['reading']): SavedItem['reading'] {
  return { ...(isRead === true ? { isRead } : {}), ...(isStarred === true ? { isStarred } : {}) }
}

function reasonAgainst(
  facts: SavedFacts,
  { url, key, notes, hasText }: Listed,
  items: ReadonlyMap<string, Listed>,
): SkipReason | null {
  const isText = hasText && (facts.html !== null || facts.description !== null || notes > 0)
  if (url === null && !isText) return reasonOfAddress(facts.url)
  if (items.has(key)) return 'repeated'
  return items.size >= mostItems ? 'over-limit' : null
}

/** Bookmarklets and search folders are programs and questions that were kept among the pages. */
function reasonOfAddress(address: string | null): SkipReason {
  if (/^\s*(?:javascript|place|data|about|chrome|edge|moz-extension|chrome-extension):/i.test(address ?? ''))
    return 'not-saved'
  return /^\s*[a-z][a-z0-9+.-]+:/i.test(address ?? '') ? 'unsupported' : 'nothing'
}

/** More of a title no line of a list shows. */
const longestTitle = 200

function listedOf(facts: SavedFacts, record: Json): Listed {
  const url = webAddress(facts.url)
  const { title, description, html, notes } = facts
  const firstWords = description ?? notes.find(({ quote }) => quote !== null)?.quote?.exact
  return {
    key: facts.key ?? (url === null ? hashOf(title, description, html, firstWords) : addressKey(url)),
    title: excerptOf(title ?? url ?? firstWords ?? '', longestTitle) || '—',
    url,
    notes: new Set(notes.map((note) => note.key)).size,
    hasText: html !== null || url === null,
    record,
  }
}

/** The same for the same texts, and as good as never for others. */
export function hashOf(...texts: (string | null | undefined)[]): string {
  // 32 hex digits are 128 bits.
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(texts)))).slice(0, 32)
}
