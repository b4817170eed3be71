import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Content } from '../../../src/model/content.ts'
import { isGraphemeLimit } from '../../../src/text/grapheme-span.ts'
import { sentencesIn, sentencesOf } from '../../../src/text/sentences.ts'
import { contentOf } from './contents.ts'
import { hardText } from './texts.ts'

function sentences(text: string): string[] {
  return sentencesIn(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))
}

function sentencesOfContent(content: Pick<Content, 'text' | 'blocks'>): string[] {
  return sentencesOf(content).map(({ start, end }) => content.text.slice(start, end))
}

test.each([
  ['Mr. Reed met Gov. Vance of St. Anne, Fla.', 'He left.'],
  ['J. R. Reed and George W. Oldham signed.', 'So did Dr. Ellison.'],
  ['The U.S. Senate met at 5 a.m. Monday.', 'It was quick.'],
  ['They came to the U.S.', 'The rest stayed.'],
  ['PORT ANNE, N.J. (Tidewire) – Sen. Robert Reed Jr. (D-Pa.) came.', '(He left.)'],
  ['They came at 5 p.m.', 'Police were there.'],
  ['Harbour Works Inc. Chairman Jo Reed spoke.', 'Nobody clapped.'],
  ['It rose 5.5 percent to No. 3 on Jan. 5, e.g. in Pt. Anne.', 'Then it fell.'],
  ['“Why?” he asked.', '“Stop!”', 'She left.'],
  ['He said: "Stop."', '"Why?"', '(Nobody knew.)', 'Then [she left.]'],
  ['The end…', 'But then… he went on.', 'Wait...', 'Stop!'],
  ['We have ... Reed to thank.', 'Really?!', 'Yes.'],
  ['1. The first thing.', '2. The second.'],
  ['He took plan B.', 'The rest took A.'],
])('a reader would part %j here', (...expected) => {
  expect(sentences(expected.join(' '))).toEqual(expected)
})

test.each([
  [' ', ['موج‌شکن تمام شد.', 'وزیر پرسید: «کی؟»', 'کسی نمی‌دانست.']],
  [' ', ['هل انتهى العمل؟', 'قال الوزير: «نعم».', 'ثم غادر.']],
  [' ', ['کام ختم ہوا۔', 'وزیر چلا گیا۔']],
  [' ', ['काम पूरा हुआ।', 'मंत्री चले गए।']],
  [' ', ['Работа закончена.', 'Он ушёл.']],
  ['', ['防波堤完工了。', '“好。”', '部长走了！', '真的？', '是']],
  ['', ['「終わった。」と大臣は述べた。', '誰もいない。']],
])('sentences of other scripts, parted by %j, are parted there', (glue, expected) => {
  expect(sentences(expected.join(glue))).toEqual(expected)
})

test('a line break within a paragraph ends no sentence', () => {
  expect(sentences('The tide\ncomes in.\nAnd out.')).toEqual(['The tide\ncomes in.', 'And out.'])
})

test('every block, list item and table cell has sentences of its own, every line of code is one', () => {
  const text = 'Tides\n\nOne two\n\nHigh. Low.\n\nMonday Rose\n\nlet a = 1\nlet b'
  const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const content: Pick<Content, 'text' | 'blocks'> = {
    text,
    blocks: [
      { kind: 'heading', span: span('Tides'), level: 1 },
      { kind: 'rule', span: { start: 7, end: 7 } },
      { kind: 'listItem', span: span('One two'), depth: 0, number: null },
      { kind: 'paragraph', span: span('High. Low.') },
      { kind: 'table', span: span('Monday Rose'), rows: [[span('Monday'), span('Rose')]] },
      { kind: 'code', span: span('let a = 1\nlet b') },
    ],
  }
  expect(sentencesOfContent(content)).toEqual([
    'Tides',
    'One two',
    'High.',
    'Low.',
    'Monday',
    'Rose',
    'let a = 1',
    'let b',
  ])
})

const words = fc.constantFrom(
  'Mr.',
  'He said',
  '“Why?”',
  'U.S.',
  '...',
  '…',
  '\n',
  ' ',
  '。',
  '」',
  '؟',
  '12.',
  'A.',
  'left. ',
  '(',
  '"',
)
const prose = fc.array(words, { maxLength: 30 }).map((parts) => parts.join(''))

test('sentences hold all that is not white space, once, in order, on whole letters and without white space at the edges', () => {
  fc.assert(
    fc.property(fc.oneof(hardText, prose), (text) => {
      let last = 0
      for (const { start, end } of sentencesIn(text, { start: 0, end: text.length })) {
        expect(text.slice(last, start).trim()).toBe('')
        expect(end).toBeGreaterThan(start)
        expect(isGraphemeLimit(text, start) && isGraphemeLimit(text, end)).toBe(true)
        last = end
      }
      expect(text.slice(last).trim()).toBe('')
    }),
    { numRuns: 1000 },
  )
}, 30_000)

test('a paragraph longer than any is cut into the same sentences as a short one', () => {
  const many = Array.from({ length: 3000 }, (_, place) => `Mr. Reed counted ${place} “waves.” Then he slept.`)
  const expected = many.flatMap((pair) => [pair.slice(0, pair.indexOf('Then') - 1), 'Then he slept.'])
  expect(sentencesOfContent(contentOf(many.join(' ')))).toEqual(expected)
})
