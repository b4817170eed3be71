import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Span } from '../../../src/model/content.ts'
import { anchor } from '../../../src/text/anchor.ts'
import { decodeText } from '../../../src/text/decode.ts'
import { describe as describeSpan } from '../../../src/text/describe.ts'
import { plainContent } from '../../eval/plain-content.ts'
import { limitsOf } from './texts.ts'

const folder = new URL('../../fixtures/', import.meta.url)

const fixtures = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .map((name) => {
    const decoded = decodeText(new Uint8Array(readFileSync(new URL(name, folder))), name)
    if (!decoded.ok) throw new Error(`${name}: ${decoded.error.code}`)
    return { name, text: decoded.value.text }
  })

const written = {
  Arabic: 'أُعيدَ بِناءُ الرَّصيفِ في الرَّبيع.\n\nقالَ الوزيرُ: «لَن نَتَوَقَّف»، وصَفَّقَ الصيّادون.',
  Japanese: '防波堤は春までに完成する、と大臣は述べた。\n\n漁師たちは「門をもっと広く」と求めている。',
  Thai: 'เขื่อนกันคลื่นจะเสร็จในฤดูใบไม้ผลิ\n\nชาวประมงขอประตูที่กว้างกว่านี้',
  Hindi: 'मंत्री ने कहा कि क्षतिग्रस्त बाँध वसंत तक बनेगा।\n\nमछुआरों ने चौड़ा द्वार माँगा।',
  Korean: '방파제는 봄까지 완성된다.\n\n어민들은 "더 넓은 문"을 원한다.',
  emoji: 'Done 👩🏽‍🚀🇮🇷 – at last ❤️!\n\nWe 👍🏽 it: 1️⃣ wall, 2️⃣ lamps.',
  marks: 'Cafe\u0301 on the a\u0327\u0301cre.\r\n\r\nNai\u0308ve, said the man with the z\u0335\u0321\u0301.',
}

/** From each limit of a grapheme to the next twelve, and to every fortieth after these. */
function* manySpans(text: string): Generator<Span> {
  const limits = limitsOf(text)
  for (const [from, start] of limits.entries())
    for (const [to, end] of limits.entries())
      if (to > from && (to - from <= 12 || (to - from) % 40 === 0)) yield { start, end }
}

test.each(fixtures)('a note on any passage of $name finds it again', ({ text }) => {
  const content = plainContent(text)
  const missed: Span[] = []
  for (const span of manySpans(text)) {
    const place = anchor(content, describeSpan(content, span, 1))
    if (place.kind !== 'exact' || place.span.start !== span.start || place.span.end !== span.end)
      missed.push(span)
  }
  expect(missed).toEqual([])
})

test.each(Object.entries(written))('a note on any passage of a text in %s finds it again', (_, text) => {
  const content = plainContent(text)
  const limits = limitsOf(text)
  const spans = limits.flatMap((start) => limits.filter((end) => end > start).map((end) => ({ start, end })))
  expect(spans.map((span) => anchor(content, describeSpan(content, span, 1)))).toEqual(
    spans.map((span) => ({ kind: 'exact', span })),
  )
})

test.each(Object.entries(written))(
  'a note on a sentence in %s finds it after words were put before it and its neighbour went',
  (_, text) => {
    const content = plainContent(text)
    const span = content.blocks[1]?.span ?? { start: 0, end: text.length }
    const sentence = text.slice(span.start, span.end)
    const before = '1, 2, 3.\n\n4, 5.\n\n'
    const place = anchor(plainContent(before + sentence), describeSpan(content, span, 1))
    const moved = { start: before.length, end: before.length + sentence.length }
    expect(place).toMatchObject({ kind: 'moved', span: moved })
  },
)

const many = 1_000_000
const hostile = {
  'one letter': 'a'.repeat(many),
  'one word': 'a '.repeat(many / 2),
  'two words': 'a b '.repeat(many / 4),
  'one mark': '"'.repeat(many),
  'white space': ' \n'.repeat(many / 2),
}

test.each(Object.entries(hostile))(
  'a million of %s does not stop a note, nor make it sure',
  (_, text) => {
    const [content, later] = [plainContent(text), plainContent(`x y ${text} z`)]
    for (const length of [1, 100_000]) {
      const selector = describeSpan(content, { start: 1000, end: 1000 + length }, 1)
      expect(anchor(content, selector)).toMatchObject({ kind: 'exact' })
      const place = anchor(later, { ...selector, suffix: `?${selector.suffix}` })
      expect(place.kind === 'lost' || (place.kind === 'moved' && place.isDoubtful)).toBe(true)
    }
  },
  60_000,
)
