import { describe, expect, test } from 'vitest'
import { readPage } from '../../../../src/importers/web-page/read-page.ts'
import { webPage, webPageDefuddle } from '../../../../src/importers/web-page/web-page.ts'
import { cpuMsUntil } from '../../cpu-ms.ts'
import { checkContent } from '../drafts.ts'
import { candidate, recognised } from '../samples/sample.ts'
import { now, page, read, story, url } from './made-page.ts'

const bytesOf = (html: string): Uint8Array => new TextEncoder().encode(html)

describe('the text of a page', () => {
  test('is the article without what stands around it', async () => {
    const draft = await read({
      head: '<title>Bridge opens</title>',
      above:
        '<nav><a href="/">Home</a></nav><h1>Bridge opens</h1><p class="date">Published: 5 October 2026</p>',
      body: `${story()}<p>Related: <a href="/ferry">Ferry stops</a></p>
        <p>Sign up for our <a href="/letter">newsletter</a> and miss nothing.</p>
        <h3>More stories</h3><ul><li><a href="/a">The pier in winter</a></li><li><a href="/b">A barge and a fog</a></li></ul>`,
      below:
        '<div class="share">Share</div><div class="comments"><p>I was there when it opened, and it was cold.</p></div>',
    })
    checkContent(draft)
    expect(draft.content.text).toMatch(/^The old swing bridge/)
    expect(draft.content.text).toMatch(/fund for old machines\.$/)
    expect(draft.content.blocks).toHaveLength(3)
  })

  test('keeps a list of links that the article is about', async () => {
    const links = ['Tide tables', 'Ferry hours', 'Harbour rules'].map(
      (name) => `<li><a href="/x">${name}</a> of the town, and where to find them on paper</li>`,
    )
    const { content } = await read({
      body: `${story()}<p>What helps those who cross:</p><ul>${links.join('')}</ul>${story('Later ')}`,
    })
    expect(content.text).toContain('Tide tables of the town')
  })

  test('leaves out what is hidden', async () => {
    const { content } = await read({
      body: `${story()}<p style="display: none">${'Nobody sees this line of the page. '.repeat(4)}</p>`,
    })
    expect(content.text).not.toContain('Nobody sees')
  })

  test('is all of the body where no article is found', async () => {
    const { content } = await read('<p>Closed on Mondays.')
    expect(content.text).toBe('Closed on Mondays.')
  })

  test('has its links whole, from the base of the page', async () => {
    const head = '<base href="/en/">'
    const { content } = await read({ head, body: story('<a href="ferry">Ferry</a> ') })
    expect(content.marks).toContainEqual(
      expect.objectContaining({ href: 'https://www.harbour-post.example/en/ferry' }),
    )
  })

  test('that is not there is said so', async () => {
    const entry = await readPage('<html><body><script>run()</script></body></html>', {
      name: 'x.html',
      url,
      encoding: 'utf-8',
      importer: 'web-page',
    })
    expect(entry).toEqual({ ok: false, error: { code: 'text-missing', name: 'x.html' } })
  })
})

describe('a dateline on a page', () => {
  test.each(['NEWPORT, Oct 5 (Reuters) - ', '<span class="dateline">NEWPORT, Oct 5 (Reuters) - </span>'])(
    'gives its facts: %s',
    async (lead) => {
      const draft = await read({
        head: '<meta property="article:published_time" content="2026-10-05">',
        body: story(lead),
      })
      checkContent(draft)
      expect(draft.content.blocks[0]?.kind).toBe('dateline')
      expect(draft.facts).toMatchObject({ place: 'NEWPORT', agency: 'Reuters', published: '2026-10-05' })
      expect(draft.yearIsAssumed).toBe(false)
    },
  )

  test('lends its day to a page without one, and the year is assumed', async () => {
    const draft = await read({ body: story('NEWPORT, Oct 5 (Reuters) - ') })
    expect(draft.facts.published).toBe('2026-10-05')
    expect(draft.yearIsAssumed).toBe(true)
  })
})

test('a Persian page runs from right to left', async () => {
  const line =
    'پل قدیمی بندر پس از دو سال کار دوباره باز شد و نخستین کسانی که از آن گذشتند کودکان مدرسه بودند. '
  const draft = await read({
    html: '<html lang="fa" dir="rtl">',
    body: `<p>${line.repeat(3)}</p><p>${line.repeat(2)}</p>`,
  })
  expect(draft.direction).toBe('rtl')
  expect(draft.facts.language).toBe('fa')
})

describe('which files are pages', () => {
  test.each([
    ['bridge.html', '<p>Bridge'],
    ['bridge.htm', 'Bridge'],
    ['bridge.xhtml', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">'],
    ['', '\n<!-- saved --><!DOCTYPE html><title>x</title>'],
    ['download', '<html><body>x'],
  ])('%s that begins %s', async (name, html) => {
    expect(recognised(await candidate(name, bytesOf(html)))).toBe('web-page')
  })

  test('what a server calls one', async () => {
    const file = await candidate('article', bytesOf('<p>Bridge'))
    expect(webPage.accepts({ ...file, web: { url, contentType: 'Text/HTML; charset=utf-8' } })).toBe(true)
    expect(webPage.accepts(file)).toBe(false)
  })
})

test('both readers read a page, and the second never of its own accord', async () => {
  const file = await candidate('bridge.html', bytesOf(page({ head: '<title>Bridge opens</title>' })))
  expect(webPageDefuddle.accepts(file)).toBe(false)
  for (const importer of [webPage, webPageDefuddle]) {
    const entry = await importer.read(file)
    expect(entry).toMatchObject({
      ok: true,
      value: { draft: { importer: importer.id, facts: { title: 'Bridge opens' } } },
    })
    expect(entry.ok && entry.value.draft.content.text).toContain('swing bridge')
  }
})

describe('a hostile page', () => {
  test.each([
    ['100,000 nested elements', `${'<div>'.repeat(100_000)}${story()}`],
    ['100,000 nested elements that are never closed and inline', `${story()}${'<b>'.repeat(100_000)}deep`],
    ['5 MB of paragraphs', story().repeat(10_000)],
    ['50,000 links', `${story()}${'<a href="/x">x</a> '.repeat(50_000)}`],
    [
      'a graph within a graph',
      `<script type="application/ld+json">${'{"@graph":['.repeat(50_000)}</script>${story()}`,
    ],
    ['a title of a million separators', `<title>${'x | '.repeat(250_000)}</title>${story()}`],
  ])('of %s ends in time', async (_, html) => {
    const spent = await cpuMsUntil(() =>
      readPage(html, { name: 'x.html', url, encoding: 'utf-8', importer: 'web-page', now }),
    )
    // The worker is stopped after 15 s.
    expect(spent).toBeLessThan(15_000)
  })

  test('carries no script into the text', async () => {
    const { content } = await read({
      body: `<p onclick="x()">${story()}<img src=x onerror="alert(1)"><a href="javascript:alert(2)">go</a><script>alert(3)</script>`,
    })
    expect(JSON.stringify(content)).not.toMatch(/alert|onerror|javascript/)
  })
})
