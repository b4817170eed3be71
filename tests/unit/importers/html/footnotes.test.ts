import { describe, expect, it } from 'vitest'
import { blocksOf, marksOf } from './told.ts'

describe('footnotes', () => {
  it.each([
    [
      'by raised numbers',
      '<p>Tides<sup><a href="#fn1" id="r1">1</a></sup> turn.</p><ol><li id="fn1"><p>They do. <a href="#r1">↩</a></p><p>Always.</p></ol>',
    ],
    [
      'by their role',
      '<p>Tides<a role="doc-noteref" href="#n" id="r">1</a> turn.</p><aside id="n" role="doc-footnote"><p><a role="doc-backlink" href="#r">1</a>. They do.</p><p>Always.</p></aside>',
    ],
    [
      'as Word writes them',
      '<p>Tides<a href="#_ftn1" name="_ftnref1"><sup>1</sup></a> turn.</p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">1</a> They do.</p><p>Always.</p></div>',
    ],
    [
      'as Markdown becomes them',
      '<p>Tides<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup> turn.</p><section class="footnotes"><ol><li id="fn:1"><p>They do. <a class="reversefootnote" href="#fnref:1">back</a></p><p>Always.</p></li></ol></section>',
    ],
  ])('are found %s', (_, html) => {
    const blocks = blocksOf(html).map((line) => line.replace('. They', 'They'))
    expect(blocks[0]).toBe('paragraph: Tides1 turn.')
    expect(marksOf(html)).toContain('footnoteReference 1: 1')
    expect(blocks.filter((line) => line.startsWith('footnote'))).toHaveLength(blocks.length - 1)
    expect(blocks[1]).toBe('footnote 1: They do.')
  })

  it('of Wikipedia lose the arrows that lead back', () => {
    const html =
      '<p>Tides<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup> and again<sup id="cite_ref-1b"><a href="#cite_note-1">[1]</a></sup>.</p><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-1"><i>a</i></a> <a href="#cite_ref-1b"><i>b</i></a></span> <span class="reference-text">Reed, p. 4</span></li></ol>'
    expect(blocksOf(html)).toEqual(['paragraph: Tides[1] and again[1].', 'footnote 1: Reed, p. 4'])
    expect(marksOf(html)).toEqual(['footnoteReference 1: [1]', 'footnoteReference 1: [1]'])
  })

  it('that are all called the same are told apart', () => {
    const html =
      '<p>a<sup><a href="#x">*</a></sup> b<sup><a href="#y">*</a></sup></p><p id="x">* One</p><p id="y">* Two</p>'
    expect(blocksOf(html).slice(1)).toEqual(['footnote *: One', 'footnote *-2: Two'])
    expect(marksOf(html)).toEqual(['footnoteReference *: *', 'footnoteReference *-2: *'])
  })

  it('are not what a table of contents leads to', () => {
    expect(blocksOf('<p><a href="#s1">Ebb</a></p><h2 id="s1">Ebb</h2>')).toEqual([
      'paragraph: Ebb',
      'heading 2: Ebb',
    ])
  })
})
