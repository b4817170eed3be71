import { ok } from '../../errors.ts'
import type { Json } from '../importer.ts'
import { fieldsOf, type Fields } from '../services/fields.ts'
import { listIn, members, readJson } from '../services/found.ts'
import type { Reader } from '../services/lazy-service.ts'
import { tagsIn } from '../services/tags.ts'
import { dateOfParts, readReferenceDate } from './reference-date.ts'
import { detailsOf } from './details.ts'
import { factsOfReference, noDate, type Reference, type ReferenceDate } from './reference.ts'
import { markdownNote, plainText } from './rich-text.ts'

/** What stands in the items of a CSL-JSON file. */
export const cslJsonReader: Reader = {
  find: (candidate) => {
    const json = readJson(candidate, 'CSL-JSON bibliography')
    if (!json.ok) return json
    return ok(members(itemsIn(json.value), 'item'))
  },
  factsOf: (record) => factsOfReference(referenceOf(fieldsOf(record))),
  placed: [
    ...[
      'id',
      'citation-key',
      'type',
      'title',
      'title-short',
      'author',
      'editor',
      'issued',
      'accessed',
      'URL',
      'DOI',
      'language',
    ],
    ...[
      'keyword',
      'categories',
      'abstract',
      'note',
      'annote',
      'container-title',
      'volume',
      'issue',
      'page',
      'edition',
    ],
    ...['publisher', 'publisher-place', 'ISBN', 'ISSN', 'family', 'given', 'literal'],
  ],
}

/** A list, one below a name, items by their ids, or an item by itself. */
function itemsIn(json: Json): Json {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json
  return typeof json['type'] === 'string' ? [json] : (listIn(json) ?? Object.values(json))
}

function referenceOf(fields: Fields): Reference {
  const text = (...names: string[]): string | null => {
    const value = fields.text(...names)
    return value === null ? null : plainText(value)
  }
  const authors = fields.list('author')
  const accessed = dateOf(fields.value('accessed')).published
  return {
    title: text('title', 'title-short'),
    authors: (authors.length > 0
      ? authors
      : fields.list('editor', 'director', 'composer', 'translator')
    ).flatMap(nameOf),
    date: dateOf(fields.value('issued')),
    url: fields.text('URL'),
    doi: fields.text('DOI'),
    language: fields.text('language'),
    tags: [
      ...tagsIn(fields.value('keyword'), ',').flatMap((tags) => tags.split(/\s*;\s*/)),
      ...tagsIn(fields.value('categories'), ','),
    ],
    abstract: text('abstract'),
    notes: [fields.text('note'), fields.text('annote')].filter((note) => note !== null).map(markdownNote),
    addedAt: accessed === null ? null : `${accessed}T00:00:00.000Z`,
    details: detailsOf({
      container: text('container-title', 'event-title', 'event'),
      volume: fields.text('volume'),
      issue: fields.text('issue', 'number'),
      pages: fields.text('page'),
      edition: text('edition'),
      publisher: text('publisher'),
      place: text('publisher-place'),
      isbn: fields.text('ISBN'),
      issn: fields.text('ISSN'),
    }),
  }
}

function nameOf(name: Fields): string[] {
  const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'].map((part) =>
    name.text(part),
  )
  const whole = name.text('literal') ?? parts.filter((part) => part !== null).join(' ')
  return whole === '' ? [] : [whole]
}

/** `{ "date-parts": [["2026", 10, 5]] }`, `{ "raw": "5 October 2026" }`, or just text. */
function dateOf(value: Json | undefined): ReferenceDate {
  if (typeof value === 'string' || typeof value === 'number') return readReferenceDate(String(value))
  const fields = fieldsOf(value)
  const [first] = listOf(fields.value('date-parts'))
  const parts = listOf(first).filter((part) => typeof part === 'string' || typeof part === 'number')
  const date = parts.length === 0 ? noDate : dateOfParts(parts)
  return date.text === null ? readReferenceDate(fields.text('raw', 'literal', 'string', 'year')) : date
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}
