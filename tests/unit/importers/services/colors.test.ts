import { expect, test } from 'vitest'
import { colorOf } from '../../../../src/importers/services/colors.ts'

test.each([
  ['yellow', 'yellow'],
  ['Blue', 'blue'],
  ['pink', 'red'],
  ['light_green', 'green'],
  ['Indigo', 'purple'],
  ['brown', 'orange'],
  // Zotero's.
  ['#ffd400', 'yellow'],
  ['#ff6666', 'red'],
  ['#5fb236', 'green'],
  ['#2ea8e5', 'blue'],
  ['#a28ae5', 'purple'],
  ['#e56eee', 'purple'],
  ['#f19837', 'orange'],
  ['#aaaaaa', 'yellow'],
  ['#f00', 'red'],
  ['rgba(0, 0, 255, 0.4)', 'blue'],
  ['', 'yellow'],
  ['beautiful', 'yellow'],
  [null, 'yellow'],
])('%j is %s', (name, color) => {
  expect(colorOf(name)).toBe(color)
})
