import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isGraphemeLimit, snapToGraphemes, trimSpan } from '../../../src/text/grapheme-span.ts'
import { hardText, limitsOf } from './texts.ts'

function snapped(text: string, start: number, end: number): string {
  const span = snapToGraphemes(text, { start, end })
  return text.slice(span.start, span.end)
}

test('a window round the edge finds the same limits as segmenting the whole text', () => {
  fc.assert(
    fc.property(hardText, (text) => {
      const limits = new Set(limitsOf(text))
      const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset)
      expect(offsets.filter((offset) => isGraphemeLimit(text, offset))).toEqual(
        offsets.filter((offset) => limits.has(offset)),
      )
    }),
    { numRuns: 1000 },
  )
})

test('a selection that ends inside a letter takes the whole letter', () => {
  expect(snapped('cafe\u0301s', 0, 4)).toBe('cafe\u0301')
  expect(snapped('a😀b', 2, 3)).toBe('😀')
  expect(snapped('to 👩🏽‍🚀 up', 4, 6)).toBe('👩🏽‍🚀')
  expect(snapped('🇮🇷🇮🇹🇫🇷', 6, 7)).toBe('🇮🇹')
  expect(snapped('क्षत्रिय', 1, 2)).toBe('क्ष')
  expect(snapped('line\r\nbreak', 5, 5)).toBe('')
})

test('a span on grapheme limits stays as it is', () => {
  expect(snapToGraphemes('plain words', { start: 6, end: 11 })).toEqual({ start: 6, end: 11 })
  expect(snapToGraphemes('', { start: 0, end: 0 })).toEqual({ start: 0, end: 0 })
})

test('a selection loses the white space at its edges and nothing else', () => {
  const text = '  \n“Two words” \u00a0\n\n'
  const span = trimSpan(text, { start: 0, end: text.length })
  expect(text.slice(span.start, span.end)).toBe('“Two words”')
})

test('a selection of white space alone becomes empty', () => {
  const span = trimSpan('one \n\n two', { start: 3, end: 7 })
  expect(span.start).toBe(span.end)
})

test('a mark that stands on a space keeps its space', () => {
  const text = 'a \u0301b'
  expect(trimSpan(text, { start: 1, end: 4 })).toEqual({ start: 1, end: 4 })
})

test('one span in a megabyte costs no more than one in a line', () => {
  const texts = [
    'word '.repeat(200_000),
    '界'.repeat(1_000_000),
    'e\u0301'.repeat(500_000),
    '🇮🇷'.repeat(250_000),
  ]
  for (const text of texts) {
    const middle = text.length / 2 + 1
    const before = process.cpuUsage()
    for (let times = 0; times < 20; times++) snapToGraphemes(text, { start: middle, end: middle + 100 })
    // In microseconds. Segmenting a megabyte whole takes over 100 ms, so twenty times over 2 s; windows at most 40 ms.
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000)
  }
})
