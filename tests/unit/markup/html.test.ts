import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseHtml } from '../../../src/markup/html.ts'
import { toHtml } from '../../../src/markup/to-html.ts'
import { childrenNamed, descendantsNamed, firstNamed, textOf } from '../../../src/markup/walk.ts'

function depthOf(html: string): number {
  let [element, depth] = [parseHtml(html), 1]
  for (;;) {
    const next = element.children.findLast((child) => child.kind === 'element')
    if (next === undefined) return depth
    ;[element, depth] = [next, depth + 1]
  }
}

describe('reading HTML', () => {
  it('repairs as browsers do', () => {
    expect(toHtml(parseHtml('<!doctype html><p>a<p>b<table><td>c'))).toBe(
      '<html><head></head><body><p>a</p><p>b</p><table><tbody><tr><td>c</td></tr></tbody></table></body></html>',
    )
  })

  it('leaves comments out, and reads what templates and pages without scripts hold', () => {
    const page = parseHtml(
      '<!doctype html><!-- a --><template><p>t</p></template><noscript><img src=n></noscript>',
    )
    expect(textOf(page)).toBe('t')
    expect(firstNamed(page, 'img')?.attributes.get('src')).toBe('n')
  })

  it('lifts what nests too deep up to 256 elements, in its order', () => {
    expect(depthOf('<div>'.repeat(100_000))).toBe(256)
    expect(depthOf('<div>'.repeat(100))).toBe(102)
    expect(textOf(parseHtml(`${'<b>a<i>'.repeat(500)}b`))).toBe(`${'a'.repeat(500)}b`)
  })
})

describe('finding elements', () => {
  const list = firstNamed(parseHtml('<ul><li>a<ul><li>b</ul><li>c<p>d</ul>'), 'ul')!

  it('tells what one holds directly from all within it', () => {
    expect(childrenNamed(list, 'li')).toHaveLength(2)
    expect(descendantsNamed(list, 'li', 'p').map(textOf)).toEqual(['ab', 'b', 'cd', 'd'])
    expect(firstNamed(list, 'table')).toBeNull()
  })
})

describe('writing HTML', () => {
  it('keeps line feeds, signs and the text of scripts', () => {
    const html =
      '<html><head><script>a < b</script></head><body><pre>\n\n a</pre><p title="&quot;&amp;&lt;">&lt;&nbsp;&amp;</p><br></body></html>'
    expect(toHtml(parseHtml(html))).toBe(html)
  })

  it('is read again as the same tree', () => {
    const names = fc.constantFrom(
      'p',
      'div',
      'b',
      'ul',
      'li',
      'table',
      'td',
      'pre',
      'svg',
      'script',
      'textarea',
      'template',
      'br',
    )
    const tags = fc
      .tuple(names, fc.constantFrom('', '/'), fc.constantFrom('', ' title="&quot;<"'))
      .map(([name, slash, attribute]) => `<${slash}${name}${attribute}>`)
    fc.assert(
      fc.property(
        fc.array(fc.oneof(tags, fc.constantFrom('a', '\n', '&amp;', '\u00a0', '&lt;')), { maxLength: 12 }),
        (parts) => {
          const once = toHtml(parseHtml(parts.join('')))
          const twice = toHtml(parseHtml(once))
          expect(toHtml(parseHtml(twice))).toBe(twice)
          expect(textOf(parseHtml(once)).replace(/\s/g, '')).toBe(
            textOf(parseHtml(parts.join(''))).replace(/\s/g, ''),
          )
        },
      ),
    )
  })
})
