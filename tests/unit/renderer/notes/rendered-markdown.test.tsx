// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { RenderedMarkdown } from '../../../../renderer/notes/rendered-markdown.tsx'

function shown(body: string): HTMLElement {
  const root = document.createElement('div')
  root.innerHTML = renderToStaticMarkup(<RenderedMarkdown markdown={body} />)
  return root
}

test('Markdown is shown as what it means', () => {
  const note = shown('A **bold** word\n\n- one\n- [x] two\n\n| a | b |\n|---|---|\n| 1 | 2 |')
  expect(note.querySelector('strong')?.textContent).toBe('bold')
  expect(note.querySelectorAll('li')).toHaveLength(2)
  expect(note.querySelectorAll('td')).toHaveLength(2)
})

test('HTML in a note is text', () => {
  const note = shown('<b onclick="x()">bold</b> <script>x()</script>')
  expect(note.querySelector('b, script')).toBeNull()
  expect(note.textContent).toContain('<b onclick="x()">')
})

test('no picture is ever loaded: its description stands there', () => {
  const note = shown('![a chart](https://example.org/chart.png) ![](https://example.org/dot.png)')
  expect(note.querySelector('img')).toBeNull()
  expect(note.innerHTML).not.toContain('example.org')
  expect(note.textContent).toBe('a chart picture')
})

test('a link does not navigate, and says where it leads', () => {
  const link = shown('[there](https://example.org/)').querySelector('[role="link"]')
  expect(link?.hasAttribute('href')).toBe(false)
  expect(link?.getAttribute('tabindex')).toBe('0')
  expect(link?.getAttribute('title')).toBe('https://example.org/')
})

test('a link that would run a script leads nowhere', () => {
  expect(shown('[there](javascript:alert(1))').innerHTML).not.toContain('javascript')
})

test('headings of a note stand below those of the page', () => {
  expect(shown('# Big').querySelector('h1')).toBeNull()
  expect(shown('# Big').querySelector('h4')?.textContent).toBe('Big')
})

test('a link to an article or a note is a link, a link to a name is the name', () => {
  const note = shown(
    'See [[aaaaaaaaaaaa|the *first* story]], [[aaaaaaaaaaaa#nnnnnnnnnnnn|what she said]] and [[Ada Fenn]].',
  )
  const links = [...note.querySelectorAll('[role="link"]')].map((link) => link.textContent)
  expect(links).toEqual(['the *first* story', 'what she said'])
  expect(note.querySelector('.note-name')?.textContent).toBe('Ada Fenn')
  expect(note.textContent).toBe('See the *first* story, what she said and Ada Fenn.')
})

test('what stands in code is no link', () => {
  expect(shown('`[[Ada Fenn]]`').querySelector('.note-name')).toBeNull()
})
