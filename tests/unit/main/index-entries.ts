import * as fc from 'fast-check'
import type { Entry } from '../../../main/library/index/entry.ts'
import type { ArticleSummary } from '../../../src/contract.ts'
import { ArticleId } from '../../../src/model/ids.ts'
import { unread } from '../../../src/model/note.ts'

export function idOf(number: number): ArticleId {
  return ArticleId.parse(String(number).padStart(12, '0'))
}

/** An entry as it stands in the index; `summary` says what is out of the ordinary about the article. */
export function makeEntry(
  id: ArticleId,
  summary: Partial<ArticleSummary> = {},
  rest: Partial<Entry> = {},
): Entry {
  return {
    summary: {
      id,
      title: 'Breakwater to be finished by spring',
      byline: null,
      agency: null,
      place: null,
      published: null,
      language: 'en',
      direction: 'ltr',
      words: 312,
      addedAt: '2026-11-02T08:30:00.000Z',
      source: 'breakwater.txt',
      excerpt: '',
      tags: [],
      notes: 0,
      versions: 1,
      part: null,
      isOnlyLink: false,
      reading: unread,
      ...summary,
    },
    article: `{ "id": "${id}" }`,
    workPart: null,
    removedSince: null,
    stamp: '1',
    traces: [],
    notes: [],
    ...rest,
  }
}

/** Words that are alike but for case, accents or their beginning, of several scripts, and what a query language may mean. */
const words = fc.constantFrom(
  ...[
    'a',
    'ab',
    'abc',
    'abcd',
    'Abcde',
    'b',
    'Élysée',
    'ELYSE',
    'elysees',
    'l’état',
    'Strasse',
    'naïve',
    '2026',
    '20',
  ],
  ...[
    '東京',
    '東京オリンピック',
    '2026年3月',
    '年3月',
    'ピック',
    'ก้าวไกล',
    'ไกล',
    '한국어',
    '한국',
    'على',
    'عَلَى',
    'שלום',
    '𝒜𝒷',
  ],
  ...[
    'OR',
    'NOT',
    'NEAR(a',
    '"',
    '*',
    'a*',
    '-b',
    'list:a',
    '(',
    '{}',
    '^a',
    "'",
    '\\',
    '\u0000',
    '\ud800',
    'x'.repeat(50),
  ],
)

export const text = fc.array(words, { maxLength: 4 }).map((list) => list.join(' '))

export const ids = fc.integer({ min: 1, max: 12 }).map(idOf)

const times = fc.integer({ min: 0, max: 3 }).map((day) => `2026-11-0${day + 1}T08:30:00.000Z`)

const summary = fc.record({
  title: text,
  byline: fc.option(text),
  agency: fc.option(text),
  place: fc.option(text),
  excerpt: text,
  source: text,
  tags: fc.array(text, { maxLength: 2 }),
  published: fc.option(fc.constantFrom('2026-01-02', '2026-01-03', '1999-12-31')),
  addedAt: times,
  notes: fc.integer({ min: 0, max: 2 }),
  reading: fc.record({
    progress: fc.constantFrom(0, 0.25, 0.1 + 0.2, 1),
    position: fc.constant(0),
    isRead: fc.boolean(),
    isStarred: fc.boolean(),
  }),
})

const entry = fc
  .record({
    id: ids,
    summary,
    rest: fc.record({ stamp: fc.string(), removedSince: fc.option(times), article: fc.string() }),
  })
  .map((made) => makeEntry(made.id, made.summary, made.rest))

/** What may be done to an index, one after the other. */
export const changes = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ put: fc.array(entry, { maxLength: 6 }) }) },
    { weight: 1, arbitrary: fc.record({ remove: fc.array(ids, { maxLength: 3 }) }) },
  ),
  { maxLength: 8 },
)
export type Change = { put: Entry[] } | { remove: ArticleId[] }
