import { expect, test } from 'vitest'
import { keysOf, type KeySettings } from '../../../src/model/keys.ts'

const next = { id: 'step.next', keys: ['j', 'ArrowDown'] }
const asItComes: KeySettings = { keys: {}, hasSingleKeys: true }

test('a command has the keys it comes with until it is given others', () => {
  expect(keysOf(next, asItComes)).toEqual(['j', 'ArrowDown'])
  expect(keysOf(next, { ...asItComes, keys: { 'step.next': ['Mod+J'] } })).toEqual(['Mod+J'])
  expect(keysOf(next, { ...asItComes, keys: { 'step.next': [] } })).toEqual([])
})

test('single letters, digits and signs can be switched off; what has a name or Ctrl stays', () => {
  const off = { ...asItComes, hasSingleKeys: false }
  expect(keysOf(next, off)).toEqual(['ArrowDown'])
  expect(keysOf({ id: 'x', keys: ['?', '1', 'Shift+S', 'F10', 'Delete', 'Mod+K', '+'] }, off)).toEqual([
    'F10',
    'Delete',
    'Mod+K',
  ])
  expect(keysOf({ id: 'text.larger', keys: ['Mod++'] }, off)).toEqual(['Mod++'])
})
