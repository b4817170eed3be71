import { describe, expect, test } from 'vitest'
import { read } from './made-page.ts'

function jsonLd(value: unknown): string {
  return `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`
}

const article = {
  '@type': 'NewsArticle',
  headline: 'Bridge &amp; harbour open',
  datePublished: '2026-10-05T23:30:00+02:00',
  author: [{ '@type': 'Person', name: 'Mara Ellison' }, { name: 'Jo Reed' }],
  publisher: { '@type': 'Organization', name: 'Harbour Post' },
  keywords: 'bridges, harbour',
}
const told = { title: 'Bridge & harbour open', byline: 'Mara Ellison, Jo Reed', published: '2026-10-05' }

describe('JSON-LD', () => {
  test.each([
    ['alone', article],
    ['in a list', [{ '@type': 'BreadcrumbList', name: 'Crumbs' }, article]],
    [
      'in a graph',
      { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite', name: 'Harbour Post' }, article] },
    ],
    ['as what a page is about', { '@type': 'WebPage', datePublished: '2019-01-01', mainEntity: article }],
    ['in a comment', `<!-- ${JSON.stringify(article)} -->`],
    ['in CDATA', `/*<![CDATA[*/${JSON.stringify(article)}/*]]>*/`],
    [
      'with a comma too many and a line break in a text',
      JSON.stringify({ ...article, description: 'two' })
        .replace('two', 'two\nlines')
        .replace(/\}$/, ',}'),
    ],
  ])('%s gives the facts', async (_, value) => {
    expect((await read({ head: jsonLd(value) })).facts).toMatchObject(told)
  })

  test('names authors by reference', async () => {
    const graph = [
      { ...article, author: { '@id': '#mara' } },
      { '@type': 'Person', '@id': '#mara', name: 'Mara Ellison' },
    ]
    expect((await read({ head: jsonLd({ '@graph': graph }) })).facts.byline).toBe('Mara Ellison')
  })

  test('that is broken is left out', async () => {
    const { facts } = await read({
      head: `${jsonLd('{"@type": "NewsArticle", "headline": ')}<title>Bridge</title>`,
    })
    expect(facts).toMatchObject({ title: 'Bridge', byline: null, published: null })
  })

  test('of other things than the article is not believed', async () => {
    const event = {
      '@type': 'Event',
      name: 'Fair',
      datePublished: '2011-01-01',
      author: { name: 'Pat Quill' },
    }
    expect((await read({ head: jsonLd(event) })).facts).toMatchObject({ byline: null, published: null })
  })
})

describe('the day of publication', () => {
  test.each([
    ['<meta property="article:published_time" content="2026-10-05T08:00:00Z">'],
    ['<meta name="DC.date.issued" content="2026-10-05">'],
    ['<meta name="parsely-pub-date" content="2026-10-05T08:00:00Z">'],
    ['<meta name="citation_publication_date" content="2026/10/05">'],
    ['<meta name="prism.publicationDate" content="20261005">'],
    ['<meta name="sailthru.date" content="Mon, 05 Oct 2026 08:00:00 +0000">'],
    ['<meta name="date" content="1791187200">'],
  ])('stands in %s', async (head) => {
    expect((await read({ head })).facts.published).toBe('2026-10-05')
  })

  test.each([
    ['en', '<time datetime="2026-10-05T08:00">today</time>'],
    ['en', '<span itemprop="datePublished" content="2026-10-05"></span>'],
    ['en', '<p class="date">Published: Monday, October 5, 2026</p>'],
    ['en-US', '<p class="date">10/05/2026</p>'],
    ['en-GB', '<p class="date">05/10/2026</p>'],
    ['de', '<p>Veröffentlicht am 5. Oktober 2026 von Mara Ellison</p>'],
    ['de', '<p class="post-meta">5.10.26</p>'],
    ['fr', '<p class="date">Publié le 5 octobre 2026</p>'],
    ['es', '<p class="fecha">5 de octubre de 2026</p>'],
    ['ru', '<p class="date">5 октября 2026</p>'],
    ['fa', '<p class="date">۱۴۰۵/۰۷/۱۳</p>'],
    ['ar', '<p class="date">٥ أكتوبر ٢٠٢٦</p>'],
    ['ja', '<p class="date">2026年10月5日</p>'],
    ['ko', '<p class="date">2026년 10월 5일</p>'],
  ])('is read as the page shows it, in %s: %s', async (language, above) => {
    expect((await read({ html: `<html lang="${language}">`, above })).facts.published).toBe('2026-10-05')
  })

  test('stands in the address', async () => {
    expect((await read({}, 'https://harbour-post.example/2026/10/05/bridge')).facts.published).toBe(
      '2026-10-05',
    )
  })

  test('has not come yet nowhere: a day in the future is none', async () => {
    const head = '<meta property="article:published_time" content="2031-01-01">'
    expect((await read({ head, above: '<p class="date">5 October 2026</p>' })).facts.published).toBe(
      '2026-10-05',
    )
  })

  test('is none that a comment bears, or the line of rights', async () => {
    const below =
      '<div class="comments"><time datetime="2020-01-01">2020</time></div><footer>© 1 May 2019 Harbour Post</footer>'
    expect((await read({ below })).facts.published).toBeNull()
  })
})

describe('the byline', () => {
  test.each([
    ['<meta name="author" content="Von Mara Ellison">', '<p>Von Mara Ellison</p>'],
    ['', '<p class="byline">By Mara Ellison | 5 October 2026</p>'],
    ['', '<a rel="author" href="/mara">Mara Ellison</a>'],
    [
      '',
      '<div itemprop="author" itemscope><span itemprop="name">Mara Ellison</span><p>Writes on harbours.</p></div>',
    ],
    ['', '<span class="author vcard">par Mara Ellison</span>'],
    ['', '<p>5. Oktober 2026 von Mara Ellison</p>'],
    ['<meta name="parsely-author" content="Mara Ellison">', '<p>Mara Ellison</p>'],
  ])('is found in %s %s', async (head, above) => {
    const draft = await read({ head, above })
    expect(draft.facts.byline).toBe('Mara Ellison')
    expect(draft.bylineIsGuessed).toBe(true)
  })

  test('joins several', async () => {
    const above = '<p class="byline">By Mara Ellison, Jo Reed and Pat Quill</p>'
    expect((await read({ above })).facts.byline).toBe('Mara Ellison, Jo Reed, Pat Quill')
  })

  test.each([
    'admin',
    'Redaktion',
    'Die Redaktion',
    'Harbour Post',
    'harbour-post.example',
    'Editorial Team',
    'news@harbour-post.example',
    'https://www.facebook.com/harbourpost',
    'Reuters',
    'Tides GmbH',
    'Staff',
  ])('is nobody’s where it says "%s"', async (name) => {
    const head = `<meta property="og:site_name" content="Harbour Post"><meta name="author" content="${name}">`
    const draft = await read({ head, above: `<span class="author">${name}</span>` })
    expect(draft.facts.byline).toBeNull()
    expect(draft.bylineIsGuessed).toBe(false)
  })

  test('is not of those who comment', async () => {
    const below = '<div id="comments"><span class="author">Pat Quill</span><p>Well done.</p></div>'
    expect((await read({ below })).facts.byline).toBeNull()
  })
})

describe('the title', () => {
  const site = '<meta property="og:site_name" content="Harbour Post">'

  test.each([
    ['Bridge opens - Harbour Post', ''],
    ['Harbour Post: Bridge opens', '<h1>Bridge opens</h1>'],
    ['Bridge opens | Local | Harbour Post', '<h1>Bridge opens</h1>'],
    ['Bridge opens » Harbour Post', ''],
  ])('is without the name of the site: %s', async (title, above) => {
    expect((await read({ head: `${site}<title>${title}</title>`, above })).facts.title).toBe('Bridge opens')
  })

  test('keeps a dash of its own', async () => {
    const head = `${site}<title>Bridge opens – at last</title>`
    expect((await read({ head })).facts.title).toBe('Bridge opens – at last')
  })

  test('is not the heading of the site', async () => {
    const head = `${site}<title>Harbour Post | Bridge opens</title>`
    expect((await read({ head, above: '<h1>Harbour Post</h1><h2>Bridge opens</h2>' })).facts.title).toBe(
      'Bridge opens',
    )
  })
})

describe('the address', () => {
  test.each([
    ['/news/bridge-2', 'https://www.harbour-post.example/news/bridge-2'],
    ['https://harbour-post.example/news/b', 'https://harbour-post.example/news/b'],
    ['https://elsewhere.example/news/b', 'https://www.harbour-post.example/news/bridge'],
    ['javascript:alert(1)', 'https://www.harbour-post.example/news/bridge'],
    ['https://www.harbour-post.example/', 'https://www.harbour-post.example/news/bridge'],
  ])('that the page gives itself as %s', async (href, expected) => {
    expect((await read({ head: `<link rel="canonical" href="${href}">` })).url).toBe(expected)
  })

  test.each([
    '<!-- saved from url=(0043)https://harbour-post.example/saved -->',
    '<!--\n Page saved with SingleFile\n url: https://harbour-post.example/saved\n saved date: Mon Oct 05 2026\n-->',
  ])('of a saved page is in its first lines', async (comment) => {
    expect((await read({ html: `${comment}<html>` }, null)).url).toBe('https://harbour-post.example/saved')
  })
})

test('keywords become tags, once each', async () => {
  const head = '<meta name="keywords" content="bridges, Harbour, bridges,, harbour">'
  expect((await read({ head })).facts.tags).toEqual(['bridges', 'Harbour'])
})

test.each([
  ['<html lang="de-AT">', '', 'de-AT'],
  ['<html>', '<meta property="og:locale" content="pt_BR">', 'pt-BR'],
  ['<html lang="">', '', 'en'],
])('the language of %s %s', async (html, head, language) => {
  expect((await read({ html, head })).facts.language).toBe(language)
})
