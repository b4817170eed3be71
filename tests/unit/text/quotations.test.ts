import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Content } from '../../../src/model/content.ts'
import { isGraphemeLimit } from '../../../src/text/grapheme-span.ts'
import { quotationsOf } from '../../../src/text/quotations.ts'
import { contentOf } from './contents.ts'
import { hardText } from './texts.ts'

function quotations(content: Pick<Content, 'text' | 'blocks'>): string[] {
  return quotationsOf(content).map(({ start, end }) => content.text.slice(start, end))
}

test.each([
  ['English', 'She said “We won,” and “no ‘buts’ now.” Then she left.', ['“We won,”', '“no ‘buts’ now.”']],
  ['typewriter', '"Stop." He is 6\'2" tall. "Why?" and 5" more', ['"Stop."', '"Why?"']],
  ['wire', "``No,'' she said. ''It's the ships' turn.''", ["``No,''", "''It's the ships' turn.''"]],
  ['British', '‘We won’t race the boys’ boat,’ he said of the ’90s.', ['‘We won’t race the boys’ boat,’']],
  ['German', '„Gut“, sagte er, »sehr gut«.', ['„Gut“', '»sehr gut«']],
  ['French', 'Il a dit : « Le mot « fin » est là. » Puis rien.', ['« Le mot « fin » est là. »']],
  ['Swedish', 'Han sade ”nej” och gick.', ['”nej”']],
  ['Persian', 'وزیر گفت: «کار «بزرگ» تمام شد.» و رفت.', ['«کار «بزرگ» تمام شد.»']],
  ['Arabic', 'قال و"نعم" ثم ”لا“ وغادر.', ['"نعم"', '”لا“']],
  ['Chinese', '他说：“好，‘真’好。”她说：「不。『书』」', ['“好，‘真’好。”', '「不。『书』」']],
])('%s quotations are found whole, those inside others as part of them', (_, text, expected) => {
  expect(quotations(contentOf(text))).toEqual(expected)
})

test('a quotation that goes on over paragraphs is one', () => {
  const text = 'He said: “One.\n\n“Two.\n\n“Three.” Then he left.\n\n“Four.”'
  expect(quotations(contentOf(text))).toEqual(['“One.\n\n“Two.\n\n“Three.”', '“Four.”'])
  expect(quotations(contentOf('‘One.\n\n‘Two,’ he said.'))).toEqual(['‘One.\n\n‘Two,’'])
})

test('a quotation that is never closed ends with its paragraph', () => {
  expect(quotations(contentOf('He said: “One.\n\nTwo. “Three.”'))).toEqual(['“One.', '“Three.”'])
  expect(quotations(contentOf('He said: “One.\n\nTwo.\n\n“Three.”'))).toEqual(['“One.', '“Three.”'])
})

test('an apostrophe that looks like an opening mark opens nothing', () => {
  expect(quotations(contentOf('The ‘x of it. He said “yes.”'))).toEqual(['“yes.”'])
})

test('neighbouring quotation blocks are one quotation, marks inside them or not', () => {
  const text = 'He wrote:\n\n> The first “line.”\n\n> The second.\n\nAnd so on.\n\n> Another.'
  expect(quotations(contentOf(text))).toEqual(['The first “line.”\n\nThe second.', 'Another.'])
})

test('code has no quotations, a table cell has its own', () => {
  const text = '“a\n\nb” “c”'
  const blocks: Content['blocks'] = [
    { kind: 'code', span: { start: 0, end: 2 } },
    { kind: 'table', span: { start: 4, end: 10 }, rows: [[{ start: 4, end: 6 }, { start: 7, end: 10 }]] },
  ] // prettier-ignore
  expect(quotations({ text, blocks })).toEqual(['“c”'])
})

const marks = fc.constantFrom(
  '“',
  '”',
  '"',
  '‘',
  '’',
  '«',
  '»',
  '「',
  '」',
  '„',
  ' ',
  'a',
  's',
  '\n\n',
  '> ',
  '.',
  '\u0301',
  '好',
)

test('whatever the marks, quotations come in order, apart, on whole letters, and none is empty', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        hardText,
        fc.array(marks).map((parts) => parts.join('')),
      ),
      (text) => {
        const content = contentOf(text)
        let last = 0
        for (const { start, end } of quotationsOf(content)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(isGraphemeLimit(content.text, start) && isGraphemeLimit(content.text, end)).toBe(true)
          last = end
        }
      },
    ),
    { numRuns: 1000 },
  )
}, 30_000)

test('words put between marks are found as a quotation', () => {
  const pairs = fc.constantFrom('“”', '„“', '«»', '「」', '""')
  fc.assert(
    fc.property(pairs, fc.stringMatching(/^[a-z]{1,9}( [a-z]{1,9}){0,5}[.,]?$/), ([open, close], said) => {
      expect(quotations(contentOf(`He said ${open}${said}${close} then.`))).toEqual([
        `${open}${said}${close}`,
      ])
    }),
  )
})
