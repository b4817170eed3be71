// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import type { NoteId } from '../../../../src/model/ids.ts'
import type { Color } from '../../../../src/model/note.ts'
import { mapText, type TextMap } from '../../../../renderer/reader/dom-span.ts'
import { paintFront, paintPassages } from '../../../../renderer/reader/highlights.ts'
import type { Passage } from '../../../../renderer/reader/passages.ts'

const text = 'The tide will rise by noon'

/** Stands in for the browser's, which happy-dom has not. */
class FakeHighlight {
  readonly ranges: AbstractRange[]
  priority = 0
  constructor(...ranges: AbstractRange[]) {
    this.ranges = ranges
  }
}

let map: TextMap
let painted: Map<string, FakeHighlight>

beforeEach(() => {
  painted = new Map()
  vi.stubGlobal('Highlight', FakeHighlight)
  vi.stubGlobal(
    'StaticRange',
    class {
      constructor(range: AbstractRange) {
        Object.assign(this, boundsOf(range))
      }
    },
  )
  vi.stubGlobal('CSS', { highlights: painted })
  document.body.innerHTML = `<div><p data-start="0">${text}</p></div>`
  map = mapText(document.querySelector('div')!, text)
})

function boundsOf({ startOffset, endOffset }: AbstractRange) {
  return { startOffset, endOffset }
}

function passage(words: string, color: Color): Passage {
  const start = text.indexOf(words)
  return { id: words as NoteId, color, span: { start, end: start + words.length } }
}

function words(layer: string): string[] {
  return (painted.get(layer)?.ranges ?? []).map(({ startOffset, endOffset }) =>
    text.slice(startOffset, endOffset),
  )
}

test('a passage is filled and underlined in its colour', () => {
  paintPassages(map, [passage('tide', 'blue')])
  expect(words('fill-blue')).toEqual(['tide'])
  expect(words('line-blue-0')).toEqual(['tide'])
  expect(painted.size).toBe(2)
})

test('where two overlap the shorter one is filled, and both are underlined as a whole, beside each other', () => {
  paintPassages(map, [passage('tide will rise', 'yellow'), passage('will', 'red')])
  expect(words('fill-yellow')).toEqual(['tide ', ' rise'])
  expect(words('fill-red')).toEqual(['will'])
  expect(words('line-yellow-0')).toEqual(['tide will rise'])
  expect(words('line-red-1')).toEqual(['will'])
})

test('the active passage lies over all others as a whole', () => {
  const sentence = passage('tide will rise', 'yellow')
  paintPassages(map, [sentence, passage('will', 'red')])
  paintFront(map, 'active', sentence)
  expect(words('active-yellow')).toEqual(['tide will rise'])
  const over = painted.get('active-yellow')?.priority ?? 0
  expect(over).toBeGreaterThan(painted.get('fill-red')?.priority ?? 0)
})

test('what is no longer there is no longer painted', () => {
  const active = passage('tide', 'blue')
  paintPassages(map, [active])
  paintFront(map, 'active', active)
  paintFront(map, 'active', null)
  paintPassages(map, [])
  expect(painted.size).toBe(0)
})

test('what others paint is left alone', () => {
  painted.set('said', new FakeHighlight())
  paintPassages(map, [])
  expect(painted.has('said')).toBe(true)
})
