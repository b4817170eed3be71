// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { keyPress } from '../../../../renderer/palette/key-press.ts'

function press(key: string, held: Partial<KeyboardEventInit> = {}) {
  return keyPress(new KeyboardEvent('keydown', { key, ...held }))
}

test('a letter alone is not the letter with a modifier', () => {
  expect(press('h')).toBe('h')
  expect(press('h', { ctrlKey: true })).toBe('Mod+H')
  expect(press('H', { shiftKey: true })).toBe('Shift+H')
  expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+Z')
})

test('a letter is the same with capitals locked', () => {
  expect(press('H')).toBe('h')
  expect(press('h', { shiftKey: true })).toBe('Shift+H')
})

test('a sign is meant however the keyboard makes it', () => {
  expect(press('?', { shiftKey: true })).toBe('?')
  expect(press('?')).toBe('?')
  expect(press('+', { ctrlKey: true, shiftKey: true })).toBe('Mod++')
})

test('keys of another script are those in their places', () => {
  expect(press('ت', { code: 'KeyJ' })).toBe('j')
  expect(press('۱', { code: 'Digit1' })).toBe('1')
  expect(press('х', { code: 'BracketLeft' })).toBe('[')
})

test('a Latin letter is itself wherever the keyboard has it', () => {
  expect(press('a', { code: 'KeyQ' })).toBe('a')
})

test('what is only held, or on its way to a letter, is no key yet', () => {
  for (const key of ['Shift', 'Control', 'AltGraph', 'Meta', 'Dead', 'Process']) expect(press(key)).toBeNull()
})

test('named keys keep their names, and Shift with them', () => {
  expect(press('ArrowDown')).toBe('ArrowDown')
  expect(press('F10', { shiftKey: true })).toBe('Shift+F10')
  expect(press(' ')).toBe('Space')
})

test('Alt and the system’s key are told apart from none', () => {
  expect(press('h', { altKey: true })).toBe('Alt+H')
  expect(press('h', { metaKey: true })).toBe('Other+H')
})
