import { describe, expect, test } from 'vitest'
import type { NoteId } from '../../../../src/model/ids.ts'
import type { Color } from '../../../../src/model/note.ts'
import {
  heapAround,
  lanes,
  nextOf,
  passagesAt,
  type Passage,
  stretchesOf,
} from '../../../../renderer/reader/passages.ts'

function passage(id: string, [start, end]: [number, number], color: Color = 'yellow'): Passage {
  return { id: id as NoteId, color, isDoubtful: false, span: { start, end } }
}

describe('overlapping passages lie in lanes', () => {
  test('passages apart share the first lane, those that overlap do not', () => {
    expect(lanes([passage('a', [0, 20]), passage('b', [10, 30]), passage('c', [30, 40])])).toEqual([0, 1, 0])
  })

  test('a passage never lies below one it is within, even where the first lane is free again', () => {
    expect(lanes([passage('a', [0, 10]), passage('b', [5, 30]), passage('c', [20, 25])])).toEqual([0, 1, 2])
  })

  test('more passages than lanes share the last one', () => {
    const all = [1, 2, 3, 4].map((start) => passage(`${start}`, [start, 50]))
    expect(lanes(all)).toEqual([0, 1, 2, 2])
  })
})

describe('how many passages lie on the text', () => {
  const all = [passage('a', [0, 50]), passage('b', [10, 30]), passage('c', [20, 40]), passage('d', [60, 70])]

  test('the stretches on which so many lie, or more', () => {
    expect(stretchesOf(all, 1)).toEqual([
      { start: 0, end: 50 },
      { start: 60, end: 70 },
    ])
    expect(stretchesOf(all, 2)).toEqual([{ start: 10, end: 40 }])
    expect(stretchesOf(all, 3)).toEqual([{ start: 20, end: 30 }])
    expect(stretchesOf(all, 4)).toEqual([])
  })

  test('one that ends where another begins does not lie on it', () => {
    expect(stretchesOf([passage('a', [0, 10]), passage('b', [10, 20])], 2)).toEqual([])
  })
})

describe('going round the notes that share words', () => {
  const all = [passage('a', [0, 50]), passage('b', [10, 20]), passage('c', [30, 40]), passage('d', [60, 70])]

  test('from each of them one comes by all the others', () => {
    for (const from of all.slice(0, 3))
      expect(heapAround(all, from).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  test('one that lies alone is alone', () => {
    expect(heapAround(all, all[3]!)).toEqual([all[3]])
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
