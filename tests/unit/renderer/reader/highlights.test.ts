// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import type { NoteId } from '../../../../src/model/ids.ts'
import type { Color } from '../../../../src/model/note.ts'
import { mapText, type TextMap } from '../../../../renderer/reader/dom-span.ts'
import { paintFront, paintPassages } from '../../../../renderer/reader/highlights.ts'
import type { Passage } from '../../../../renderer/reader/passages.ts'

const text = 'The tide will rise by noon'

/** Stands in for the browser's, which happy-dom has not. */
class FakeHighlight extends Set<AbstractRange> {
  priority = 0
}

/** The rules written so far; as in the window, one sheet serves for all articles. */
const rules: string[] = []

class FakeSheet {
  insertRule(rule: string): void {
    rules.push(rule)
  }
}

let map: TextMap
let painted: Map<string, FakeHighlight>

beforeEach(() => {
  painted = new Map()
  vi.stubGlobal('Highlight', FakeHighlight)
  vi.stubGlobal('CSSStyleSheet', FakeSheet)
  Object.defineProperty(document, 'adoptedStyleSheets', { value: [], configurable: true })
  vi.stubGlobal(
    'StaticRange',
    class {
      constructor(init: StaticRangeInit) {
        Object.assign(this, init)
      }
    },
  )
  vi.stubGlobal('CSS', { highlights: painted })
  document.body.innerHTML = `<div><p data-start="0">${text}</p></div>`
  map = mapText(document.querySelector('div')!, text)
})

function passage(words: string, color: Color): Passage {
  const start = text.indexOf(words)
  return { id: words as NoteId, color, isDoubtful: false, span: { start, end: start + words.length } }
}

function words(layer: string): string[] {
  return [...(painted.get(layer) ?? [])].map(({ startOffset, endOffset }) =>
    text.slice(startOffset, endOffset),
  )
}

function priority(layer: string): number {
  return painted.get(layer)?.priority ?? NaN
}

test('a passage is painted in its colour', () => {
  paintPassages(map, [passage('tide', 'blue')])
  expect(words('note-blue-0')).toEqual(['tide'])
  expect(painted.size).toBe(1)
})

test('every layer that is used has its look, and is given it once', () => {
  paintPassages(map, [passage('tide', 'green')])
  paintPassages(map, [passage('tide', 'green'), passage('rise', 'green')])
  const looks = rules.filter((rule) => rule.includes('::highlight(note-green-0)'))
  expect(looks).toHaveLength(1)
  expect(looks[0]).toContain('var(--green)')
  expect(looks[0]).toContain('dotted')
})

test('of two that overlap the later lies on top, and both are painted as a whole', () => {
  paintPassages(map, [passage('tide will rise', 'yellow'), passage('will', 'red')])
  expect(words('note-yellow-0')).toEqual(['tide will rise'])
  expect(words('note-red-1')).toEqual(['will'])
  expect(priority('note-red-1')).toBeGreaterThan(priority('note-yellow-0'))
})

test('the active passage lies over all others', () => {
  const sentence = passage('tide will rise', 'yellow')
  paintPassages(map, [sentence, passage('will', 'red')])
  paintFront(map, 'active', sentence)
  expect(words('active-yellow')).toEqual(['tide will rise'])
  expect(priority('active-yellow')).toBeGreaterThan(priority('note-red-1'))
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
