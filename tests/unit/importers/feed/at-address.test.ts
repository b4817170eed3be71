import { describe, expect, it } from 'vitest'
import { readAtAddress } from '../../../../src/importers/feed/at-address.ts'
import { readFeedList } from '../../../../src/importers/feed/opml.ts'
import { isFeedList } from '../../../../src/importers/feed/root.ts'
import { writeFeedList } from '../../../../src/importers/feed/write-opml.ts'
import type { ListedFeed } from '../../../../src/model/feed.ts'
import { valueOf } from '../../main/opened-library.ts'

const now = '2026-01-01T00:00:00.000Z'

const nested = `<opml version="2.0"><body>${'<outline text="x">'.repeat(100_000)}`

function at(text: string) {
  const web = { url: 'https://tides.example/about/', contentType: 'text/html; charset=utf-8' }
  return readAtAddress({ name: 'tides.example', bytes: Buffer.from(text), modified: null, now, web })
}

describe('what is found at an address', () => {
  it('is a feed', () => {
    const found = valueOf(at('<rss version="2.0"><channel><title>Tides</title></channel></rss>'))
    expect(found).toMatchObject({ kind: 'feed', feed: { title: 'Tides' } })
  })

  it('is a page that names its feeds, in its order and with whole addresses', () => {
    const page = `<!doctype html><title>Tides</title>
      <link rel="stylesheet" type="text/css" href="/style.css">
      <link rel="alternate" hreflang="fa" href="/fa/">
      <link rel=ALTERNATE type="application/rss+xml" title="News" href="../feed.xml">
      <link rel="alternate home" type="application/atom+xml; charset=utf-8" href="https://feeds.example/tides">
      <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">`
    const feeds = ['https://tides.example/feed.xml', 'https://feeds.example/tides']
    expect(valueOf(at(page))).toEqual({ kind: 'page', feeds })
  })

  it('leads on from the base that the page names', () => {
    const page =
      '<base href="https://cdn.example/x/"><link rel=alternate type=application/feed+json href=feed.json>'
    expect(valueOf(at(page))).toEqual({ kind: 'page', feeds: ['https://cdn.example/x/feed.json'] })
  })

  it('is neither, which is said', () => {
    expect(at('<!doctype html><title>Tides</title>')).toMatchObject({ error: { code: 'feed-none' } })
  })
})

describe('a list of feeds', () => {
  const feeds: ListedFeed[] = [
    {
      url: 'https://tides.example/feed',
      title: 'Tides & “gulls”',
      siteUrl: 'https://tides.example/',
      folders: ['Sea/North', 'daily'],
    },
    { url: 'https://a.example/?a=1&b=2', title: null, siteUrl: null, folders: [] },
  ]

  it('that was written is read as it was', () => {
    const opml = writeFeedList(feeds)
    expect(isFeedList(opml)).toBe(true)
    const read = valueOf(readFeedList({ name: 'feeds.opml', bytes: Buffer.from(opml), modified: null, now }))
    expect(read).toEqual([feeds[0], { ...feeds[1], title: 'https://a.example/?a=1&b=2' }])
  })

  it.each([
    ['no list at all', '<rss version="2.0"/>', 'format-broken'],
    [
      'a list without feeds',
      '<opml version="2.0"><body><outline text="x"/></body></opml>',
      'collection-empty',
    ],
    ['a list that nests without end', nested, 'format-broken'],
  ])('%s comes to an end that says so', (_, text, code) => {
    const read = readFeedList({ name: 'feeds.opml', bytes: Buffer.from(text), modified: null, now })
    expect(read).toMatchObject({ ok: false, error: { code } })
  })
})
