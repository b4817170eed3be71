// @vitest-environment happy-dom
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { expect, test } from 'vitest'
import { attributed } from '../../../src/text/attribution.ts'

type Source = Parameters<typeof attributed>[1]

const harbour: Source = {
  title: 'Harbour works will not pause',
  byline: 'Mara Ellison',
  agency: 'Northwire',
  place: 'Port Ellery',
  published: '2026-01-12',
  language: 'en',
  direction: 'ltr',
  source: { name: 'harbour.txt', url: 'https://example.org/harbour?a=1&b=2', origin: null, part: null },
}

const unknown: Source = {
  ...harbour,
  byline: null,
  agency: null,
  place: null,
  published: null,
  source: { name: 'harbour.txt', url: null, origin: null, part: null },
}

const persian: Source = {
  ...unknown,
  title: 'موج‌شکن می‌ماند',
  agency: 'خبر ساحل',
  published: '2026-01-12',
  language: 'fa',
  direction: 'rtl',
}

test('a quotation gives the words, who wrote them for whom, where and when, the headline and the address', () => {
  const { markdown, plain, html } = attributed('No tide waits.', harbour)
  expect(plain).toBe(
    '“No tide waits.” — Mara Ellison, Northwire (Port Ellery, 12 January 2026), ' +
      '“Harbour works will not pause”, https://example.org/harbour?a=1&b=2',
  )
  expect(markdown).toBe(
    '> No tide waits.\n>\n> — Mara Ellison, Northwire (Port Ellery, 12 January 2026), ' +
      '[“Harbour works will not pause”](https://example.org/harbour?a=1\\&b=2)',
  )
  expect(html).toBe(
    '<blockquote cite="https://example.org/harbour?a=1&amp;b=2" lang="en" dir="ltr">\n' +
      '<p>No tide waits.</p>\n' +
      '<footer>— Mara Ellison, Northwire (Port Ellery, 12 January 2026), ' +
      '<a href="https://example.org/harbour?a=1&amp;b=2">“Harbour works will not pause”</a></footer>\n' +
      '</blockquote>',
  )
})

test('what is not known is left out', () => {
  expect(attributed('Words.', unknown)).toMatchObject({
    plain: '“Words.” — “Harbour works will not pause”',
    markdown: '> Words.\n>\n> — “Harbour works will not pause”',
  })
  const placed = { ...unknown, place: 'Port Ellery' }
  expect(attributed('Words.', placed).plain).toBe('“Words.” — Port Ellery, “Harbour works will not pause”')
})

test('an agency that the byline names is not named twice', () => {
  const byline = 'Northwire News Agency'
  expect(attributed('Words.', { ...harbour, byline }).plain).toContain('— Northwire News Agency (Port Ellery')
})

test('a path on the disk is nobody else’s address', () => {
  const source = { name: 'harbour.txt', url: 'file:///home/mara/harbour.txt', origin: null, part: null }
  for (const text of Object.values(attributed('Words.', { ...harbour, source }))) {
    expect(text).not.toContain('mara/')
  }
})

test('a whole quotation keeps its own marks, and one inside of others does not', () => {
  expect(attributed('“No tide waits.”', unknown).plain).toMatch(/^“No tide waits.” — /)
  expect(attributed('“No tide” and “no treaty”', unknown).plain).toMatch(/^““No tide” and “no treaty”” — /)
})

test('marks, date and commas are those of the language', () => {
  expect(attributed('این طرح می‌ماند', persian).plain).toBe(
    '«این طرح می‌ماند» — خبر ساحل (۲۲ دی ۱۴۰۴)، «موج‌شکن می‌ماند»',
  )
  expect(attributed('Mots.', { ...unknown, language: 'fr' }).plain).toMatch(/^«\u00a0Mots\.\u00a0» — /)
  expect(attributed('Worte.', { ...unknown, language: 'de-AT' }).plain).toMatch(/^„Worte\.“ — /)
})

test('words of a book or a PDF say the page they begin on, after the headline', () => {
  const { markdown, plain, html } = attributed('Words.', { ...harbour, page: 12 })
  expect(plain).toMatch(/pause”, p\. 12(?:, https?:|$)/)
  expect(markdown).toMatch(/pause”(?:\]\([^)]*\))?, p\. 12$/)
  expect(html).toMatch(/pause”(?:<\/a>)?, p\. 12<\/footer>/)
})

test('a language that is none is written as English', () => {
  expect(attributed('Words.', { ...harbour, language: 'en-a' }).plain).toContain('12 January 2026')
})

test('paragraphs stay paragraphs and lines stay lines', () => {
  const { markdown, plain, html } = attributed('One,\ntwo.\n\nThree.', unknown)
  expect(plain).toMatch(/^“One,\ntwo\.\n\nThree\.” — /)
  expect(markdown).toMatch(/^> One,\\\n> two\.\n>\n> Three\.\n>\n> — /)
  expect(html).toContain('<p>One,<br>two.</p>\n<p>Three.</p>')
})

test('HTML says the language and direction of the article, and of a paragraph that runs against it', () => {
  const { html } = attributed('این طرح می‌ماند\n\nNo tide waits.\n\n2026', persian)
  expect(html).toContain('<blockquote lang="fa" dir="rtl">')
  expect(html).toContain('<p>این طرح می‌ماند</p>\n<p dir="ltr">No tide waits.</p>\n<p>2026</p>')
})

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

const awkward = [
  '*',
  '_',
  '`',
  '<b>',
  '&amp;',
  '[x](y)',
  '# ',
  '1. ',
  '- ',
  '> ',
  '|',
  '~~',
  '\\',
  '"',
  "'",
  '![',
  '$',
]
const words = fc
  .array(fc.constantFrom('tide', 'و', '港', ' ', ...awkward), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join('').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '')
const paragraphs = fc.array(words, { minLength: 1, maxLength: 3 })

test('Markdown reads as the words do, whatever signs are in them', () => {
  fc.assert(
    fc.property(paragraphs, words, (text, title) => {
      const tree = fromMarkdown(attributed(text.join('\n\n'), { ...harbour, title }).markdown, {
        extensions: [gfm()],
        mdastExtensions: [gfmFromMarkdown()],
      })
      const [quote] = tree.children
      expect(tree.children).toHaveLength(1)
      const read = quote?.type === 'blockquote' ? quote.children.map((child) => wordsOf(child)) : []
      expect(read.slice(0, -1)).toEqual(text)
      expect(read.at(-1)).toContain(title)
    }),
  )
})

test('HTML reads as the words do, and holds no other element', () => {
  fc.assert(
    fc.property(paragraphs, words, (text, title) => {
      const page = new DOMParser().parseFromString(
        attributed(text.join('\n\n'), { ...harbour, title }).html,
        'text/html',
      )
      const read = [...page.querySelectorAll('p')].map((paragraph) => paragraph.textContent)
      expect(read).toEqual(text)
      expect(page.querySelector('footer > a')?.textContent).toContain(title)
      expect(page.querySelectorAll('blockquote *')).toHaveLength(text.length + 2)
    }),
  )
})
