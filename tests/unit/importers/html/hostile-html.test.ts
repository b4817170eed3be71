import { describe, expect, it } from 'vitest'
import { Content } from '../../../../src/model/content.ts'
import { contentOfHtml } from '../../../../src/importers/html/content-of-html.ts'

/** A reader waits this long at most; each takes far less, and one that grows with the square of its size far more. */
const limit = 15_000

const many = 50_000

describe('hostile HTML ends, with its words', { timeout: limit }, () => {
  it.each([
    ['100,000 nested elements', `${'<div>'.repeat(100_000)}deep`, /^deep$/],
    ['nested quotations, lists and settings', `${'<blockquote><ul><li><b><i>'.repeat(10_000)}deep`, /^deep$/],
    ['nested tables', `${'<table><tr><td>'.repeat(10_000)}deep`, /deep/],
    ['one paragraph of two million characters', `<p>${'tide '.repeat(400_000)}`, /tide$/],
    ['50,000 links in a paragraph', `<p>${'<a href="/a">b</a> '.repeat(many)}`, /^b b /],
    ['50,000 footnotes', `${'<sup><a href="#a">1</a></sup>'.repeat(many)}<p id=a>note`, /note$/],
    ['50,000 settings that are never closed', '<p>a<b><i><u>'.repeat(many / 10), /a$/],
    [
      'settings that each paragraph opens again',
      Array.from({ length: 3000 }, (_, at) => `<p><b id=${at}>a</p>`).join(''),
      /^(?:a\n\n){2999}a$/,
    ],
    [
      '50,000 cells',
      `<table><tr><th>a<th>b${'<tr><td colspan=1000 rowspan=60000>c<td>d'.repeat(many / 100)}</table>`,
      /d$/,
    ],
    ['50,000 line breaks', `a${'<br>&nbsp;'.repeat(many)}b`, /^a\n\nb$/],
    ['50,000 combining signs', `<b>e</b>${'<i>\u0301</i>'.repeat(many / 10)}`, /^e/],
    ['what opens and never ends', '<p>a<!-- <p>b', /^a$/],
  ])('%s', (_, html, words) => {
    const content = contentOfHtml(html, { url: null })
    expect(content.text).toMatch(words)
    expect(Content.safeParse(content).success).toBe(true)
  })

  it.each([
    ['NULs and other control characters', 'a\u0000b&#0;c&#1;d\u0007', /^ab\ufffd?cd$/],
    ['halves of characters', 'a\ud800b\udc00', /^a\ufffdb\ufffd$/],
    ['signs that turn the direction of text, which stay', 'a\u202eb\u2066c', /^a\u202eb\u2066c$/],
  ])('%s', (_, html, words) => {
    expect(contentOfHtml(`<p>${html}</p>`, { url: null }).text).toMatch(words)
  })
})
