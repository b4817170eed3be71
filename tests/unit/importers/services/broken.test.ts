import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCollection } from '../../../../src/importers/read-story.ts'
import { importers } from '../../../../src/importers/importers.ts'
import { importerOf } from '../../../../src/importers/read-source.ts'
import { Draft } from '../../../../src/model/article.ts'
import { candidate, now } from '../samples/sample.ts'

async function failure(name: string, text: string) {
  const importer = importerOf(await candidate(name, new TextEncoder().encode(text)))
  if (!importer.ok || !isCollection(importer.value)) throw new Error(`${name} is taken for no collection`)
  const listing = await importer.value.list(await candidate(name, new TextEncoder().encode(text)))
  if (listing.ok) throw new Error(`${name} is read`)
  return listing.error
}

describe('an export that is broken', () => {
  test.each([
    ['wallabag', '[\n{"is_archived": 1,\n"title": "a" "b"}]', /no valid JSON, in line 3/],
    ['wallabag', '[{"is_archived": 1, "title": "cut', /no valid JSON/],
    ['Karakeep', `{"bookmarks": [${'['.repeat(300)}${']'.repeat(300)}]}`, /deeper than 256/],
    ['Pocket', 'url,"time_added\nhttps://example.com,1', /never closed/],
  ])('of %s says what is wrong with it', async (format, text, reason) => {
    expect(await failure('export', text)).toMatchObject({ code: 'format-broken', format, reason: expect.stringMatching(reason) }) // prettier-ignore
  })

  test.each([
    ['part_000000.csv', 'title,url,time_added,tags,status\n', 'Pocket'],
    ['karakeep.json', '{"bookmarks": []}', 'Karakeep'],
    ['omnivore.json', '[{"slug": "", "savedAt": ""}]', 'Omnivore'],
    ['b.html', '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p></DL><p>', 'bookmarks'],
  ])('or empty says so: %s', async (name, text, format) => {
    expect(await failure(name, text)).toEqual({ code: 'collection-empty', name, format })
  })
})

test('whatever a record has become, reading it gives a valid article or a failure', async () => {
  const services = importers.filter(isCollection)
  const field = fc.constantFrom('url', 'href', 'uri', 'title', 'name', 'tags', 'highlights', 'annotations', 'content', 'html', 'note', 'created_at', 'savedAt', 'time_added', 'readingProgress', 'language', 'publishedAt', 'text', 'quote', 'Highlight', 'Tags') // prettier-ignore
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.string({ unit: 'binary' }),
      fc.constantFrom('https://example.com/1', '<p>Water</p>', '> One. ', '["a"]', '2026-10-05'),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value')),
      fc.dictionary(field, tie('value')),
    ),
  }))
  await fc.assert(
    fc.asyncProperty(fc.dictionary(field, value), async (made) => {
      const record: unknown = JSON.parse(JSON.stringify(made))
      for (const service of services) {
        const entry = await service.read(record as Parameters<typeof service.read>[0], now)
        expect(entry.ok ? Draft.safeParse(entry.value.draft).error : undefined).toBeUndefined()
      }
    }),
    { numRuns: 200 },
  )
})
