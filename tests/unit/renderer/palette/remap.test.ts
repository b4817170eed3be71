// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { KeySettings } from '../../../../src/model/keys.ts'
import { ownerOf, refusal, remapped } from '../../../../renderer/palette/remap.ts'

const highlight = { id: 'note.highlight', keys: ['h'] }
const next = { id: 'step.next', keys: ['j', 'ArrowDown'] }
const asItComes: KeySettings = { keys: {}, hasSingleKeys: true }

function withKeys(keys: KeySettings['keys']): KeySettings {
  return { ...asItComes, keys }
}

test('one of several keys is changed where it stands, another is added behind, one is taken away', () => {
  const changed = remapped(asItComes, next, { old: 'j', fresh: 'z' })
  expect(changed).toEqual({ 'step.next': ['z', 'ArrowDown'] })
  const added = remapped(withKeys(changed), next, { old: null, fresh: 'F8' })
  expect(added).toEqual({ 'step.next': ['z', 'ArrowDown', 'F8'] })
  expect(remapped(withKeys(added), next, { old: 'ArrowDown', fresh: null })).toEqual({
    'step.next': ['z', 'F8'],
  })
  expect(remapped(asItComes, highlight, { old: 'h', fresh: null })).toEqual({ 'note.highlight': [] })
})

test('what a command comes with is not kept as a change', () => {
  const changed = remapped(asItComes, highlight, { old: 'h', fresh: 'g' })
  expect(remapped(withKeys(changed), highlight, { old: 'g', fresh: 'h' })).toEqual({})
})

test('a command never has a key twice', () => {
  expect(remapped(asItComes, next, { old: 'j', fresh: 'ArrowDown' })).toEqual({ 'step.next': ['ArrowDown'] })
  expect(remapped(asItComes, next, { old: 'j', fresh: 'j' })).toEqual({})
  expect(remapped(asItComes, next, { old: null, fresh: 'j' })).toEqual({ 'step.next': ['ArrowDown', 'j'] })
})

test('keys that were given away have another owner, switched off or not', () => {
  const settings = { keys: { 'note.highlight': ['g'] }, hasSingleKeys: false }
  expect(ownerOf('g', [next, highlight], settings)).toBe(highlight)
  expect(ownerOf('h', [next, highlight], settings)).toBeNull()
})

test('keys that the system, the window or text needs are refused, with a reason', () => {
  const needed = ['Tab', 'Shift+Tab', 'Escape', 'Enter', 'Space', 'Mod+C', 'Mod+V', 'Mod+X', 'Mod+A']
  const taken = [...needed, 'Mod+Q', 'Mod+W', 'F11', 'Alt+H', 'Other+H']
  expect(taken.filter((keys) => refusal(keys, asItComes) === null)).toEqual([])
  const free = ['g', 'Shift+G', 'Mod+Enter', 'F8', 'ArrowLeft', 'Mod+Shift+A']
  expect(free.filter((keys) => refusal(keys, asItComes) !== null)).toEqual([])
})

test('while single keys are off, none is given', () => {
  expect(refusal('g', { ...asItComes, hasSingleKeys: false })).toMatch(/switched off/)
  expect(refusal('Mod+G', { ...asItComes, hasSingleKeys: false })).toBeNull()
})
