import { describe, expect, it } from 'vitest'
import { contentOfHtml } from '../../../../src/importers/html/content-of-html.ts'
import { blocksOf, marksOf } from './told.ts'

describe('white space', () => {
  it.each([
    ['is one space, however much of it there is', '<p> The \n\t tide  turned </p>', 'The tide turned'],
    ['is not doubled where elements meet', '<p>The <b> tide </b> turned</p>', 'The tide turned'],
    ['is not lost where elements meet', '<p>The <b>tide</b> <i>turned</i></p>', 'The tide turned'],
    ['is not invented where elements meet', '<p>The ti<b>de</b>s</p>', 'The tides'],
    ['goes around a line break', '<p>The tide <br> turned</p>', 'The tide\nturned'],
    ['stays where it does not break', '<p>5&nbsp;m</p>', '5\u00a0m'],
    ['is no place to break a word', '<p>sea<wbr>wall</p>', 'seawall'],
    ['keeps the joiners that a script needs', '<p>می\u200cرود</p>', 'می\u200cرود'],
    ['breaks lines where the style says so', '<p style="white-space: pre-wrap">one\n  two</p>', 'one\ntwo'],
  ])('%s', (_, html, text) => {
    expect(contentOfHtml(html, { url: null }).text).toBe(text)
  })
})

describe('paragraphs', () => {
  it('are made by elements, by two line breaks, and by text that stands between other blocks', () => {
    const html = 'Loose<p>One<div>Two<p>Three</div>Four<br>lines<br>&nbsp;<br>Five'
    expect(blocksOf(html)).toEqual([
      'paragraph: Loose',
      'paragraph: One',
      'paragraph: Two',
      'paragraph: Three',
      'paragraph: Four\nlines',
      'paragraph: Five',
    ])
  })

  it('are none where nothing is seen', () => {
    expect(blocksOf('<p>&nbsp;</p><p>\u200b&zwnj;&shy;</p><div><br></div><p>One</p>')).toEqual([
      'paragraph: One',
    ])
  })

  it('begin and end where a style says that an element is a block, or none', () => {
    expect(blocksOf('<span style="display:block">One</span>two<p style="display: inline">three</p>')).toEqual(
      ['paragraph: One', 'paragraph: twothree'],
    )
  })

  it('keep the setting that goes on over several of them', () => {
    expect(marksOf('<a href="/t"><p>One</p><p>Two</p></a>')).toEqual([
      'link https://tides.example/t: One',
      'link https://tides.example/t: Two',
    ])
  })
})

describe('headings', () => {
  it('have levels, are one block, and lose the links to themselves', () => {
    expect(
      blocksOf('<h2 id=a>High <i>water</i><br>again <a href="#a">¶</a></h2><h5><p>Low</p></h5>'),
    ).toEqual(['heading 2: High water\nagain', 'heading 5: Low'])
  })

  it('are none where the tag was never closed', () => {
    const paragraph = `<div>${'The tide came in. '.repeat(40)}</div>`
    const kinds = blocksOf(`<h3>The quay ${paragraph}${paragraph}`).map((line) => line.split(':')[0])
    expect(kinds).toEqual(['paragraph', 'paragraph', 'paragraph'])
  })
})

describe('lists', () => {
  it('nest, and number as browsers do', () => {
    const html =
      '<ul><li>a<ol start=3><li>b<li value=9>c</ol><li><p>d<p>e</ul><ol reversed><li>f<li>g</ol><ol><li>h</ol>'
    expect(blocksOf(html)).toEqual([
      'listItem 0 -: a',
      'listItem 1 3: b',
      'listItem 1 9: c',
      'listItem 0 -: d',
      'paragraph: e',
      'listItem 0 2: f',
      'listItem 0 1: g',
      'listItem 0 1: h',
    ])
  })

  it('have the boxes of their tasks in the text', () => {
    expect(
      blocksOf('<ul><li><input type=checkbox checked> sail<li><label><input type=checkbox> row</label></ul>'),
    ).toEqual(['listItem 0 -: [x] sail', 'listItem 0 -: [ ] row'])
  })

  it('of definitions have the words they explain in bold', () => {
    const html = '<dl><dt>Ebb<dd>It goes.<dt>Flood<dd>It comes.</dl>'
    expect(blocksOf(html)).toEqual([
      'paragraph: Ebb',
      'paragraph: It goes.',
      'paragraph: Flood',
      'paragraph: It comes.',
    ])
    expect(marksOf(html)).toEqual(['strong: Ebb', 'strong: Flood'])
  })
})

describe('quotations', () => {
  it('nest, whether or not there are paragraphs in them', () => {
    expect(blocksOf('<blockquote><p>one<blockquote>two</blockquote>one again</blockquote>none')).toEqual([
      'quotation 1: one',
      'quotation 2: two',
      'quotation 1: one again',
      'paragraph: none',
    ])
  })

  it('within a sentence have the marks that a browser draws', () => {
    expect(blocksOf('<p>She said <q>go</q>.</p>')).toEqual(['paragraph: She said “go”.'])
    expect(blocksOf('<p lang=de>Sie sagte <q>geh</q>.</p>')).toEqual(['paragraph: Sie sagte „geh“.'])
  })
})

describe('code', () => {
  it('keeps its white space', () => {
    expect(blocksOf('<pre><code>\n\n  if <span class=k>ebb</span>:\n\n\tgo()\n</code></pre>')).toEqual([
      'code:   if ebb:\n\n\tgo()',
    ])
  })

  it('loses the line numbers of highlighters, and keeps their lines apart', () => {
    const table = '<pre><table><tr><td class="lineno">1<td>one<tr><td class="lineno">2<td>two</table></pre>'
    expect(blocksOf(table)).toEqual(['code: one\ntwo'])
    expect(blocksOf('<pre><div>one</div><div>two</div></pre>')).toEqual(['code: one\ntwo'])
    expect(blocksOf('<pre>one<br>two<button>Copy</button></pre>')).toEqual(['code: one\ntwo'])
  })

  it('may stand within a sentence', () => {
    expect(marksOf('<p>Type <code>ebb  -v</code> or <kbd>q</kbd>.</p>')).toEqual(['code: ebb -v', 'code: q'])
  })
})

describe('settings of words', () => {
  it.each([
    ['<em>a</em><cite>b</cite>', ['emphasis: ab']],
    ['<strong>a</strong> <b>b</b>', ['strong: a', 'strong: b']],
    ['<b><strong>a</strong></b>', ['strong: a']],
    ['<b> a </b>', ['strong: a']],
    ['<del>a</del><sup>b</sup><sub>c</sub>', ['strike: a', 'superscript: b', 'subscript: c']],
    ['<span style="font-weight:700;font-style:italic">a</span>', ['strong: a', 'emphasis: a']],
    ['<b style="font-weight:normal">a</b>', []],
    ['<b><i>a</b>b</i>', ['strong: a', 'emphasis: ab']],
    ['<b>é</b>', ['strong: é']],
    ['e<b>\u0301</b>', ['strong: e\u0301']],
    ['<b>&nbsp;</b>', []],
  ])('of %s are %j', (html, marks) => {
    expect(marksOf(`<p>${html}</p>`)).toEqual(marks)
  })
})

describe('links', () => {
  it.each([
    ['/a?b=1&amp;c', ['link https://tides.example/a?b=1&c: x']],
    ['b', ['link https://tides.example/log/b: x']],
    ['//sea.example/', ['link https://sea.example/: x']],
    [' https://sea.example/ö ', ['link https://sea.example/%C3%B6: x']],
    ['mailto:desk@tides.example', ['link mailto:desk@tides.example: x']],
    ['#part', []],
    ['https://tides.example/log/#part', []],
    ['javascript:alert(1)', []],
    [' java\nscript:alert(1)', []],
    ['data:text/html,x', []],
    ['file:///etc/passwd', []],
    ['http://[', []],
  ])('to %s become %j', (href, marks) => {
    expect(marksOf(`<p><a href="${href}">x</a></p>`)).toEqual(marks)
  })

  it('are whole without an address of the page only where they are whole themselves', () => {
    const { marks } = contentOfHtml('<a href="/a">a</a> <a href="//b.example/">b</a>', { url: null })
    expect(marks).toMatchObject([{ href: 'https://b.example/' }])
  })
})

describe('what is not seen', () => {
  it.each([
    '<script>x</script>',
    '<style>x</style>',
    '<template>x</template>',
    '<noscript>x</noscript>',
    '<iframe>x</iframe>',
    '<select><option>x</select>',
    '<textarea>x</textarea>',
    '<button>x</button>',
    '<p hidden>x</p>',
    '<p style="color:red; display : none">x</p>',
    '<div style="visibility:hidden">x</div>',
    '<div style="mso-hide:all">x</div>',
    '<span class="sr-only">x</span>',
    '<span aria-hidden="true">¶</span>',
    '<!-- x -->',
  ])('%s', (html) => {
    expect(blocksOf(`<p>seen</p>${html}`)).toEqual(['paragraph: seen'])
  })

  it('is told from what a person can unfold, and from what only is called hidden', () => {
    const html =
      '<details><summary>More</summary>inside</details><p hidden=until-found>found</p><p aria-hidden=true>words</p>'
    expect(blocksOf(html)).toEqual([
      'paragraph: More',
      'paragraph: inside',
      'paragraph: found',
      'paragraph: words',
    ])
  })
})

describe('signs of other scripts', () => {
  it('have their readings behind them in brackets', () => {
    expect(blocksOf('<ruby>潮<rp>(</rp><rt>しお</rt><rp>)</rp></ruby>が引く')).toEqual([
      'paragraph: 潮(しお)が引く',
    ])
  })

  it('name language and direction where those are not the usual ones', () => {
    const html =
      '<div lang=en><p>The tide went out.</p><p lang=fa dir=auto>جزر</p><p dir=ltr>And in.</p></div>'
    expect(blocksOf(html)).toEqual([
      'paragraph: The tide went out.',
      'paragraph fa rtl: جزر',
      'paragraph: And in.',
    ])
  })

  it('name no language that the whole text has', () => {
    expect(blocksOf('<p lang=fa dir=rtl>مد</p><p lang=fa dir=rtl>جزر</p>')).toEqual([
      'paragraph: مد',
      'paragraph: جزر',
    ])
  })

  it('of formulas are what their author wrote', () => {
    expect(blocksOf('<p>So <math alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math>.</p>')).toEqual([
      'paragraph: So x^2.',
    ])
    const katex =
      '<p><span class="katex"><span class="katex-mathml"><math><semantics><mi>y</mi><annotation encoding="application/x-tex">y_1</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">y1</span></span>'
    expect(blocksOf(katex)).toEqual(['paragraph: y_1'])
    expect(blocksOf('<math><mi>a</mi> <mo>+</mo> <mi>b</mi></math>')).toEqual(['paragraph: a+b'])
  })
})

describe('rules', () => {
  it('stand once between parts', () => {
    expect(blocksOf('<p>a</p><hr><hr><p>b</p>')).toEqual(['paragraph: a', 'rule: ', 'paragraph: b'])
  })
})
