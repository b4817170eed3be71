import { expect, test } from 'vitest'
import type { Block } from '../../../../src/model/content.ts'
import { findHits } from '../../../../renderer/reader/find-hits.ts'

function contentOf(...paragraphs: string[]) {
  let start = 0
  const blocks = paragraphs.map((paragraph): Block => {
    const span = { start, end: start + paragraph.length }
    start = span.end + 2
    return { kind: 'paragraph', span }
  })
  return { text: paragraphs.join('\n\n'), blocks }
}

test('every find is at its place in the text, in order', () => {
  const content = contentOf('a tide', 'no', 'tide by tide')
  const hits = [...findHits(content, /tide/giu)].flat()
  expect(hits).toEqual([2, 12, 20].map((start) => ({ start, end: start + 4 })))
  for (const { start, end } of hits) expect(content.text.slice(start, end)).toBe('tide')
})

test('no find goes from one paragraph into the next', () => {
  expect([...findHits(contentOf('the tide', 'the quay'), /tide\s+the/giu)].flat()).toEqual([])
})

test('no find cuts a character in two', () => {
  expect([...findHits(contentOf('का कल'), /क/giu)].flat()).toEqual([{ start: 3, end: 4 }])
})

test('a long text is searched in slices, so that something else can be done in between', () => {
  const slices = [
    ...findHits(contentOf(...Array.from({ length: 20 }, () => 'tide '.repeat(2000))), /tide/giu),
  ]
  expect(slices.length).toBeGreaterThan(3)
  expect(slices.flat()).toHaveLength(40_000)
})
