import { expect, test } from 'vitest'
import { nest } from '../../../../renderer/reader/nest.ts'

type Item = { name: string; depth: number }

function nested(...depths: number[]): string {
  const items: Item[] = depths.map((depth, index) => ({ name: String.fromCharCode(97 + index), depth }))
  return JSON.stringify(
    nest(items, (item) => item.depth),
    (_, value: unknown) => (isItem(value) ? value.name : value),
  ).replaceAll('"', '')
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && 'name' in value
}

test('items of one depth are one list', () => {
  expect(nested(0, 0, 0)).toBe('[a,b,c]')
})

test('deeper items are a list in the list, and the outer one goes on after them', () => {
  expect(nested(0, 1, 1, 0)).toBe('[a,[b,c],d]')
})

test('a jump in depth opens one level, not the missing ones', () => {
  expect(nested(0, 3, 1, 0)).toBe('[a,[b],[c],d]')
})

test('a run may start deep', () => {
  expect(nested(2, 0, 1)).toBe('[[a],b,[c]]')
  expect(nested(2, 2)).toBe('[a,b]')
})

test('a hostile depth is shown at the deepest level there is room for', () => {
  const depths = Array.from({ length: 5000 }, (_, depth) => depth)
  expect(nested(...depths).match(/^.*?b/)?.[0]).toBe('[a,[b')
  const brackets = nested(...depths).match(/\[/g)?.length
  expect(brackets).toBe(12)
})
