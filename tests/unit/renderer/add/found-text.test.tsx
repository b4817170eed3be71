// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FoundText } from '../../../../renderer/add/found-text.tsx'
import type { Block } from '../../../../src/model/content.ts'
import { draft, text } from '../state/fake-library.ts'

const whole = { start: 0, end: text.length }

function shown(...blocks: Block[]): HTMLElement {
  const { draft: found } = draft('page.html')
  const root = document.createElement('div')
  root.innerHTML = renderToStaticMarkup(
    <FoundText draft={{ ...found, content: { ...found.content, blocks } }} />,
  )
  return root
}

test('a picture is told of and not loaded, and its caption stands below it', () => {
  const root = shown({
    kind: 'figure',
    span: whole,
    url: 'https://example.org/a.png',
    file: null,
    alt: 'Granite',
  })
  expect(root.querySelector('img')).toBeNull()
  expect(root.querySelector('.found-figure')?.textContent).toBe('A picture: Granite')
  expect(root.querySelector('.found-caption')?.textContent).toBe(text)
})

test('a footnote has its label, and a page its number where it begins', () => {
  const root = shown(
    { kind: 'paragraph', span: whole, page: 7 },
    { kind: 'paragraph', span: whole, page: 7 },
    { kind: 'footnote', span: whole, label: '3', page: 8 },
  )
  expect([...root.querySelectorAll('.found-page')].map(({ textContent }) => textContent)).toEqual([
    'Page 7',
    'Page 8',
  ])
  expect(root.querySelector('.found-footnote-block')?.textContent).toContain(`3 ${text}`)
})
