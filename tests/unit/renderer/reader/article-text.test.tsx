// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { currentFormat } from '../../../../src/model/format.ts'
import type { Block, Content, Mark } from '../../../../src/model/content.ts'
import { ArticleText } from '../../../../renderer/reader/article-text.tsx'
import { mapText } from '../../../../renderer/reader/dom-span.ts'

type Part = (start: number, end: number) => Block

const paragraph: Part = (start, end) => ({ kind: 'paragraph', span: { start, end } })

function heading(level: number): Part {
  return (start, end) => ({ kind: 'heading', level, span: { start, end } })
}

function item(depth: number, number: number | null): Part {
  return (start, end) => ({ kind: 'listItem', depth, number, span: { start, end } })
}

function quotation(depth: number): Part {
  return (start, end) => ({ kind: 'quotation', depth, span: { start, end } })
}

/** A content of these blocks; marks are named by their words, which stand in the text once. */
function contentOf(parts: [Part, string][], marks: [Mark['kind'], string][] = []): Content {
  const text = parts.map(([, words]) => words).join('\n\n')
  const blocks = parts.map(([part, words]) => part(text.indexOf(words), text.indexOf(words) + words.length))
  return {
    format: currentFormat,
    text,
    blocks,
    marks: marks.map(([kind, words]) => markOf(kind, text, words)),
    furniture: [],
  }
}

function markOf(kind: Mark['kind'], text: string, words: string): Mark {
  const start = text.indexOf(words)
  const span = { start, end: start + words.length }
  if (kind === 'link') return { kind, span, href: 'https://example.org/' }
  return kind === 'footnoteReference' ? { kind, span, label: words } : { kind, span }
}

function shown(content: Content): HTMLElement {
  const root = document.createElement('div')
  root.innerHTML = renderToStaticMarkup(<ArticleText content={content} language="en" />)
  return root
}

/** The elements' names and words alone. */
function outline(content: Content): string {
  return shown(content).innerHTML.replaceAll(/<(\/?\w+)[^>]*>/g, '<$1>')
}

const everything = contentOf(
  [
    [heading(3), 'Soundings'],
    [paragraph, 'The outer wall\nstands on rubble.'],
    [item(0, 1), 'first of all'],
    [item(1, null), 'granite'],
    [item(0, 2), 'second'],
    [quotation(1), 'No tide waits.'],
    [quotation(2), 'Nor do I.'],
    [(start, end) => ({ kind: 'code', span: { start, end } }), 'depth(x)\n  = 9.4'],
    [
      (start, end) => ({
        kind: 'table',
        span: { start, end },
        rows: [
          [
            { start, end: start + 4 },
            { start: start + 5, end: start + 10 },
          ],
          [
            { start: start + 11, end: start + 15 },
            { start: start + 16, end },
          ],
        ],
      }),
      'Year\tDepth\n1871\t7.1',
    ],
  ],
  [
    ['emphasis', 'outer wall\nstands'],
    ['strong', 'stands on rubble'],
    ['link', 'first of'],
    ['code', 'Depth'],
  ],
)

describe('the text in the page is the text of the article', () => {
  test('every element that says where it starts holds exactly the words that begin there', () => {
    const map = mapText(shown(everything), everything.text)
    expect(map.leaves.length).toBeGreaterThan(10)
    for (const leaf of map.leaves) {
      const start = Number(leaf.dataset['start'])
      const words = leaf.textContent ?? ''
      expect(words).not.toBe('')
      expect(everything.text.slice(start, start + words.length)).toBe(words)
    }
  })

  test('all of the words are in the page, once and in order', () => {
    const map = mapText(shown(everything), everything.text)
    const words = map.nodes.map((node) => node.data).join('')
    expect(words.replaceAll(/\s/g, '')).toBe(everything.text.replaceAll(/\s/g, ''))
    expect(map.starts).toEqual(map.starts.toSorted((a, b) => a - b))
  })

  test('what looks like HTML in a text is shown as it stands', () => {
    const hostile = contentOf([[paragraph, '<img src=x onerror="alert(1)"> & <b>bold</b>']])
    expect(shown(hostile).querySelector('img, b')).toBeNull()
    expect(shown(hostile).textContent).toBe(hostile.text)
  })
})

describe('blocks become the elements that mean them', () => {
  test('headings begin below the headline and skip no rank, whatever the source used', () => {
    const content = contentOf([
      [heading(2), 'a'],
      [heading(5), 'b'],
      [heading(2), 'c'],
    ])
    expect(outline(content)).toBe('<h2>a</h2><h3>b</h3><h2>c</h2>')
  })

  test('a heading stands one rank below the one whose part it begins', () => {
    const content = contentOf([
      [heading(3), 'a'],
      [heading(4), 'b'],
      [heading(2), 'c'],
      [heading(4), 'd'],
      [heading(6), 'e'],
    ])
    expect(outline(content)).toBe('<h2>a</h2><h3>b</h3><h2>c</h2><h3>d</h3><h4>e</h4>')
  })

  test('list items nest, and a numbered list goes on after what lies in it', () => {
    const content = contentOf([
      [item(0, 3), 'three'],
      [item(1, null), 'in three'],
      [item(0, 4), 'four'],
    ])
    expect(outline(content)).toBe(
      '<ol><li><p>three</p><ul><li><p>in three</p></li></ul></li><li><p>four</p></li></ol>',
    )
    expect([...shown(content).querySelectorAll('ol > li')].map((li) => li.getAttribute('value'))).toEqual([
      '3',
      '4',
    ])
  })

  test('bullets after numbers are a list of their own', () => {
    const content = contentOf([
      [item(0, 1), 'one'],
      [item(0, null), 'dot'],
    ])
    expect(outline(content)).toBe('<ol><li><p>one</p></li></ol><ul><li><p>dot</p></li></ul>')
  })

  test('a quotation in a quotation lies in it', () => {
    const content = contentOf([
      [quotation(1), 'a'],
      [quotation(2), 'b'],
      [quotation(1), 'c'],
    ])
    expect(outline(content)).toBe(
      '<blockquote><p>a</p><blockquote><p>b</p></blockquote><p>c</p></blockquote>',
    )
  })

  test('the place of a dateline is marked, and stays as it was written', () => {
    const content = contentOf([
      [
        (start, end) => ({
          kind: 'dateline',
          span: { start, end },
          lead: { start: 0, end: 7 },
          place: { start: 0, end: 4 },
          date: null,
          agency: null,
        }),
        'Oslo – A tide.',
      ],
    ])
    const root = shown(content)
    expect(root.querySelector('.place')?.textContent).toBe('Oslo')
    expect(root.textContent).toBe('Oslo – A tide.')
  })

  test('a block in another language says so and takes its own direction', () => {
    const content = contentOf([
      [
        (start, end) => ({ kind: 'paragraph', span: { start, end }, language: 'fa', direction: 'rtl' }),
        'موج‌شکن',
      ],
    ])
    const block = shown(content).querySelector('p')
    expect(block?.getAttribute('lang')).toBe('fa')
    expect(block?.getAttribute('dir')).toBe('rtl')
  })

  test('a link leads nowhere by itself, and says where it would lead', () => {
    const link = shown(everything).querySelector('[role="link"]')
    expect(link?.hasAttribute('href')).toBe(false)
    expect(link?.getAttribute('title')).toBe('https://example.org/')
  })
})
