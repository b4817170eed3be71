import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Content } from '../../../../src/model/content.ts'
import { isGraphemeLimit } from '../../../../src/text/grapheme-span.ts'
import { parseHtml } from '../../../../src/markup/html.ts'
import { textOf } from '../../../../src/markup/walk.ts'
import { contentOfHtml } from '../../../../src/importers/html/content-of-html.ts'

const page = 'https://tides.example/log/'

/** Elements that show what they hold, where it stands, and add nothing to it. */
const plain =
  'p div span b i a em code ul ol li blockquote h2 h4 pre section sub dl dt dd article custom-element'.split(
    ' ',
  )
/** Those that add, leave out and move words. */
const others =
  'table tr td th thead caption figure figcaption sup q ruby rt math script template noscript button svg details'.split(
    ' ',
  )

const words = fc.oneof(
  fc.constantFrom(
    ' ',
    'tide',
    ' ebb ',
    '\n',
    'é',
    'مد',
    '潮',
    '👩‍👩‍👧',
    '\u00a0',
    '\u200b',
    '1',
    '*',
    '&lt;',
    '&#1;',
    '&shy;',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replace(/[<>&]/g, '')),
)
const attributes = fc.constantFrom(
  ...[
    '',
    ' href=/a',
    ' href=#n1',
    ' id=n1',
    ' lang=fa dir=rtl',
    ' dir=auto',
    ' style="font-weight:bold"',
    ' style=display:block',
  ],
)

function htmlOf(names: readonly string[]): fc.Arbitrary<string> {
  const { html } = fc.letrec<{ html: string; element: string }>((tie) => ({
    html: fc
      .array(fc.oneof({ weight: 3, arbitrary: words }, tie('element'), fc.constantFrom('<br>', '<hr>')), {
        maxLength: 5,
      })
      .map((parts) => parts.join('')),
    element: fc
      .tuple(fc.constantFrom(...names), attributes, tie('html'), fc.boolean())
      .map(
        ([name, attribute, inner, isClosed]) =>
          `<${name}${attribute}>${inner}${isClosed ? `</${name}>` : ''}`,
      ),
  }))
  return html
}

/** Letters, figures and signs; what stands between them is a matter of layout. */
function withoutSpaces(text: string): string {
  return text.replace(/[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, '')
}

/** What is wrong with a content, in a few words each. */
function faultsOf(content: Content): string[] {
  const { text, blocks, marks } = content
  const faults = Content.safeParse(content).success ? [] : ['no content']
  let end = 0
  for (const { kind, span } of blocks) {
    if (span.start === span.end) continue
    if (span.start !== (end === 0 ? 0 : end + 2)) faults.push(`${kind} not behind the last one`)
    if (end > 0 && text.slice(end, span.start) !== '\n\n') faults.push(`no gap before ${kind}`)
    if (kind !== 'code' && text.slice(span.start, span.end).includes('\n\n')) faults.push(`a gap in ${kind}`)
    end = span.end
  }
  if (end !== text.length) faults.push('text in no block')
  const labels = new Set(blocks.map((block) => (block.kind === 'footnote' ? block.label : null)))
  for (const mark of marks) {
    const { kind, span } = mark
    const isInBlock = blocks.some((block) => block.span.start <= span.start && span.end <= block.span.end)
    if (span.start >= span.end || !isInBlock) faults.push(`${kind} in no block`)
    if (!isGraphemeLimit(text, span.start) || !isGraphemeLimit(text, span.end))
      faults.push(`${kind} cuts a sign`)
    if (mark.kind === 'footnoteReference' && !labels.has(mark.label)) faults.push(`no note ${mark.label}`)
  }
  return faults
}

describe('any HTML', () => {
  it('becomes a content whose blocks stand in order, two line feeds apart, with marks in them', () => {
    fc.assert(
      fc.property(htmlOf([...plain, ...others]), (html) => {
        expect(faultsOf(contentOfHtml(html, { url: page }))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('has all of its words there, once and in their order', () => {
    fc.assert(
      fc.property(htmlOf(plain), (html) => {
        const { text } = contentOfHtml(html.replaceAll('href=#n1', ''), { url: page })
        expect(withoutSpaces(text)).toBe(withoutSpaces(textOf(parseHtml(html))))
      }),
      { numRuns: 500 },
    )
  })

  it('has never a space too many', () => {
    fc.assert(
      fc.property(htmlOf(plain.filter((name) => name !== 'pre')), (html) => {
        expect(contentOfHtml(html, { url: page }).text).not.toMatch(/ {2}|^ | $| \n|\n /)
      }),
    )
  })
})
