import { describe, expect, test } from 'vitest'
import type { NoteId } from '../../../../src/model/ids.ts'
import type { Color } from '../../../../src/model/note.ts'
import { lanes, nextOf, passagesAt, stretches, type Passage } from '../../../../renderer/reader/passages.ts'

function passage(id: string, [start, end]: [number, number], color: Color = 'yellow'): Passage {
  return { id: id as NoteId, color, span: { start, end } }
}

describe('what shows where passages overlap', () => {
  test('a word highlighted within a sentence shows, and the sentence on either side of it', () => {
    const shown = stretches([passage('sentence', [0, 50], 'yellow'), passage('word', [20, 30], 'blue')])
    expect(shown.map(({ span, color }) => [span.start, span.end, color])).toEqual([
      [0, 20, 'yellow'],
      [20, 30, 'blue'],
      [30, 50, 'yellow'],
    ])
  })

  test('nothing shows between passages', () => {
    const shown = stretches([passage('a', [0, 10]), passage('b', [20, 30])])
    expect(shown.map(({ span }) => [span.start, span.end])).toEqual([
      [0, 10],
      [20, 30],
    ])
  })

  test('no passages, nothing shown', () => {
    expect(stretches([])).toEqual([])
  })
})

describe('underlines of overlapping passages run beside each other', () => {
  test('passages apart share the first lane, those that overlap do not', () => {
    expect(lanes([passage('a', [0, 20]), passage('b', [10, 30]), passage('c', [30, 40])], 3)).toEqual([
      0, 1, 0,
    ])
  })

  test('more passages than lanes share the last one', () => {
    const all = [1, 2, 3, 4].map((start) => passage(`${start}`, [start, 50]))
    expect(lanes(all, 3)).toEqual([0, 1, 2, 2])
  })
})

describe('clicking where passages overlap', () => {
  const sentence = passage('sentence', [0, 50])
  const word = passage('word', [20, 30])

  test('the passage that shows is meant first, and each further click means the next', () => {
    const under = passagesAt([sentence, word], 25)
    const first = nextOf(under, null)
    const second = nextOf(under, first?.id ?? null)
    const third = nextOf(under, second?.id ?? null)
    expect([first?.id, second?.id, third?.id]).toEqual(['word', 'sentence', 'word'])
  })

  test('a passage ends before its end offset', () => {
    expect(passagesAt([sentence, word], 30)).toEqual([sentence])
  })

  test('beside all passages nothing is meant', () => {
    expect(nextOf(passagesAt([sentence], 60), null)).toBeNull()
  })
})
