import { describe, expect, it } from 'vitest'
import { readFeed } from '../../../../src/importers/feed/read-feed.ts'
import type { FeedEntry } from '../../../../src/model/feed.ts'
import { valueOf } from '../../main/opened-library.ts'

function read(text: string, web?: { url: string; contentType: string | null }) {
  const source = { name: 'feed', bytes: Buffer.from(text), modified: null, now: '2026-01-01T00:00:00.000Z' }
  return readFeed(web === undefined ? source : { ...source, web })
}

function rss(items: string, channel = '<title>Tides</title><link>https://tides.example/</link>'): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${channel}${items}</channel></rss>`
}

function atom(entries: string, head = '<title>Tides</title>'): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://tides.example/news/">${head}${entries}</feed>`
}

function entriesOf(text: string): FeedEntry[] {
  return valueOf(read(text)).feed.entries
}

describe('an entry of RSS', () => {
  it('may lack anything but something to read', () => {
    const entries = entriesOf(
      rss(
        '<item><title>Only a title</title></item><item><description>Only words</description></item><item><link>/x</link></item>',
      ),
    )
    expect(entries.map(({ title, summary, url }) => [title, summary, url])).toEqual([
      ['Only a title', null, null],
      [null, 'Only words', null],
      [null, null, 'https://tides.example/x'],
    ])
  })

  it('has for its address that of its guid, where it has no other and the guid is one', () => {
    const [first, second] = entriesOf(
      rss(
        '<item><title>A</title><guid>https://tides.example/a</guid></item><item><title>B</title><guid isPermaLink="false">https://tides.example/b</guid></item>',
      ),
    )
    expect([first?.url, second?.url]).toEqual(['https://tides.example/a', null])
  })

  it('has the same id whenever it is read, and another than an entry of the same number in another feed', () => {
    const item = '<item><title>A</title><guid isPermaLink="false">17</guid></item>'
    const [here] = entriesOf(rss(item))
    const [again] = entriesOf(rss(`${item}<item><title>B</title></item>`))
    const [there] = entriesOf(rss(item, '<title>Gulls</title><link>https://gulls.example/</link>'))
    expect(again?.id).toBe(here?.id)
    expect(there?.id).not.toBe(here?.id)
  })

  it('that stands there twice is read once, and the other is told of', () => {
    const item = '<item><title>A</title><guid>urn:a</guid></item>'
    const { feed, skipped } = valueOf(read(rss(item + item)))
    expect(feed.entries).toHaveLength(1)
    expect(skipped).toEqual([{ where: 'A', reason: 'repeated' }])
  })

  it('has its whole text where it brings it, and where its description is too long for a teaser', () => {
    const long = `<description>${'The tide came in. '.repeat(100)}</description>`
    const [encoded, described, teased] = entriesOf(
      rss(
        `<item><title>A</title><description>Short</description><content:encoded><![CDATA[<p>All of it</p>]]></content:encoded></item><item><title>B</title>${long}</item><item><title>C</title><description>Short</description></item>`,
      ),
    )
    expect(encoded).toMatchObject({ summary: 'Short', html: '<p>All of it</p>' })
    expect(described?.html).toContain('The tide came in.')
    expect(teased?.html).toBeNull()
  })

  it('keeps tags in a title that is about them, and reads those that set words', () => {
    const [video, set] = entriesOf(
      rss(
        '<item><title>Of &lt;video&gt; and sound</title></item><item><title>Of &lt;em&gt;tides&lt;/em&gt; &amp;amp; gulls</title></item>',
      ),
    )
    expect([video?.title, set?.title]).toEqual(['Of <video> and sound', 'Of tides & gulls'])
  })
})

describe('an entry of Atom', () => {
  it('has the feed’s author where it has none, and its own where it has', () => {
    const entries = entriesOf(
      atom(
        '<entry><id>urn:1</id><title>A</title></entry><entry><id>urn:2</id><title>B</title><author><name>Jo Reed</name></author></entry>',
        '<title>Tides</title><author><name>Mara Ellison</name></author>',
      ),
    )
    expect(entries.map(({ byline }) => byline)).toEqual(['Mara Ellison', 'Jo Reed'])
  })

  it('leads on from the base that the document names', () => {
    const [entry] = entriesOf(atom('<entry><id>urn:1</id><title>A</title><link href="one.html"/></entry>'))
    expect(entry?.url).toBe('https://tides.example/news/one.html')
  })

  it('has XHTML for its text as well as HTML', () => {
    const [entry] = entriesOf(
      atom(
        '<entry><id>urn:1</id><title>A</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>High &amp; low</p></div></content></entry>',
      ),
    )
    expect(entry?.summary).toBe('High & low')
    expect(entry?.html).toContain('<p>High &amp; low</p>')
  })

  it('whose content repeats its summary has only a teaser', () => {
    const [entry] = entriesOf(
      atom(
        '<entry><id>urn:1</id><title>A</title><summary>Low tide</summary><content type="html">&lt;p&gt;Low tide&lt;/p&gt;</content></entry>',
      ),
    )
    expect(entry).toMatchObject({ summary: 'Low tide', html: null })
  })
})

describe('the letters of a feed', () => {
  const title = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><title>Maré</title></channel></rss>`
  const readBytes = (bytes: Uint8Array, contentType: string | null) => {
    const web = { url: 'https://tides.example/feed', contentType }
    return valueOf(readFeed({ name: 'feed', bytes, modified: null, now: '2026-01-01T00:00:00.000Z', web }))
      .feed.title
  }

  it('are read by the prolog, whatever the server says', () => {
    expect(readBytes(Buffer.from(title('ISO-8859-1'), 'latin1'), 'text/xml; charset=utf-8')).toBe('Maré')
  })

  it('are read by the server’s word where the prolog has none', () => {
    const text = '<rss version="2.0"><channel><title>Прилив</title></channel></rss>'
    const koi8 = Uint8Array.from(
      text,
      (letter) => ({ П: 0xf0, р: 0xd2, и: 0xc9, л: 0xcc, в: 0xd7 })[letter] ?? letter.charCodeAt(0),
    )
    expect(readBytes(koi8, 'application/rss+xml; charset=koi8-r')).toBe('Прилив')
  })

  it('are read as what they are where the prolog is wrong', () => {
    expect(readBytes(Buffer.from(title('utf-8'), 'latin1'), null)).toBe('Maré')
  })
})

describe('what is no feed', () => {
  it.each([
    [
      'a page that writes about them',
      '<!doctype html><title>x</title><p>See &lt;rss&gt; and <rss version="2.0"></p>',
    ],
    ['any JSON', '{"items":[]}'],
    ['other RDF', '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><a/></rdf:RDF>'],
    ['a root and nothing else', '<rss version="2.0"/>'],
    ['a tag that never ends', '<rss version="2.0"'],
    ['JSON that breaks off', '{"version":"https://jsonfeed.org/version/1.1","items":['],
  ])('%s is refused in a sentence', (_, text) => {
    expect(read(text)).toMatchObject({ ok: false, error: { code: 'format-broken', format: 'a feed' } })
  })

  it('nothing at all is an empty file', () => {
    expect(read('')).toMatchObject({ ok: false, error: { code: 'file-empty' } })
  })
})

describe('hostile feeds', () => {
  it('are read up to 2,000 entries', () => {
    const items = Array.from(
      { length: 2100 },
      (_, n) => `<item><guid>urn:${n}</guid><title>${n}</title></item>`,
    )
    const { feed, skipped } = valueOf(read(rss(items.join(''))))
    expect(feed.entries).toHaveLength(2000)
    expect(skipped).toEqual([{ where: 'entry 2001', reason: 'over-limit' }])
  })

  it('declare entities that unfold without end, and get them back as they stand', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>${rss('<item><title>&c;</title></item>').replace('<?xml version="1.0"?>', '')}`
    expect(JSON.stringify(read(bomb)).length).toBeLessThan(1000)
  })

  it('nest elements without end, and come to an end', () => {
    const deep = '<a>'.repeat(100_000)
    expect(read(rss(`<item><title>A</title>${deep}</item>`))).toBeDefined()
  })

  it('name addresses that are no web’s, which are left out', () => {
    const [entry] = entriesOf(rss('<item><title>A</title><link>javascript:alert(1)</link></item>'))
    expect(entry?.url).toBeNull()
  })
})
