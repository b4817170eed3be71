import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportMarkdown } from '../../../src/exporters/markdown.ts'
import { hostileText } from './hostile.ts'
import { makeNotebook, mark } from './notebooks.ts'
import { readers } from './readers.ts'

/** The body of an export of these passages, each highlighted, with a plain note on each. */
function exported(passages: string[]): string {
  const text = passages.join('\n\n')
  let start = 0
  const notes = passages.map((passage) => {
    const span = { start, end: start + passage.length }
    start = span.end + 2
    return {
      ...mark(text, passage, { body: 'So *there*.', tags: ['sea wall'] }),
      anchor: { kind: 'exact' as const, span },
    }
  })
  return exportMarkdown(makeNotebook(text, notes)).markdown.replace(/^---\n[^]*?\n---\n/, '')
}

/** What each parser makes of the export of these passages. */
function readBack(passages: string[]): Record<string, string[]> {
  const markdown = exported(passages)
  return Object.fromEntries(Object.entries(readers).map(([name, read]) => [name, read(markdown)]))
}

/** That each of them reads just these passages. */
function everyReaderReads(passages: string[]): Record<string, string[]> {
  return Object.fromEntries(Object.keys(readers).map((name) => [name, passages]))
}

test('a quotation read back by three parsers is the quotation in the article, character for character', () => {
  const passages = fc.array(hostileText, { minLength: 1, maxLength: 2 })
  fc.assert(
    fc.property(passages, (some) => {
      expect(readBack(some)).toEqual(everyReaderReads(some))
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['a list', '- one\n- two\n\n1. three\n\n2) four\n\n+ five\n\n* six'],
  ['headings', '# one\n\n###### six\n\ntitle\n===\n\ntitle\n---\n\n#'],
  ['a rule', '***\n\n---\n\n_ _ _'],
  ['code', '    four spaces\n\n\ttab\n\n```js\nlet a\n```\n\n~~~\n\n``` `a`'],
  ['a quotation', '> quoted\n\n>quoted\n\n> [!note] called out'],
  ['emphasis', '*a* _b_ **c** __d__ ***e*** a*b*c a_b_c 2*3*4 snake_case_name * _'],
  ['struck and marked words', '~one~ ~~two~~ ==three== ===four==='],
  ['links', '[a](b) [a][b] [a] ![a](b) <http://a.b> <a@b.c> [[note]] [[note|name]] ![[picture]] ]( ][ [ ]'],
  ['a link definition', '[a]: http://b.c\n\n[a]: <b> "c"\n\n[^1]: note\n\n[^1] ^[inline]'],
  ['bare addresses', 'http://a.b/c_d_e?f=*&g#h www.a.b, a.b@c.de. mailto:a@b.cd xmpp:a@b.cd/e ftp://a.b'],
  ['HTML', '<div>\n\n</div> <!-- a --> <script>\n\n<?php\n\n<b>bold</b> <br/> a<b>c <!DOCTYPE html>'],
  [
    'character references',
    '&amp; &lt; &copy; &#35; &#x22; &nbsp; &notareference; & AT&T &MadeUp &#99999999;',
  ],
  ['backslashes', 'a\\\n\nb\\ \\* \\\\ \\n C:\\new\\*.txt \\'],
  ['tables', '| a | b |\n| - | - |\n| c | d |\n\na | b\n--|--\nc | d\n\n:-:'],
  ['tasks', '- [ ] one\n- [x] two\n\n[x] three'],
  [
    'tags, math, comments and block ids',
    '#tag (#tag) a#b #1 C# $a$ $5 and $6 $$b$$ %%c%% 50%% 50% ^id\n\nend ^id',
  ],
  ['front matter', '---\ntitle: a\n---'],
  ['white space at the edges', ' one \n  two  \n\n   three\t\n\n\u00a0four\u00a0\n\u2003five\n\n\ufeffsix'],
  ['line feeds beyond a paragraph break', '\none\n\n\ntwo\n\n\n\nthree\n\n'],
  ['typographic marks', '“a” ‘b’ «c» „d“ e… f–g—h ′ ″ ½ ™ §'],
  [
    'right-to-left words and their marks',
    '«آینده‌ی موشکی» گفت\u200f: ۱۲.\n\n\u202bשָׁלוֹם\u202c עולם-*\n\n- عنصر',
  ],
  ['emoji and combining marks', '👩🏽‍🚀 🇮🇷 1\ufe0f\u20e3 #\ufe0f\u20e3 *\ufe0f\u20e3 e\u0301 \u0301a क्षत्रिय'],
  ['numbers at the start of a line', '1961. was a year.\n2) was not\n\n10.5 percent\n\n3.\n\n4)'],
  ['one character', '*'],
  ['white space alone', ' '],
])('%s in a quotation stays as it is', (_, passage) => {
  expect(readBack([passage])).toEqual(everyReaderReads([passage]))
})
