import { describe, expect, it } from 'vitest'
import { feed } from '../../../../src/importers/feed/feed.ts'
import { readFeedList } from '../../../../src/importers/feed/opml.ts'
import { readFeed } from '../../../../src/importers/feed/read-feed.ts'
import type { FeedEntry } from '../../../../src/model/feed.ts'
import { valueOf } from '../../main/opened-library.ts'
import { hasSamples, now, recognised, sample } from './sample.ts'

/** How many entries have each field; `tags` counts all tags. */
function countsOf(entries: readonly FeedEntry[]) {
  const having = (field: keyof FeedEntry) => entries.filter((entry) => entry[field] !== null).length
  const tags = entries.reduce((sum, entry) => sum + entry.tags.length, 0)
  const fields = { url: having('url'), title: having('title'), byline: having('byline') }
  return { ...fields, published: having('published'), tags, summary: having('summary'), html: having('html') }
}

describe.skipIf(!hasSamples)('the sample feeds', () => {
  it.each([
    [
      'content-encoded.rss',
      { title: 'Food in Invironment on Medium', language: null },
      { url: 7, title: 7, byline: 7, published: 7, tags: 35, summary: 7, html: 7 },
    ],
    [
      'encoding.rss',
      { title: 'Jornal de Notícias - Últimas Notícias', siteUrl: 'http://www.jn.pt', language: 'pt-pt' },
      { url: 40, title: 40, byline: 0, published: 40, tags: 40, summary: 36, html: 0 },
    ],
    [
      'gulp-atom.atom',
      {
        title: 'Release notes from gulp',
        siteUrl: 'https://github.com/gulpjs/gulp/releases',
        language: 'en-US',
      },
      { url: 10, title: 10, byline: 10, published: 10, tags: 0, summary: 10, html: 10 },
    ],
    [
      'heise.atom',
      { title: 'heise developer neueste Meldungen', siteUrl: 'http://www.heise.de/developer/' },
      { url: 15, title: 15, byline: 15, published: 15, tags: 0, summary: 15, html: 0 },
    ],
    [
      'instant-article.rss',
      { title: 'Instant Article Test', language: 'en' },
      { url: 1, title: 1, byline: 1, published: 1, tags: 0, summary: 1, html: 1 },
    ],
    [
      'rss-1.rss',
      { title: 'Science twis', siteUrl: 'http://science.sciencemag.org' },
      { url: 69, title: 69, byline: 69, published: 69, tags: 63, summary: 0, html: 0 },
    ],
    [
      'uolNoticias.rss',
      { title: 'UOL Noticias', siteUrl: 'http://noticias.uol.com.br/', language: null },
      { url: 15, title: 15, byline: 0, published: 15, tags: 0, summary: 11, html: 0 },
    ],
    [
      'made-jsonfeed-1.1.json',
      { title: 'Dev Sample', siteUrl: 'https://example.com/', language: 'en' },
      { url: 1, title: 1, byline: 2, published: 1, tags: 1, summary: 2, html: 2 },
    ],
  ])('%s is read field by field', async (name, facts, counts) => {
    const file = await sample(`feeds/${name}`)
    expect(recognised(file)).toBe('feed')
    const { feed: read, skipped } = valueOf(readFeed(file))
    expect(read).toMatchObject(facts)
    expect(countsOf(read.entries)).toEqual(counts)
    expect(skipped).toEqual([])
  })

  it('letters are right whatever declares their encoding', async () => {
    for (const [name, word] of [
      ['encoding.rss', 'Raríssimas'],
      ['uolNoticias.rss', 'simulações'],
    ] as const) {
      const { feed: read } = valueOf(readFeed(await sample(`feeds/${name}`)))
      expect(read.entries[0]?.title).toContain(word)
      expect(JSON.stringify(read)).not.toContain('\ufffd')
    }
  })

  it('addresses that lead on from the site’s are whole', async () => {
    const { feed: read } = valueOf(readFeed(await sample('feeds/gulp-atom.atom')))
    expect(read.entries[0]?.url).toBe('https://github.com/gulpjs/gulp/releases/tag/v3.9.0')
  })

  it('dates are those of the feed, in whatever language they are written', async () => {
    const { feed: read } = valueOf(readFeed(await sample('feeds/uolNoticias.rss')))
    expect(read.entries[0]).toMatchObject({
      published: '2018-09-24',
      publishedAt: '2018-09-24T22:42:40.000Z',
    })
  })

  it('an entry that says nothing is none', async () => {
    const file = await sample('feeds/incomplete-fields.atom')
    expect(recognised(file)).toBe('feed')
    expect(valueOf(await feed.list(file)).items).toEqual([])
  })

  it('each entry comes in as an article: whole where the feed has the text, else as a link with its teaser', async () => {
    const whole = valueOf(await feed.list(await sample('feeds/content-encoded.rss'))).items[0]
    const article = valueOf(await feed.read(whole!.record, now)).draft
    expect(article.isOnlyLink).toBe(false)
    expect(article.facts).toMatchObject({
      title: 'THE CREATIVE FORAGER',
      byline: 'Jeremy Puma',
      published: '2018-04-09',
      tags: ['plants', 'environment', 'nature', 'foraging', 'food'],
    })
    const teaser = valueOf(await feed.list(await sample('feeds/encoding.rss'))).items[0]
    const link = valueOf(await feed.read(teaser!.record, now)).draft
    expect(link).toMatchObject({ isOnlyLink: true, url: teaser!.url })
    expect(link.facts).toMatchObject({ language: 'pt-pt', tags: ['Nacional'] })
  })

  it('what has no place is kept and named', async () => {
    expect(valueOf(await feed.list(await sample('feeds/gulp-atom.atom'))).unplaced).toEqual(['media'])
    const json = valueOf(await feed.list(await sample('feeds/made-jsonfeed-1.1.json')))
    expect(json.unplaced).toEqual(['attachments'])
    expect(JSON.stringify(json.items[0]?.record)).toContain('https://example.com/a.mp3')
  })
})

describe.skipIf(!hasSamples)('the sample lists of feeds', () => {
  it.each([
    ['cats-4-bad', [['feedname', 'http://domain/feed', ['root1', 'root2/node2', 'root3/node 3']]]],
    ['hier-2-nested', [['feedname', 'http://domain/feed', ['grouping1/grouping2']]]],
    ['hier-5-title', [['feedname', 'http://domain/feed', ['wordpress']]]],
    ['tags-3-cats_mixed', [['feedname', 'http://domain/feed', ['news', 'sports', 'news/sports']]]],
    [
      'made-feeds',
      [
        ['Dev & Sample', 'https://example.com/feed.xml', ['Essays', 'Essays/Slow', 'reading', 'Dup']],
        ['Top level', 'https://example.org/atom.xml', []],
      ],
    ],
    [
      'malformed/concatenated-documents',
      [
        ['feedname', 'http://domain/feed1', []],
        ['feedname', 'http://domain/feed2', []],
      ],
    ],
    ['malformed/end-element-missing', [['malformed', 'https://domain/feed', []]]],
  ])('%s is followed with all its groups', async (name, feeds) => {
    const read = valueOf(readFeedList(await sample(`opml/${name}.opml`)))
    expect(read.map(({ title, url, folders }) => [title, url, folders])).toEqual(feeds)
  })

  it('a list without feeds says so', async () => {
    const read = readFeedList(await sample('opml/malformed/html-entity-text-1.opml'))
    expect(read).toMatchObject({ ok: false, error: { code: 'collection-empty' } })
  })
})
