// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { Article } from '../../../../src/model/article.ts'
import { quotation } from '../../../../renderer/reader/quotation.ts'

const facts = {
  title: 'Harbour works will not pause',
  byline: 'Mara Ellison',
  agency: 'Northwire',
  published: '2026-01-12',
  language: 'en',
  source: { name: 'harbour.txt', url: null },
} as Article

test('a quotation gives the words and who wrote them where and when', () => {
  expect(quotation('No tide waits.', facts)).toBe(
    '> No tide waits.\n>\n> — Mara Ellison, “Harbour works will not pause”, 12 January 2026',
  )
})

test('paragraphs stay paragraphs', () => {
  expect(quotation('One.\n\nTwo.', facts)).toMatch(/^> One\.\n>\n> Two\.\n>\n> — /)
})

test('what is not known is left out, and an address is given', () => {
  const url = 'https://example.org/harbour'
  const bare = { ...facts, byline: null, agency: null, published: null, source: { name: 'x', url } }
  expect(quotation('Words.', bare)).toBe(`> Words.\n>\n> — “Harbour works will not pause”, ${url}`)
})
