import { describe, expect, it } from 'vitest'
import { contentOfHtml } from '../../../../src/importers/html/content-of-html.ts'
import { blocksOf, marksOf } from './told.ts'

function cellsOf(html: string): string[][] {
  const { text, blocks } = contentOfHtml(html, { url: null })
  const table = blocks.find((block) => block.kind === 'table')
  return table?.rows.map((row) => row.map(({ start, end }) => text.slice(start, end))) ?? []
}

describe('tables of data', () => {
  it('have rows and cells, their head first and their foot last', () => {
    const html =
      '<table><tfoot><tr><td>all<td>3</tfoot><caption>Ships</caption><tr><td>one <b>ship</b><td>1<tr><td>two<td>2<thead><tr><th>Name<th>Count</table>'
    expect(cellsOf(html)).toEqual([
      ['Name', 'Count'],
      ['one ship', '1'],
      ['two', '2'],
      ['all', '3'],
    ])
    expect(blocksOf(html)[0]).toBe('paragraph: Ships')
    expect(marksOf(html)).toEqual(['strong: ship'])
  })

  it('keep their columns where a cell spans several columns or rows', () => {
    const html =
      '<table><tr><th rowspan=2>a<th colspan=2>b<tr><td>c<td>d<tr><td rowspan=0>e<td>f<td>g</table>'
    expect(cellsOf(html)).toEqual([
      ['a', 'b', ''],
      ['', 'c', 'd'],
      ['e', 'f', 'g'],
    ])
  })

  it('have cells of several lines, without empty ones', () => {
    const html = '<table><tr><th>a<th>b<tr><td><p>one<p>two<td><ul><li>x<li>y</ul></table>'
    expect(cellsOf(html)[1]).toEqual(['one\ntwo', 'x\ny'])
  })

  it('show their pictures after them', () => {
    const html = '<table><tr><th>a<th>b<tr><td><img src=/p.png alt=P><td>1</table><p>end'
    expect(blocksOf(html)).toEqual([
      'table: a\tb\n\t1',
      'figure https://tides.example/p.png - "P": ',
      'paragraph: end',
    ])
  })
})

describe('tables that arrange a page', () => {
  it.each([
    ['say so', '<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>'],
    ['have one column', '<table><tr><td>a<tr><td>b<tr><td>c<tr><td>d</table>'],
    ['have one row', '<table><tr><td>a<td>b<td>c<td>d</table>'],
    ['hold others', '<table><tr><td><table><tr><td>a<tr><td>b</table><td>c<tr><td>d<td></table>'],
    ['hold headings', '<table><tr><td><h2></h2>a<td>b<tr><td>c<td>d</table>'],
  ])('are no tables for a reader where they %s', (_, html) => {
    expect(blocksOf(html)).toEqual(['paragraph: a', 'paragraph: b', 'paragraph: c', 'paragraph: d'])
  })
})
