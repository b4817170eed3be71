// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NoteId } from '../../../../src/model/ids.ts'
import type { Color } from '../../../../src/model/note.ts'
import { mapText, type TextMap } from '../../../../renderer/reader/dom-span.ts'
import { paintFront, paintPassages } from '../../../../renderer/reader/highlights.ts'
import type { Passage } from '../../../../renderer/reader/passages.ts'
import { FakeHighlight, painted, rules, wordsIn } from './fake-highlights.ts'

const text = 'The tide will rise by noon'

let map: TextMap

beforeEach(() => {
  document.body.innerHTML = `<div><p data-start="0">${text}</p></div>`
  map = mapText(document.querySelector('div')!, text)
})

function passage(words: string, color: Color): Passage {
  const start = text.indexOf(words)
  return { id: words as NoteId, color, isDoubtful: false, span: { start, end: start + words.length } }
}

function words(layer: string): string[] {
  return wordsIn(map, layer)
}

function priority(layer: string): number {
  return painted.get(layer)?.priority ?? NaN
}

afterEach(() => {
  paintPassages(map, [])
  paintFront(map, 'active', [])
})

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
  paintFront(map, 'active', [sentence])
  expect(words('active-yellow')).toEqual(['tide will rise'])
  expect(priority('active-yellow')).toBeGreaterThan(priority('note-red-1'))
})

test('one note more leaves the ranges of the others as they are', () => {
  paintPassages(map, [passage('tide', 'blue')])
  const [before] = painted.get('note-blue-0') ?? []
  paintPassages(map, [passage('tide', 'blue'), passage('rise', 'blue')])
  expect(words('note-blue-0')).toEqual(['tide', 'rise'])
  expect([...(painted.get('note-blue-0') ?? [])][0]).toBe(before)
  paintPassages(map, [passage('rise', 'blue')])
  expect(words('note-blue-0')).toEqual(['rise'])
})

test('a doubtful passage is underlined in its colour and has no ground', () => {
  paintPassages(map, [{ ...passage('tide', 'red'), isDoubtful: true }])
  expect(words('note-red-doubtful-0')).toEqual(['tide'])
  const look = rules.find((rule) => rule.includes('note-red-doubtful-0'))
  expect(look).toContain('wavy')
  expect(look).not.toContain('var(--red)')
})

test('where more lie than there are underlines, each further one is told by a shade', () => {
  const nested = ['The tide will rise by noon', 'tide will rise by', 'will rise by', 'rise by', 'by']
  paintPassages(
    map,
    nested.map((part) => passage(part, 'green')),
  )
  expect(words('depth-4')).toEqual(['rise by'])
  expect(words('depth-5')).toEqual(['by'])
  expect(words('depth-6')).toEqual([])
  expect(priority('depth-5')).toBeGreaterThan(priority('note-green-2'))
})

test('what is no longer there is no longer painted', () => {
  const active = passage('tide', 'blue')
  paintPassages(map, [active])
  paintFront(map, 'active', [active])
  paintFront(map, 'active', [])
  paintPassages(map, [])
  expect(painted.size).toBe(0)
})

test('what others paint is left alone', () => {
  painted.set('said', new FakeHighlight())
  paintPassages(map, [])
  expect(painted.has('said')).toBe(true)
})
