// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ArticleText } from '../../../../renderer/reader/article-text.tsx'
import { mapText, rangeOfSpan, spanOfRange, type TextMap } from '../../../../renderer/reader/dom-span.ts'
import { jump } from '../../../../renderer/reader/footnote-jumps.ts'
import { Pictures } from '../../../../renderer/reader/pictures.ts'
import { currentFormat } from '../../../../src/model/format.ts'
import type { Block, Content, Mark } from '../../../../src/model/content.ts'

const url = 'https://example.org/wall.png'
const file = `${'a'.repeat(64)}.png`

type Part = Block extends infer B ? (B extends Block ? Omit<B, 'span'> & { words: string } : never) : never

/** Blocks of these words, one after the other; `references` are the words that refer to footnotes, and their labels. */
function contentOf(parts: Part[], references: [words: string, label: string][] = []): Content {
  let text = ''
  const blocks = parts.map(({ words, ...rest }) => {
    if (text !== '' && words !== '') text += '\n\n'
    const start = text.length
    text += words
    return { ...rest, span: { start, end: text.length } } as Block
  })
  const marks = references.map(([words, label]): Mark => {
    const start = text.indexOf(words)
    return { kind: 'footnoteReference', label, span: { start, end: start + words.length } }
  })
  return { format: currentFormat, text, blocks, marks, furniture: [] }
}

const content = contentOf(
  [
    { kind: 'paragraph', words: 'The wall moved[1] in spring.', page: 12 },
    { kind: 'figure', words: 'The wall at low tide', url, file: null, alt: 'Granite' },
    { kind: 'figure', words: '', url: 'https://example.org/plan.png', file: null, alt: '' },
    { kind: 'paragraph', words: 'Nobody asked(2) and it(3) stayed.', page: 12 },
    { kind: 'paragraph', words: 'So it stands.', page: 13 },
    { kind: 'footnote', words: 'Third volume.', label: '1' },
    { kind: 'footnote', words: 'And the fourth.', label: null },
    { kind: 'footnote', words: 'By a clerk.', label: '2' },
  ],
  [
    ['[1]', '1'],
    ['(2)', '2'],
    ['(3)', '2'],
  ],
)

let root: Root
let page: HTMLElement
let map: TextMap

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  document.body.innerHTML = '<div></div>'
  page = document.querySelector('div')!
  root = createRoot(page)
  show({})
  map = mapText(page, content.text)
})

afterEach(() => {
  act(() => root.unmount())
  vi.unstubAllGlobals()
})

function show(kept: Pictures['kept'], keep: Pictures['keep'] = null): void {
  const firstMissing = url in kept ? 2 : 1
  act(() =>
    root.render(
      <Pictures value={{ kept, firstMissing, keep }}>
        <ArticleText content={content} language="en" />
      </Pictures>,
    ),
  )
}

/** What comes of selecting these words of the text in the page. */
function selected(words: string): string | null {
  const start = content.text.indexOf(words)
  const range = rangeOfSpan(map, { start, end: start + words.length })
  const span = range && spanOfRange(map, range)
  return span && content.text.slice(span.start, span.end)
}

function reference(words: string): HTMLElement {
  return [...page.querySelectorAll<HTMLElement>('[data-note]')].find(
    ({ textContent }) => textContent === words,
  )!
}

test('labels, page numbers and what stands for pictures are no words of the text', () => {
  const words = map.nodes.map((node) => node.data).join('')
  expect(words).toBe(content.text.replaceAll('\n\n', ''))
  expect(page.textContent).toContain('A picture that is not kept')
})

test.each([
  'moved[1] in',
  'spring.\n\nThe wall at low',
  'low tide\n\nNobody asked(2) and',
  'stands.\n\nThird volume.\n\nAnd the fourth.\n\nBy a',
])('a selection across figures and footnotes takes exactly its words: %j', (words) => {
  expect(selected(words)).toBe(words)
})

test('every stretch of the text is the same stretch in the page and back', () => {
  for (let start = 0; start < content.text.length; start += 1) {
    for (let end = start + 1; end <= content.text.length; end += 7) {
      const words = content.text.slice(start, end)
      const range = rangeOfSpan(map, { start, end })
      const span = range && spanOfRange(map, range)
      expect(span === null ? '' : content.text.slice(span.start, span.end)).toBe(words.trim())
    }
  }
})

test('pictures that are kept later come into the page, and its text stays as it was', () => {
  const nodes = [...map.nodes]
  show({ [url]: file })
  expect(mapText(page, content.text).nodes).toEqual(nodes)
  const image = page.querySelector('img')
  expect(image?.getAttribute('src')).toBe(`/pictures/${file}`)
  expect(image?.alt).toBe('Granite')
})

test('nothing is loaded that is not kept: the first picture that is missing offers to keep them all', () => {
  const keep = vi.fn<() => void>()
  show({}, keep)
  expect(page.querySelector('img')).toBeNull()
  const buttons = page.querySelectorAll('button')
  expect(buttons).toHaveLength(1)
  expect(page.querySelector('figure')?.contains(buttons[0]!)).toBe(true)
  act(() => buttons[0]!.click())
  expect(keep).toHaveBeenCalledOnce()
})

test('a page’s number stands where the page begins, and only there', () => {
  const numbers = [...page.querySelectorAll('.page-number')]
  expect(numbers.map(({ textContent }) => textContent)).toEqual(['Page 12', 'Page 13'])
  expect(numbers[1]?.nextElementSibling?.textContent).toBe('So it stands.')
})

test('words that refer to a footnote lead to it, and its label leads back to where one came from', () => {
  expect(jump(page, reference('(3)').firstChild!.parentElement)).toBe(true)
  expect(document.activeElement?.textContent).toBe('By a clerk.')
  const label = page.querySelector<HTMLElement>('[data-back="2"]')
  expect(jump(page, label)).toBe(true)
  expect(document.activeElement).toBe(reference('(3)'))
})

test('who did not come from the text is led to the first words that refer to it', () => {
  expect(jump(page, page.querySelector('[data-back="2"]'))).toBe(true)
  expect(document.activeElement).toBe(reference('(2)'))
})

test('other words lead nowhere', () => {
  expect(jump(page, page.querySelector('p'))).toBe(false)
  expect(jump(page, null)).toBe(false)
})
