import { describe, expect, it } from 'vitest'
import type { CollectionImporter, Listing } from '../../../../src/importers/importer.ts'
import { wacz } from '../../../../src/importers/web-archive/wacz.ts'
import { warc } from '../../../../src/importers/web-archive/warc.ts'
import { hasSamples, now, recognised, sample } from './sample.ts'

async function listed(importer: CollectionImporter, path: string): Promise<Listing> {
  const file = await sample(path)
  expect(recognised(file)).toBe(importer.id)
  const listing = await importer.list(file)
  if (!listing.ok) throw new Error(listing.error.code)
  return listing.value
}

describe.skipIf(!hasSamples)('samples of web archives', () => {
  const example = { title: 'Example Domain', words: 'This domain is' }
  it.each([
    {
      importer: warc,
      path: 'warc/example.warc.gz',
      url: 'http://example.com/',
      addedAt: '2017-03-06T04:02:06Z',
      ...example,
    },
    {
      importer: warc,
      path: 'warc/example-bad-length.warc',
      url: 'http://example.com/',
      addedAt: '2017-03-06T04:02:06Z',
      ...example,
    },
    {
      importer: warc,
      path: 'warc/example-iana.org-chunked.warc',
      url: 'http://www.iana.org/',
      title: 'Internet Assigned Numbers Authority',
      addedAt: '2017-03-06T16:54:09Z',
      words: 'Root',
    },
    {
      importer: wacz,
      path: 'wacz/valid_example_1.wacz',
      url: 'http://www.example.com/',
      addedAt: '2020-10-07T21:22:36Z',
      ...example,
    },
    {
      importer: wacz,
      path: 'wacz/valid_signed_example_1.wacz',
      url: 'https://example.com/',
      addedAt: '2022-01-18T19:00:09Z',
      ...example,
    },
  ])('$path: one page', async ({ importer, path, url, title, addedAt, words }) => {
    const { items, skipped } = await listed(importer, path)
    expect(items).toMatchObject([{ key: url, url, title, notes: 0, hasText: true }])
    expect(skipped).toEqual([])
    const entry = await importer.read(items[0]!.record, now)
    const facts = { title, language: 'en' }
    expect(entry).toMatchObject({ value: { addedAt, draft: { url, importer: importer.id, facts } } })
    expect(entry.ok && entry.value.draft.content.text).toContain(words)
  })

  it('post-test: answers in JSON are no pages', async () => {
    expect(await warc.list(await sample('warc/post-test.warc.gz'))).toMatchObject({
      error: { code: 'collection-empty' },
    })
  })

  it('invalid_example_1: a package without an archive', async () => {
    expect(await wacz.list(await sample('wacz/invalid_example_1.wacz'))).toMatchObject({
      error: { code: 'format-broken' },
    })
  })
})
