import { describe, expect, it } from 'vitest'
import { contentOfHtml } from '../../../../src/importers/html/content-of-html.ts'
import { dataPictures } from '../../../../src/importers/html/data-pictures.ts'
import { parseHtml } from '../../../../src/markup/html.ts'
import { blocksOf, marksOf, toldBlocks } from './told.ts'

const name = `${'0'.repeat(64)}.png` as const

describe('figures', () => {
  it('have the caption as their text, credit and all', () => {
    const html =
      '<figure><img src=/p.jpg alt="A  quay"><figcaption>The <i>old</i> quay<p>Photo: Reed</figcaption></figure>'
    expect(blocksOf(html)).toEqual([
      'figure https://tides.example/p.jpg - "A quay": The old quay\nPhoto: Reed',
    ])
    expect(marksOf(html)).toEqual(['emphasis: old'])
  })

  it('are known by what WordPress calls them', () => {
    const html =
      '<div class="wp-caption alignright"><a href="/big"><img src="/p.jpg"></a><p class="wp-caption-text">Low water</p></div>'
    expect(blocksOf(html)).toEqual(['figure https://tides.example/p.jpg - "": Low water'])
  })

  it('have each its caption in a gallery, which may have its own', () => {
    const html =
      '<figure><figure><img src=/a.jpg><figcaption>A</figcaption></figure><figure><img src=/b.jpg></figure><figcaption>Both</figcaption></figure>'
    expect(blocksOf(html)).toEqual([
      'figure https://tides.example/a.jpg - "": A',
      'figure https://tides.example/b.jpg - "": Both',
    ])
  })

  it('around something else than a picture leave its words behind it', () => {
    expect(blocksOf('<figure><blockquote>Go.</blockquote><figcaption>A pilot</figcaption></figure>')).toEqual(
      ['quotation 1: Go.', 'paragraph: A pilot'],
    )
  })

  it('within a paragraph come after it, and leave it whole', () => {
    expect(blocksOf('<p>One <img src=/p.jpg> two.</p><p>Three.</p>')).toEqual([
      'paragraph: One two.',
      'figure https://tides.example/p.jpg - "": ',
      'paragraph: Three.',
    ])
  })
})

describe('the address of a picture', () => {
  it.each([
    ['<img src="p.jpg">', 'https://tides.example/log/p.jpg'],
    ['<img src="blank.gif" data-src="/late.jpg">', null],
    [
      '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/late.jpg">',
      'https://tides.example/late.jpg',
    ],
    ['<img src="/s.jpg" srcset="/s.jpg 320w, /m.jpg 1200w, /xl.jpg 6000w">', 'https://tides.example/m.jpg'],
    ['<img src="/s.jpg" srcset="/s.jpg, /l.jpg 2x">', 'https://tides.example/l.jpg'],
    ['<img srcset="/a,w_320,h_2.jpg 320w,/a,w_640,h_4.jpg 640w">', 'https://tides.example/a,w_640,h_4.jpg'],
    ['<picture><source srcset="/l.webp 1600w"><img src="/s.jpg"></picture>', 'https://tides.example/l.webp'],
    ['<img class=lazy><noscript><img src="/n.jpg"></noscript>', 'https://tides.example/n.jpg'],
    ['<amp-img src="/amp.jpg" width=600 height=400></amp-img>', 'https://tides.example/amp.jpg'],
    ['<img src="javascript:alert(1)">', null],
    ['<img src="cid:part1">', null],
    ['<img src="/t.gif" width="1" height="1">', null],
    ['<img src="/t.gif" style="width: 2px">', null],
    ['<img src="/icon.png" width="16" height="16">', null],
    ['<img src="/wide.png" width="100%" height="20">', 'https://tides.example/wide.png'],
    ['<img src="/images/spacer.gif">', null],
  ])('in %s is %s', (html, url) => {
    const figures = contentOfHtml(html, { url: 'https://tides.example/log/' }).blocks
    expect(figures.map((block) => block.kind === 'figure' && block.url)).toEqual(url === null ? [] : [url])
  })

  it('is taken once where the page has it again for readers without scripts', () => {
    expect(blocksOf('<img data-src="/n.jpg"><noscript><img src="/n.jpg"></noscript><p>x')).toHaveLength(2)
  })
})

describe('pictures that are words', () => {
  it('are those', () => {
    expect(
      blocksOf(
        '<p>Go <img class="emoji" alt="⛵" src="/s.png">, <img alt="👍🏽" src=/t.png> <img class=latex alt="x^2" src=/l.png></p>',
      ),
    ).toEqual(['paragraph: Go ⛵, 👍🏽 x^2'])
  })
})

describe('kept pictures', () => {
  it('are shown for the address that the text has, or for the whole of it', () => {
    const html = '<img src="cid:part1"><img src="/p.png"><img src="lectern-picture:' + name + '">'
    const pictures = new Map([
      ['cid:part1', name],
      ['https://tides.example/p.png', name],
    ])
    const content = contentOfHtml(html, { url: 'https://tides.example/', pictures })
    expect(toldBlocks(content)).toEqual([
      `figure - ${name} "": `,
      `figure https://tides.example/p.png ${name} "": `,
      `figure - ${name} "": `,
    ])
  })

  it('are those that the page has in itself, but not what holds the place of others', () => {
    const svg =
      'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg"%3E%3Cpath d="M0 0h9"/%3E%3C/svg%3E'
    const empty = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"
    const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
    const page = parseHtml(
      `<img src='${svg}'><img src="${empty}"><img src="${dot}"><img src="data:image/png,none">`,
    )
    const pictures = dataPictures(page)
    expect([...pictures.keys()]).toEqual([svg])
    const names = new Map([...pictures].map(([address, picture]) => [address, picture.name]))
    expect(contentOfHtml(`<img src='${svg}' alt=Line>`, { url: null, pictures: names }).blocks).toMatchObject(
      [{ kind: 'figure', url: null, file: names.get(svg), alt: 'Line' }],
    )
  })
})
